#include "lesson.h"

const char *lesson_title(const struct scenario *s)
{
    (void)s;
    return NULL;
}

const char *lesson_introduction(const struct scenario *s)
{
    (void)s;
    return NULL;
}

const char *lesson_chapter(const struct scenario *s, int line)
{
    (void)s;
    (void)line;
    return NULL;
}

const char *lesson_narration(const struct scenario *s, int line)
{
    (void)s;
    (void)line;
    return NULL;
}

const char *const *lesson_shows(const struct scenario *s, int line, size_t *count)
{
    (void)s;
    (void)line;
    *count = 0;
    return NULL;
}
