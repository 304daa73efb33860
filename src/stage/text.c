#include "text.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/inspect.h>

#include <stdlib.h>
#include <string.h>

void what_ifs_free(struct what_ifs *w)
{
    for (size_t i = 0; i < w->count; i++) {
        scan_free(&w->text[i].scan);
        source_free(&w->text[i].source);
    }
    free(w->text);
    *w = (struct what_ifs){0};
}

void what_ifs_set(struct what_ifs *w, const char *const *texts, size_t count)
{
    struct diagnostic ignored;
    what_ifs_free(w);
    w->text = base_calloc(count + 1, sizeof *w->text);
    for (; w->count < count; w->count++) {
        struct text *t = &w->text[w->count];
        source_from_bytes(&t->source, machine_what_if_name, texts[w->count],
                          strlen(texts[w->count]), SOURCE_DEFAULT_LIMIT, &ignored);
        scan_source(&t->scan, &t->source);
    }
}

/* The machine has the text with a newline behind it. */
const struct text *what_ifs_under_way(const struct what_ifs *w, const Machine *m)
{
    const char *running = w->count ? inspect_what_if(m) : NULL;
    for (size_t i = w->count; running && i > 0; i--) {
        const struct source *source = &w->text[i - 1].source;
        if (source->len <= strlen(running) && memcmp(source->text, running, source->len) == 0)
            return &w->text[i - 1];
    }
    return NULL;
}
