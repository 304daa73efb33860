#include <pyviz/base/ascii.h>
#include <pyviz/base/buffer.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/modules.h>

#include "modules.h"

#include <dirent.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Of so many the imports are read; those beyond are at hand only where everything is. */
enum { MAX_READ = 500, MAX_MODULES = 20000, MAX_NAME = 200 };

/* The walk through one file's statements. */
struct walk {
    struct modules *found;
    const char *package; /* whose relative imports these are; "" */
    const struct source *source;
    struct diagnostic *error;
};

static bool read_imports(struct modules *found, const char *package, const struct module *tree,
                         const struct source *source, struct diagnostic *error);

/* ---- one module ------------------------------------------------------------------------------ */

static bool is_there(const char *path, bool folder)
{
    struct stat s;
    return stat(path, &s) == 0 && (folder ? S_ISDIR(s.st_mode) : S_ISREG(s.st_mode));
}

static bool known(const struct modules *found, const char *name)
{
    for (size_t i = 0; i < found->count; i++)
        if (!strcmp(found->items[i].name, name))
            return true;
    return false;
}

static struct machine_module *add(struct modules *found, const char *name, const char *path)
{
    if (found->count == found->capacity) {
        found->capacity = found->capacity ? found->capacity * 2 : 16;
        found->items = base_realloc(found->items, found->capacity * sizeof *found->items);
    }
    struct machine_module *module = &found->items[found->count++];
    *module =
        (struct machine_module){.name = base_strdup(name), .path = base_strdup(path), .text = ""};
    return module;
}

/* Its text goes to the machine as it is; one that does not parse says so when it is imported. */
static bool load(struct modules *found, const char *name, const char *path, bool package,
                 struct diagnostic *error)
{
    struct source source = {0};
    if (!source_load(&source, path, found->max_source, error))
        return false;
    struct machine_module *module = add(found, name, path);
    module->package = package;
    module->len = source.len;
    if (source.len)
        module->text = base_strdup(source.text);
    struct arena arena = {0};
    struct module *tree = NULL;
    struct diagnostic ignored = {0};
    bool ok = true;
    if (found->count <= MAX_READ && parser_parse(&source, &arena, &tree, &ignored)) {
        char *parent = base_strdup(name), *dot = strrchr(parent, '.');
        if (!package)
            *(dot ? dot : parent) = '\0';
        ok = read_imports(found, parent, tree, &source, error);
        base_free(parent);
    }
    arena_free(&arena);
    source_free(&source);
    return ok;
}

/* A package, a file, or a folder that is neither: in the order in which python3 looks. */
static bool find(struct modules *found, const char *name, struct diagnostic *error)
{
    struct buffer base = {0}, path = {0};
    bool ok = true;
    if (known(found, name) || found->count >= MAX_MODULES)
        return true;
    buffer_printf(&base, "%s/", found->folder);
    for (const char *at = name; *at; at++)
        buffer_putc(&base, *at == '.' ? '/' : *at);
    buffer_printf(&path, "%s/__init__.py", buffer_text(&base));
    if (is_there(buffer_text(&path), false)) {
        ok = load(found, name, buffer_text(&path), true, error);
    } else {
        buffer_clear(&path);
        buffer_printf(&path, "%s.py", buffer_text(&base));
        if (is_there(buffer_text(&path), false)) {
            ok = load(found, name, buffer_text(&path), false, error);
        } else if (is_there(buffer_text(&base), true)) {
            struct machine_module *module = add(found, name, buffer_text(&base));
            module->package = module->bare = true;
        }
    }
    buffer_free(&base);
    buffer_free(&path);
    return ok;
}

/* a.b.c: a, then a.b, then a.b.c. */
static bool find_dotted(struct walk *w, const char *name)
{
    char part[MAX_NAME];
    size_t n = strlen(name);
    for (size_t i = 1; i <= n && n < sizeof part; i++) {
        if (i < n && name[i] != '.')
            continue;
        memcpy(part, name, i);
        part[i] = '\0';
        if (!find(w->found, part, w->error))
            return false;
    }
    return true;
}

