/* Which key does what.  The table in keymap.c is the only place that knows; help is made of it. */
#ifndef PYVIZ_APP_KEYMAP_H
#define PYVIZ_APP_KEYMAP_H

#include <pyviz/screen/input.h>

enum action {
    ACTION_NONE,
    ACTION_NEXT,
    ACTION_PREVIOUS,
    ACTION_NEXT_STATEMENT,
    ACTION_PREVIOUS_STATEMENT,
    ACTION_FINISH,
    ACTION_DETAIL,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_GO,
    ACTION_LINE,
    ACTION_MARK,
    ACTION_GO_TO_MARK,
    ACTION_NEXT_LANDMARK,
    ACTION_PREVIOUS_LANDMARK,
    ACTION_PLAY,
    ACTION_FASTER,
    ACTION_SLOWER,
    ACTION_ESCAPE,
    ACTION_BLANK,
    ACTION_HELP,
    ACTION_COMMAND,
    ACTION_SEARCH,
    ACTION_SEARCH_BACK,
    ACTION_SEARCH_AGAIN,
    ACTION_SEARCH_OTHER_WAY,
    ACTION_CLICK,
    ACTION_WHAT_IF,
    ACTION_VIEW,
    ACTION_VIEW_BACK,
    ACTION_REFERENCES,
    ACTION_ZOOM,
    ACTION_QUESTION,
    ACTION_THEME,
    ACTION_TIMER,
    ACTION_VERIFY,
    ACTION_RELOAD,
    ACTION_REDRAW,
    ACTION_SUSPEND,
    ACTION_QUIT,
    ACTION_COUNT,
};

struct binding {
    enum key_code sym;
    uint32_t code_point; /* of KEY_TEXT and KEY_FUNCTION */
    unsigned modifiers;
    enum action action;
};

enum action keymap_action(const struct key *key);

/* A row of the help: keys as people write them, and what they do.  NULL keys: a heading. */
struct help_row {
    const char *keys, *meaning;
};
extern const struct help_row keymap_help[]; /* ends with a NULL meaning */

#endif
