/* What the stage wants to know of a scenario, in one place.  scenario may be NULL: a program with
 * nothing added to it. */
#ifndef PYVIZ_STAGE_LESSON_H
#define PYVIZ_STAGE_LESSON_H

#include <stdbool.h>
#include <stddef.h>

struct scenario;

/* Each "" where there is none; borrowed. */
const char *lesson_title(const struct scenario *s);
const char *lesson_introduction(const struct scenario *s);
/* The chapter that a line belongs to; the author's words on the statement that begins on it. */
const char *lesson_chapter(const struct scenario *s, int line);
/* The line of that chapter's mark; 0: there is none. */
int lesson_chapter_mark(const struct scenario *s, int line);
const char *lesson_narration(const struct scenario *s, int line);
/* Does the author want anything to be shown, anywhere?  If not, no line needs looking at. */
bool lesson_directs(const struct scenario *s);
/* The names that the author wants to see while this line runs. */
const char *const *lesson_shows(const struct scenario *s, int line, size_t *count);

/* The view that the author wants while this line runs; NULL: whatever fits. */
const char *lesson_view(const struct scenario *s, int line);

#endif