/* An import statement of something whose first part is not in the folder. */
static void note_elsewhere(struct walk *w, const char *name, struct pos pos)
{
    struct modules *found = w->found;
    char top[MAX_NAME];
    snprintf(top, sizeof top, "%.*s", (int)strcspn(name, "."), name);
    if (known(found, top))
        return;
    if (found->other_count == found->other_capacity) {
        found->other_capacity = found->other_capacity ? found->other_capacity * 2 : 16;
        found->others = base_realloc(found->others, found->other_capacity * sizeof *found->others);
    }
    struct elsewhere *other = &found->others[found->other_count++];
    *other = (struct elsewhere){.name = base_strdup(name)};
    source_diagnose(w->source, &other->where, DIAGNOSTIC_NOT_SIMULATED, pos.line, pos.col,
                    pos.end_line, pos.end_col, " ");
}

/* ---- the statements of one file -------------------------------------------------------------- */

/* The absolute name that `from ..x` stands for; empty if it leads out of everything. */
static void resolve(const struct walk *w, const struct stmt *s, char *out)
{
    const char *module = s->u.import_from.module ? s->u.import_from.module : "";
    int level = s->u.import_from.level;
    snprintf(out, MAX_NAME, "%s", level ? w->package : "");
    for (int i = 1; i < level; i++) {
        char *dot = strrchr(out, '.');
        out[dot ? dot - out : 0] = '\0';
    }
    size_t n = strlen(out);
    snprintf(out + n, MAX_NAME - n, "%s%s", n && *module ? "." : "", module);
}

static bool import_from(struct walk *w, const struct stmt *s)
{
    char base[MAX_NAME], whole[2 * MAX_NAME];
    resolve(w, s, base);
    if (*base && !find_dotted(w, base))
        return false;
    if (*base)
        note_elsewhere(w, base, s->pos);
    for (size_t i = 0; *base && i < s->u.import_from.names.len; i++) {
        snprintf(whole, sizeof whole, "%s.%s", base, s->u.import_from.names.items[i]->name);
        if (!strchr(whole, '*') && !find_dotted(w, whole))
            return false;
    }
    return true;
}

static bool import(struct walk *w, const struct stmt *s)
{
    for (size_t i = 0; i < s->u.import.names.len; i++) {
        const struct alias *a = s->u.import.names.items[i];
        if (!find_dotted(w, a->name))
            return false;
        note_elsewhere(w, a->name, a->pos);
    }
    return true;
}

static bool walk(struct walk *w, const struct stmt_list *body);

static bool walk_try(struct walk *w, const struct stmt *s)
{
    for (size_t i = 0; i < s->u.try_.handlers.len; i++)
        if (!walk(w, &s->u.try_.handlers.items[i]->body))
            return false;
    return walk(w, &s->u.try_.body) && walk(w, &s->u.try_.orelse) && walk(w, &s->u.try_.finalbody);
}

static bool walk_match(struct walk *w, const struct stmt *s)
{
    for (size_t i = 0; i < s->u.match.cases.len; i++)
        if (!walk(w, &s->u.match.cases.items[i]->body))
            return false;
    return true;
}

static bool walk_stmt(struct walk *w, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_IMPORT:
        return import(w, s);
    case STMT_IMPORT_FROM:
        return import_from(w, s);
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        return walk(w, &s->u.function_def.body);
    case STMT_CLASS_DEF:
        return walk(w, &s->u.class_def.body);
    case STMT_IF:
        return walk(w, &s->u.if_.body) && walk(w, &s->u.if_.orelse);
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        return walk(w, &s->u.for_.body) && walk(w, &s->u.for_.orelse);
    case STMT_WHILE:
        return walk(w, &s->u.while_.body) && walk(w, &s->u.while_.orelse);
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        return walk(w, &s->u.with.body);
    case STMT_TRY:
    case STMT_TRY_STAR:
        return walk_try(w, s);
    case STMT_MATCH:
        return walk_match(w, s);
    default:
        return true;
    }
}

