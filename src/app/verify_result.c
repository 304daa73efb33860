#include "verify_result.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DIFFERENCES = 1000 };

/* What is told once is not told again at every statement that follows: what differs is known by the
 * words before its figures.  Is it new? */
static size_t topic(const char *text)
{
    const char *is = strstr(text, " is ");
    return is ? (size_t)(is - text) : strlen(text);
}

bool result_is_new(struct verify_result *r, const char *text)
{
    size_t n = topic(text);
    for (size_t i = 0; i < r->nfound; i++)
        if (topic(r->found[i]) == n && !memcmp(r->found[i], text, n))
            return false;
    if (r->nfound == MAX_DIFFERENCES)
        return false;
    r->found = base_realloc(r->found, (r->nfound + 1) * sizeof *r->found);
    r->found[r->nfound++] = base_strdup(text);
    return true;
}

void result_add(struct verify_result *r, struct verify_difference d)
{
    r->difference = base_realloc(r->difference, (r->differences + 1) * sizeof *r->difference);
    r->difference[r->differences++] = d;
}

void result_clear(struct verify_result *r)
{
    for (size_t i = 0; i < r->differences; i++)
        base_free(r->difference[i].text);
    for (size_t i = 0; i < r->nfound; i++)
        base_free(r->found[i]);
    base_free(r->difference);
    base_free(r->found);
    r->difference = NULL;
    r->found = NULL;
    r->differences = r->nfound = 0;
}

void verify_result_free(struct verify_result *r)
{
    result_clear(r);
    buffer_free(&r->notes);
    buffer_free(&r->failure);
}

void result_fail(struct verify_result *r, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buffer_vprintf(&r->failure, format, args);
    va_end(args);
    r->outcome = VERIFY_STOPPED;
}
