#include <pyviz/machine/inspect.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/type.h>
#include <pyviz/timeline/stop.h>

#include <string.h>

const char *const stop_landmarks[] = {
    /* collisions */
    "dict.probe",
    "dict.unequal",
    "set.probe",
    "set.jump",
    "set.unequal",
    /* resizes */
    "dict.resize.start",
    "dict.resize.presize",
    "dict.convert",
    "list.grow",
    "list.grow_by",
    "list.grow_rounded",
    "list.shrink",
    "set.resize.start",
    "set.resize.presize",
    "set.resize.purge",
    /* exceptions; frees and chapters depend on more than the kind: stop_classify */
    "raise",
    NULL,
};

static bool is_landmark_name(const char *name)
{
    for (const char *const *at = stop_landmarks; *at; at++)
        if (strcmp(*at, name) == 0)
            return true;
    return false;
}

static int subject_field(const struct event_info *info)
{
    for (int i = 0; info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_OBJECT)
            return i;
    return -1;
}

/* What it takes to know a kind's class at a glance. */
enum glance {
    GLANCE_NONE,      /* it has to be looked at */
    GLANCE_MICRO,     /* nothing: it is micro wherever it happens */
    GLANCE_NAME,      /* is it of something that a lesson is about? */
    GLANCE_REFERENCE, /* is it the library's? */
    GLANCE_FAMILIAR,  /* has its statement been seen often? */
};

static enum glance glance_at(int kind, unsigned stop_class)
{
    if (stop_class & STOP_STATEMENT || kind == EVENT_PROGRAM_START || kind == EVENT_PROGRAM_END)
        return GLANCE_NONE; /* but for `statement` itself */
    if (kind == EVENT_OBJECT_FREE || kind == EVENT_NAME_BIND || kind == EVENT_NAME_UNBIND)
        return GLANCE_NAME;
    if (stop_class & STOP_REFERENCE)
        return GLANCE_REFERENCE;
    if (stop_class & STOP_MICRO)
        return stop_class & STOP_LANDMARK ? GLANCE_NONE : GLANCE_MICRO;
    return GLANCE_FAMILIAR;
}

static unsigned class_of_level(enum event_level level)
{
    return level == LEVEL_STATEMENT   ? STOP_STATEMENT
           : level == LEVEL_OPERATION ? STOP_OPERATION
                                      : STOP_MICRO;
}

void stop_table_init(struct stop_table *table, const int *chapter_line, size_t chapters)
{
    *table = (struct stop_table){.chapter_line = chapter_line, .chapters = chapters};
    for (int kind = 0; kind < EVENT_COUNT; kind++) {
        const struct event_info *info = &event_info[kind];
        unsigned stop_class =
            strncmp(info->name, "ref.", 4) == 0 ? STOP_REFERENCE : class_of_level(info->level);
        if (is_landmark_name(info->name))
            stop_class |= STOP_LANDMARK;
        table->kind[kind] = (struct stop_traits){(uint8_t)stop_class, (int8_t)subject_field(info),
                                                 (uint8_t)glance_at(kind, stop_class)};
    }
}