static bool walk(struct walk *w, const struct stmt_list *body)
{
    for (size_t i = 0; i < body->len; i++)
        if (!walk_stmt(w, body->items[i]))
            return false;
    return true;
}

/* A module that is perhaps never asked for: what is wrong with its file is no matter then. */
static bool find_perhaps(struct walk *w, const char *name)
{
    if (!find_dotted(w, name))
        *w->error = (struct diagnostic){0};
    return true;
}

/* Everything in the folder, where what is imported is computed: files, and packages with theirs. */
static bool find_all(struct walk *w, const char *folder, const char *package)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    bool ok = true;
    for (int i = 0; i < count && ok; i++) {
        const struct dirent *entry = entries[i];
        struct buffer path = {0};
        char name[2 * MAX_NAME];
        size_t n = strlen(entry->d_name);
        bool file = n > 3 && !strcmp(entry->d_name + n - 3, ".py");
        buffer_printf(&path, "%s/%s", folder, entry->d_name);
        bool inside = entry->d_name[0] != '.' && strlen(package) + n < MAX_NAME &&
                      is_there(buffer_text(&path), true);
        snprintf(name, sizeof name, "%s%s%.*s", package, *package ? "." : "",
                 (int)(file ? n - 3 : n), entry->d_name);
        buffer_puts(&path, "/__init__.py");
        if (file && strlen(name) < MAX_NAME)
            ok = find_perhaps(w, name);
        else if (inside && is_there(buffer_text(&path), false)) {
            path.data[path.len - strlen("/__init__.py")] = '\0';
            ok = find_perhaps(w, name) && find_all(w, path.data, name);
        }
        buffer_free(&path);
    }
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    return ok;
}

/* A literal at `text`, without escapes: its length, and where it begins; 0: there is none. */
static size_t literal(const char *text, const char **begin)
{
    *begin = text + 1;
    return *text == '"' || *text == '\'' ? strcspn(*begin, "\"'\n\\") : 0;
}

/* import_module("..name", "package"): importlib._bootstrap: _resolve_name.  False: another module,
 * perhaps. */
static bool find_relative(struct walk *w, const char *name, size_t n)
{
    const char *package, *after = name + n + 1;
    size_t level = strspn(name, ".");
    if (*after == ')')
        return true; /* a TypeError */
    after += strspn(after, ", ");
    if (!strncmp(after, "package=", 8))
        after += 8;
    size_t length = literal(after, &package);
    for (size_t up = 1; up < level && length; up++)
        while (length && package[--length] != '.')
            ;
    char whole[2 * MAX_NAME];
    if (!length || length + n >= MAX_NAME)
        return false;
    snprintf(whole, sizeof whole, "%.*s.%.*s", (int)length, package, (int)(n - level),
             name + level);
    return find_perhaps(w, whole);
}

/* import_module("name") with the name written out, or else anything. */
static bool called_by_name(struct walk *w, const char *text)
{
    static const char *const calls[] = {"import_module(", "__import__("};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        for (const char *at = text; (at = strstr(at, calls[i]));) {
            char name[MAX_NAME];
            const char *written;
            at += strlen(calls[i]);
            size_t n = literal(at, &written);
            bool plain = n > 0 && n < sizeof name && !memchr(written, '/', n);
            if (plain && *written == '.' && find_relative(w, written, n))
                continue;
            if (!plain || *written == '.') {
                w->found->everything = true;
                return true;
            }
            snprintf(name, sizeof name, "%.*s", (int)n, written);
            if (!find_dotted(w, name))
                return false;
        }
    return true;
}

