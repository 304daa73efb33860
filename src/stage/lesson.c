#include "lesson.h"

#include <pyviz/lang/scenario.h>

const char *lesson_title(const struct scenario *s)
{
    return s ? s->title : "";
}

const char *lesson_introduction(const struct scenario *s)
{
    return s ? s->introduction : "";
}

const char *lesson_chapter(const struct scenario *s, int line)
{
    int i = s ? scenario_chapter_at(s, line) : -1;
    return i < 0 ? "" : s->chapters[i].title;
}

int lesson_chapter_mark(const struct scenario *s, int line)
{
    int i = s ? scenario_chapter_at(s, line) : -1;
    return i < 0 ? 0 : s->chapters[i].line;
}

const char *lesson_narration(const struct scenario *s, int line)
{
    return s ? scenario_narration(s, line) : "";
}

bool lesson_directs(const struct scenario *s)
{
    return s && s->directive_count;
}

const char *const *lesson_shows(const struct scenario *s, int line, size_t *count)
{
    const struct identifier_list *names = s ? scenario_show_at(s, line) : NULL;
    *count = names ? names->len : 0;
    return names ? names->items : NULL;
}

const char *lesson_view(const struct scenario *s, int line)
{
    return s ? scenario_view_at(s, line) : NULL;
}