static bool starts_chapter(const struct stop_table *table, int line)
{
    size_t low = 0, high = table->chapters;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (table->chapter_line[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low < table->chapters && table->chapter_line[low] == line;
}

/* A container, or an instance of a class of the program's: a date, a path is a plain value. */
static bool lesson_is_about(const Object *o)
{
    const Type *type = o->type;
    return type_has(o, TYPE_LIST_SUBCLASS | TYPE_DICT_SUBCLASS | TYPE_SET_SUBCLASS) ||
           (type->tp_flags & TYPE_HEAP && type->ob_base.serial > 0);
}

static bool is_naming(int kind)
{
    return kind == EVENT_NAME_BIND || kind == EVENT_NAME_UNBIND;
}

static const Object *first_object(const Machine *m)
{
    const struct event_info *info = &event_info[m->event.kind];
    int i = subject_field(info);
    return i < 0 ? NULL : (const Object *)m->event.field[i];
}

static bool is_of(const char *name, const char *const *family)
{
    for (; *family; family++)
        if (strncmp(name, *family, strlen(*family)) == 0)
            return true;
    return false;
}

/* ---- pace ------------------------------------------------------------------------------------ */

enum {
    ROUNDS = 3,        /* of a loop that are shown whole */
    ROUNDS_RARE = 300, /* in which what is rare is shown */
    LEVELS = 4,        /* of a recursion */
    RUNS_OF_HASHES = 2,
    RUNS = 6,       /* of a statement that are shown whole, wherever it stands */
    RUNS_RARE = 60, /* in which what is rare is shown, and what is printed */
    CALLS = 6,      /* of a function that are seen */
    AGE = 20,       /* of a statement, in events as machine_pace counts them */
    AGE_RARE = 300,
    AGE_OF_COPIES = 250,
    LONG = 70, /* a program, in statements that were new: from then on half of it will do */
};

/* A lesson has its time: what comes late is told more briefly. */
static uint32_t hurried(const Machine *m, uint32_t n)
{
    return inspect_news(m) > LONG ? (n + 1) / 2 : n;
}

/* Growing, and the parts of a sort: seldom, and what a lesson waits for. */
static bool is_rare(int kind)
{
    switch (kind) {
    case EVENT_DICT_GROW:
    case EVENT_DICT_RESIZE_DONE:
    case EVENT_LIST_GROW:
    case EVENT_LIST_MOVE:
    case EVENT_SET_GROW:
    case EVENT_SET_RESIZE_DONE:
    case EVENT_LIST_SORT_RUN:
    case EVENT_LIST_SORT_DESCENDING:
    case EVENT_LIST_SORT_EXTEND:
    case EVENT_LIST_SORT_MERGE:
    case EVENT_LIST_SORT_MERGED:
        return true;
    default:
        return false;
    }
}

/* The end of what a statement does: that is worth a step however much it was. */
static bool is_outcome(int kind)
{
    return is_naming(kind) || kind == EVENT_OUTPUT || kind == EVENT_RAISE || kind == EVENT_CALL ||
           kind == EVENT_RETURN || kind == EVENT_STATEMENT || kind == EVENT_LIST_SORT_DONE;
}

static bool is_of_copies(int kind)
{
    return kind >= EVENT_COPY_SHALLOW && kind <= EVENT_COPY_FINISHED;
}

static bool is_last_of_copy(int kind)
{
    return kind == EVENT_COPY_FINISHED || kind == EVENT_COPY_MADE;
}

/* Of these families a statement shows all that there is: they are seldom many. */
static const char *const of_collections[] = {"gc.", NULL};
static const char *const told_whole[] = {"class.", "mro.",  "attribute.", "super.",
                                         "gc.",    "copy.", "weakref.",   NULL};

static unsigned folded(unsigned stop_class)
{
    return stop_class & STOP_STATEMENT ? STOP_MICRO | STOP_FOLDED : STOP_MICRO;
}

/* What has been seen often enough goes by: a statement in nested loops, a function. */
static bool is_familiar(const Machine *m)
{
    uint32_t runs = inspect_runs(m);
    if (is_rare(m->event.kind) || m->event.kind == EVENT_OUTPUT)
        return runs > RUNS_RARE;
    return runs > hurried(m, RUNS) || inspect_calls(m) > hurried(m, CALLS);
}

/* Where a hash leads, and that the slot for a new key is free: told the first times that a
 * statement does it, for what comes of it is told all the same. */
static bool is_preliminary(const Machine *m)
{
    int kind = m->event.kind;
    bool hash = kind == EVENT_DICT_HASH || kind == EVENT_SET_HASH;
    bool empty = kind == EVENT_DICT_EMPTY || kind == EVENT_SET_EMPTY;
    bool inserts = m->op && (m->op->kind == OP_DICT_INSERT || m->op->kind == OP_SET_INSERT);
    return (hash || (empty && inserts)) && inspect_runs(m) > RUNS_OF_HASHES;
}

/* A linear probe of a set, one of a row: the first two tell how it goes on. */
static bool is_next_door(const Machine *m)
{
    enum { TOLD = 2 };
    return m->event.kind == EVENT_SET_PROBE && m->op && m->op->u.lookup.probes > TOLD;
}

unsigned stop_paced(const Machine *m, unsigned stop_class)
{
    int kind = m->event.kind;
    if (!(stop_class & (STOP_STATEMENT | STOP_OPERATION | STOP_REFERENCE)) ||
        kind == EVENT_PROGRAM_START || kind == EVENT_PROGRAM_END)
        return stop_class;
    if (kind == EVENT_STATEMENT && inspect_at_loop_head(m))
        return folded(stop_class);
    uint32_t rounds = inspect_rounds(m);
    if (rounds >= hurried(m, ROUNDS) && !(is_rare(kind) && rounds < ROUNDS_RARE))
        return folded(stop_class);
    if (inspect_recursion(m) > (int)hurried(m, LEVELS) || is_familiar(m) || is_next_door(m) ||
        is_preliminary(m))
        return folded(stop_class);
    if (is_of(event_info[kind].name, told_whole))
        return !is_of_copies(kind) || is_last_of_copy(kind) ||
                       inspect_statement_age(m, true) < AGE_OF_COPIES
                   ? stop_class
                   : folded(stop_class);
    uint64_t age = inspect_statement_age(m, !is_outcome(kind));
    if (age > AGE && !(is_rare(kind) && age < AGE_RARE))
        return folded(stop_class);
    return stop_class;
}

/* Whatever is done by a statement that has been seen so often is micro. */
static bool is_worn_out(const Machine *m)
{
    return inspect_runs_here(m) > RUNS_RARE;
}

/* ---- themes ---------------------------------------------------------------------------------- */

/* The families of events, by the beginnings of their names, that bear on a theme; those of the flow
 * of the program bear on all. */
static const char *const flow[] = {"call",   "return",   "raise",     "exception.", "generator.",
                                   "output", "program.", "statement", NULL};
static const char *const families[STOP_THEMES][16] = {
    [STOP_THEME_REFERENCES] = {"name.", "ref.", "object.free", "weakref."},
    [STOP_THEME_CLASSES] = {"class.", "mro.", "attribute.", "super."},
    [STOP_THEME_COLLECTION] = {"gc.", "object.free", "weakref."},
    [STOP_THEME_COPIES] = {"copy.", "name.", "list.store", "list.append", "list.extend",
                           "list.copied", "list.concat", "list.repeated", "dict.insert",
                           "dict.replace", "dict.delete", "dict.clone", "set.insert"},
};

static bool bears_on(enum stop_theme theme, const char *name)
{
    return is_of(name, flow) || is_of(name, families[theme]);
}

/* A name that goes is seen at the reference that goes with it. */
static unsigned of_references(const Machine *m, unsigned stop_class)
{
    const Object *named = (const Object *)m->event.field[0];
    switch (m->event.kind) {
    case EVENT_NAME_BIND: /* a tuple that the program has made holds references as a list does */
        return is_tuple(named) && named->serial > 0 && !inspect_in_library(m) ? STOP_OPERATION
                                                                              : stop_class;
    case EVENT_NAME_UNBIND:
        return STOP_MICRO;
    case EVENT_REF_DEC: /* the last one is seen where the object is freed */
        if (m->event.field[1] == 0)
            return STOP_MICRO;
        __attribute__((fallthrough));
    case EVENT_REF_INC: /* what a new container holds is seen when something holds it */
        if (m->event.field[2] && inspect_is_fresh(m, (const Object *)m->event.field[2]))
            return STOP_MICRO;
        return lesson_is_about((const Object *)m->event.field[0]) ? stop_class : STOP_MICRO;
    default:
        return stop_class;
    }
}

/* Where classes are the lesson, so is how their attributes are found. */
static unsigned of_classes(const Machine *m, unsigned stop_class)
{
    static const char *const walks[] = {"attribute.", "super.", NULL};
    bool walk = is_of(event_info[m->event.kind].name, walks);
    return walk && stop_class & STOP_MICRO ? STOP_OPERATION : stop_class;
}

/* Where copies are the lesson, changes of what is there already are. */
static unsigned of_copies(const Machine *m, unsigned stop_class)
{
    switch (m->event.kind) {
    case EVENT_DICT_INSERT:
    case EVENT_LIST_APPEND:
    case EVENT_LIST_EXTEND:
    case EVENT_SET_INSERT:
        return inspect_is_fresh(m, (const Object *)m->event.field[0]) ? STOP_MICRO : stop_class;
    default:
        return stop_class;
    }
}

static bool has_a_name(const Machine *m, const Object *o)
{
    Object *name, *value;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        if (value == o)
            return true;
    return false;
}

/* Does a collection decide nothing here that is new: of no object, of what has been decided once
 * before, of what the interpreter leaves behind? */
static bool is_routine(const Machine *m)
{
    const Op *op = m->op;
    int kind = m->event.kind;
    while (op && op->kind != OP_GC)
        op = op->outer;
    if (!op || kind == EVENT_GC_FINALIZE || kind == EVENT_GC_WEAKREFS)
        return false;
    if (op->u.gc.cause == GC_AT_END)
        return kind == EVENT_GC_START_LAST ? m->event.field[2]
               : kind == EVENT_GC_END      ? !m->event.field[1]
                                           : is_of(event_info[kind].name, of_collections);
    bool works_out = kind >= EVENT_GC_COPY_REFS && kind <= EVENT_GC_DEDUCED_NONE;
    return (works_out && op->u.gc.again) ||
           ((works_out || kind == EVENT_GC_PROMOTED) && !op->u.gc.objects);
}

/* Where the collector is the lesson, its decisions on single objects are, as long as they are few.
 */
static unsigned of_collection(const Machine *m, unsigned stop_class)
{
    enum { FEW = 60 };
    switch (m->event.kind) {
    case EVENT_GC_SUBTRACT:
    case EVENT_GC_SUBTRACT_NAME:
    case EVENT_GC_DOUBT:
    case EVENT_GC_RESCUED:
    case EVENT_GC_RESCUED_NAME:
        return lesson_is_about((const Object *)m->event.field[0]) && !is_routine(m) &&
                       inspect_statement_age(m, true) < FEW
                   ? STOP_OPERATION
                   : stop_class;
    case EVENT_GC_UNTRACKED:
        return has_a_name(m, (const Object *)m->event.field[0]) ? STOP_OPERATION : stop_class;
    default:
        return stop_class;
    }
}

/* The beginning and the end of a collection: of the one at the program's end a lesson about
 * anything else shows only what becomes of its own objects. */
static bool is_frame_of_collection(int kind)
{
    return kind == EVENT_GC_START_LAST || kind == EVENT_GC_END;
}

bool stop_is_plain(enum stop_theme theme, const Machine *m, unsigned stop_class)
{
    return theme == STOP_THEME_NONE && m->event.kind != EVENT_STATEMENT &&
           (stop_class == STOP_MICRO || stop_class == STOP_REFERENCE);
}

unsigned stop_for_theme(enum stop_theme theme, const Machine *m, unsigned stop_class)
{
    if (theme == STOP_THEME_REFERENCES)
        stop_class = of_references(m, stop_class);
    else if (stop_class & STOP_REFERENCE)
        return 0;
    if (theme == STOP_THEME_COPIES)
        stop_class = of_copies(m, stop_class);
    if (theme == STOP_THEME_COLLECTION)
        stop_class = of_collection(m, stop_class);
    if (theme == STOP_THEME_CLASSES)
        stop_class = of_classes(m, stop_class);
    const Object *subject = theme == STOP_THEME_NONE ? first_object(m) : NULL;
    if (m->event.kind == EVENT_MRO_SINGLE && theme != STOP_THEME_CLASSES)
        return STOP_MICRO; /* nothing is merged */
    if (theme == STOP_THEME_NONE && m->gc.ending && is_frame_of_collection(m->event.kind))
        return STOP_MICRO;
    if (subject && m->event.kind == EVENT_OBJECT_FREE && inspect_is_library(m, subject))
        return STOP_MICRO;
    if (subject && stop_class & STOP_OPERATION && !is_naming(m->event.kind) &&
        lesson_is_about(subject) && inspect_is_passing(m, subject))
        return STOP_MICRO;
    if (theme == STOP_THEME_NONE || !(stop_class & (STOP_OPERATION | STOP_REFERENCE)) ||
        bears_on(theme, event_info[m->event.kind].name))
        return stop_class;
    return STOP_MICRO;
}

static const Object *subject_of(const struct stop_table *table, const Machine *m)
{
    int field = table->kind[m->event.kind].subject;
    return field < 0 ? NULL : (const Object *)m->event.field[field];
}

/* Does an object of a class of the program's die?  That is worth a step wherever it happens. */
static bool ends_a_life(const struct stop_table *table, const Machine *m)
{
    return m->event.kind == EVENT_OBJECT_FREE && subject_of(table, m)->type->ob_base.serial > 0;
}

/* What the library does by the way; of what is there to be looked into all but what it is about: of
 * the copies, of each container two objects that are not copied, and the first that is kept
 * alive. */
static bool is_aside(const Machine *m)
{
    int kind = m->event.kind;
    if (kind == EVENT_RAISE)
        return inspect_in_library(m) && inspect_library_handles(m);
    if (inspect_in_glass(m))
        return !is_of_copies(kind) || (kind == EVENT_COPY_ATOMIC && m->event.field[1] > 2) ||
               (kind == EVENT_COPY_KEEP && m->event.field[1] > 1);
    return inspect_in_library(m);
}

/* Nothing else could come out of it. */
static bool returns_from_init(const Machine *m)
{
    return m->event.kind == EVENT_RETURN && m->event.field[1] == (intptr_t)m->none && m->frame &&
           inspect_str_is(inspect_frame_function(m->frame), "__init__");
}

/* Of ten events nine are such, which is why they are asked for first: names and frees of what no
 * lesson is about. */
static bool is_of_no_concern(const struct stop_table *table, const Machine *m)
{
    return (m->event.kind == EVENT_OBJECT_FREE || is_naming(m->event.kind)) &&
           !lesson_is_about(subject_of(table, m));
}

unsigned stop_classify(const struct stop_table *table, const Machine *m)
{
    unsigned stop_class = table->kind[m->event.kind].stop_class;
    if (is_of_no_concern(table, m))
        return STOP_MICRO;
    if (stop_class == STOP_REFERENCE)
        return is_aside(m) ? STOP_MICRO : STOP_REFERENCE;
    if (is_aside(m))
        return ends_a_life(table, m) ? STOP_OPERATION | STOP_LANDMARK : STOP_MICRO;
    if (is_routine(m) || returns_from_init(m))
        return STOP_MICRO;
    if (m->event.kind == EVENT_STATEMENT && inspect_in_program(m) &&
        starts_chapter(table, (int)m->event.field[0]))
        stop_class |= STOP_LANDMARK;
    if (m->event.kind == EVENT_OBJECT_FREE && lesson_is_about(subject_of(table, m)) &&
        (!m->gc.ending || ends_a_life(table, m)))
        stop_class = STOP_OPERATION | STOP_LANDMARK;
    if (m->event.kind == EVENT_RETURN && m->frame && inspect_frame_is_class(m, m->frame))
        stop_class = STOP_MICRO; /* a class body is no call */
    if (is_naming(m->event.kind) && !lesson_is_about(subject_of(table, m)))
        stop_class = STOP_MICRO;
    return stop_class;
}

bool stop_on_stage(const struct stop_table *table, const Machine *m,
                   const struct stop_filter *filter)
{
    if (!filter->shows || (table->kind[m->event.kind].stop_class & STOP_STATEMENT))
        return true;
    const Object *subject = subject_of(table, m);
    return !subject || filter->shows(m, subject, filter->context);
}

/* The name that a name.* event is about, else NULL. */
static const Object *name_in_event(const Machine *m)
{
    const struct event_info *info = &event_info[m->event.kind];
    for (int i = 0; info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_NAME)
            return (const Object *)m->event.field[i];
    return NULL;
}

bool stop_shows_names(const Machine *m, const Object *subject, void *context)
{
    const struct stop_names *names = context;
    const Object *name = name_in_event(m);
    for (size_t i = 0; i < names->count; i++) {
        if (name && inspect_str_is(name, names->name[i]))
            return true;
        if (inspect_lookup(m, names->name[i]) == subject)
            return true;
    }
    return false;
}

unsigned stop_staged(const struct stop_table *table, const Machine *m,
                     const struct stop_filter *filter, unsigned stop_class)
{
    if (!filter->shows || !stop_class)
        return stop_class;
    if (!stop_on_stage(table, m, filter))
        return 0;
    return filter->adjust ? filter->adjust(m, stop_class, filter->context) : stop_class;
}

bool stop_wanted(unsigned stop_class, enum event_level level, bool references)
{
    if (stop_class & STOP_STATEMENT)
        return true;
    if (stop_class & STOP_OPERATION)
        return level >= LEVEL_OPERATION;
    if (stop_class & STOP_MICRO)
        return level >= LEVEL_MICRO;
    return (stop_class & STOP_REFERENCE) && references && level >= LEVEL_OPERATION;
}

/* ---- at a glance ----------------------------------------------------------------------------- */

static unsigned glance_at_statement(const Machine *m)
{
    return is_worn_out(m) && !inspect_in_either(m) ? folded(STOP_STATEMENT) : STOP_UNCLEAR;
}

/* The commonest first: nothing here takes longer than to find out which it is. */
unsigned stop_glance(const struct stop_table *table, const Machine *m, enum event_kind kind,
                     const intptr_t *field)
{
    if (kind == EVENT_STATEMENT)
        return glance_at_statement(m);
    const struct stop_traits *traits = &table->kind[kind];
    if (traits->glance == GLANCE_NONE)
        return STOP_UNCLEAR;
    const Object *subject = traits->subject < 0 ? NULL : (const Object *)field[traits->subject];
    if (subject && subject->flags & OBJECT_QUIET)
        return 0;
    if (traits->glance == GLANCE_MICRO ||
        (traits->glance == GLANCE_NAME && !lesson_is_about(subject)))
        return STOP_MICRO;
    if (traits->glance == GLANCE_REFERENCE)
        return inspect_in_either(m) ? STOP_MICRO : 0;
    return is_worn_out(m) ? STOP_MICRO : STOP_UNCLEAR;
}
