#include "place.h"

#include "cli.h"

#include <pyviz/base/buffer.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEPT = 200 }; /* programs */

/* ---- the file -------------------------------------------------------------------------------- */

/* Appends its folder; false where no home is known.  A relative XDG_STATE_HOME does not count. */
static bool folder(struct buffer *path)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (state && state[0] == '/')
        buffer_printf(path, "%s/pyviz", state);
    else if (home && home[0] == '/')
        buffer_printf(path, "%s/.local/state/pyviz", home);
    return path->len > 0;
}

static void make_folders(const char *path)
{
    char *copy = base_strdup(path);
    for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(copy, 0700);
        *slash = '/';
    }
    mkdir(copy, 0700);
    base_free(copy);
}

/* Reads a line: false where it is none of ours.  *program points into it. */
static bool parse(char *line, struct place *place, char **program)
{
    char level[16];
    int end = 0;
    line[strcspn(line, "\n")] = '\0';
    if (line[0] < '1' || line[0] > '9')
        return false;
    if (sscanf(line, "%" SCNu64 " %15s %n", &place->stop, level, &end) != 2 || !end || !line[end])
        return false;
    *program = line + end;
    for (int i = 0; i < LEVEL_COUNT; i++)
        if (!strcmp(level, cli_levels[i])) {
            place->detail = (enum event_level)i;
            return true;
        }
    return false;
}

static FILE *open_places(struct buffer *path)
{
    if (!folder(path))
        return NULL;
    buffer_puts(path, "/places");
    return fopen(path->data, "re");
}

bool place_load(const char *program, struct place *place)
{
    struct buffer path = {0};
    FILE *f = open_places(&path);
    char *line = NULL, *name;
    size_t room = 0;
    bool found = false;
    while (f && !found && getline(&line, &room, f) >= 0)
        found = parse(line, place, &name) && !strcmp(name, program);
    free(line);
    buffer_free(&path);
    if (f)
        fclose(f);
    return found;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* The other programs' lines. */
static void copy_others(FILE *from, FILE *to, const char *program)
{
    char *line = NULL, *name;
    size_t room = 0;
    struct place place;
    for (int n = 1; n < KEPT && getline(&line, &room, from) >= 0;)
        if (parse(line, &place, &name) && strcmp(name, program) != 0) {
            fprintf(to, "%" PRIu64 " %s %s\n", place.stop, cli_levels[place.detail], name);
            n++;
        }
    free(line);
}

static void replace(const char *path, FILE *old, const char *program, const struct place *place)
{
    struct buffer fresh = {0};
    buffer_printf(&fresh, "%s.%ld", path, (long)getpid());
    FILE *f = fopen(fresh.data, "wxe");
    if (f) {
        if (place->stop > 1)
            fprintf(f, "%" PRIu64 " %s %s\n", place->stop, cli_levels[place->detail], program);
        if (old)
            copy_others(old, f, program);
        bool written = !ferror(f);
        if (fclose(f) != 0 || !written || rename(fresh.data, path) != 0)
            unlink(fresh.data);
    }
    buffer_free(&fresh);
}

void place_save(const char *program, const struct place *place)
{
    struct buffer path = {0};
    struct place known;
    if (strchr(program, '\n') || (place->stop <= 1 && !place_load(program, &known)))
        return;
    if (folder(&path)) {
        make_folders(path.data);
        buffer_clear(&path);
        FILE *old = open_places(&path);
        replace(path.data, old, program, place);
        if (old)
            fclose(old);
    }
    buffer_free(&path);
}