static size_t name_length(const char *text)
{
    size_t n = 0;
    while (ascii_is_alnum(text[n]) || text[n] == '_' || text[n] == '.' ||
           (unsigned char)text[n] >= 0x80)
        n++;
    return n;
}

/* "import a.b as c, d" or "from a import b", as far as it names modules. */
static void find_written(struct walk *w, const char *text)
{
    bool from = !strncmp(text, "from ", 5);
    char name[2 * MAX_NAME], package[MAX_NAME] = "";
    for (text += from ? 5 : 7;; text++) {
        text += strspn(text, " ");
        size_t n = name_length(text);
        if (n == 0 || n >= MAX_NAME || *text == '.')
            return;
        snprintf(name, sizeof name, "%s%.*s", package, (int)n, text);
        find_perhaps(w, name);
        text += n + strspn(text + n, " ");
        if (from && !*package && !strncmp(text, "import ", 7) && n + 1 < sizeof package) {
            snprintf(package, sizeof package, "%.*s.", (int)n, name);
            text += 6;
            continue;
        }
        text += strcspn(text, ",;\"'\n");
        if ((from && !*package) || *text != ',')
            return;
    }
}

/* What examples in docstrings import, and lines of code in literals. */
static void inside_texts(struct walk *w, const char *text)
{
    static const char *const before[] = {">>> ", "... ", "\"", "'", "\n"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        for (const char *at = text; (at = strstr(at, before[i]));) {
            at += strlen(before[i]);
            const char *statement = at + strspn(at, " ");
            if (!strncmp(statement, "import ", 7) || !strncmp(statement, "from ", 5))
                find_written(w, statement);
        }
}

static bool read_imports(struct modules *found, const char *package, const struct module *tree,
                         const struct source *source, struct diagnostic *error)
{
    struct walk w = {found, package, source, error};
    inside_texts(&w, source->text);
    return walk(&w, &tree->body) && called_by_name(&w, source->text);
}

bool modules_find(struct modules *found, const char *path, const struct module *tree,
                  const struct source *source, size_t max_source, struct diagnostic *error)
{
    char *whole = realpath(path ? path : ".", NULL);
    *found = (struct modules){.max_source = max_source};
    if (!whole)
        return true;
    found->folder = base_strdup(path ? dirname(whole) : whole);
    free(whole);
    if (!read_imports(found, "", tree, source, error))
        return false;
    struct walk w = {found, "", source, error};
    return !found->everything || find_all(&w, found->folder, "");
}

static bool parses(const struct machine_module *module, struct diagnostic *error)
{
    struct source source = {0};
    struct arena arena = {0};
    struct module *tree = NULL;
    bool ok = source_from_bytes(&source, module->path, module->text, module->len, 0, error) &&
              parser_parse(&source, &arena, &tree, error);
    arena_free(&arena);
    source_free(&source);
    return ok;
}

bool modules_check(const struct modules *found, const Profile *profile, struct diagnostic *error)
{
    for (size_t i = 0; i < found->count; i++)
        if (!parses(&found->items[i], error))
            return false;
    for (size_t i = 0; i < found->other_count; i++) {
        const struct elsewhere *other = &found->others[i];
        if (!modules_not_simulated(profile, other->name))
            continue;
        *error = other->where;
        snprintf(error->message, sizeof error->message, "the module %.150s is not simulated yet",
                 other->name);
        return false;
    }
    return true;
}

void modules_free(struct modules *found)
{
    for (size_t i = 0; i < found->count; i++) {
        base_free((char *)(uintptr_t)found->items[i].name);
        base_free((char *)(uintptr_t)found->items[i].path);
        if (found->items[i].len)
            base_free((char *)(uintptr_t)found->items[i].text);
    }
    for (size_t i = 0; i < found->other_count; i++)
        base_free(found->others[i].name);
    base_free(found->others);
    base_free(found->items);
    base_free(found->folder);
    *found = (struct modules){0};
}
