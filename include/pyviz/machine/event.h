/* Events: the teachable moments.  event.def lists each once; the kinds, the JSON, the sentences and
 * the docs are generated from it.
 *
 * Invariant: EMIT follows the write that it names, so that a machine frozen at an event shows what
 * the event says.  The clock is the number of events so far. */
#ifndef PYVIZ_MACHINE_EVENT_H
#define PYVIZ_MACHINE_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Machine Machine;
typedef struct Object Object;

enum event_level { LEVEL_STATEMENT, LEVEL_OPERATION, LEVEL_MICRO, LEVEL_COUNT };

enum event_field_type {
    FIELD_NONE,
    FIELD_OBJECT, /* Object *, may be NULL: JSON its serial, sentence its short repr */
    FIELD_INT,
    FIELD_HASH, /* signed, as hash() gives it */
    FIELD_SIZE, /* bytes */
    FIELD_BOOL,
    FIELD_ADDRESS,
    FIELD_NAME, /* a StrObject *, shown without quotes */
};

enum event_kind {
#define EVENT(id, name, level, fields, sentence) EVENT_##id,
#include <pyviz/machine/event.def>
#undef EVENT
    EVENT_COUNT
};

enum { EVENT_FIELDS = 6 };

struct Event {
    uint16_t kind;
    int32_t line;
    intptr_t field[EVENT_FIELDS];
};

struct event_field_info {
    enum event_field_type type;
    const char *name;
};
struct event_info {
    const char *name; /* "dict.probe" */
    enum event_level level;
    struct event_field_info fields[EVENT_FIELDS + 1]; /* ends with FIELD_NONE */
    /* With {field} for values; see event.def for the forms. */
    const char *sentence;
};
extern const struct event_info event_info[EVENT_COUNT];

/* The slow half of EMIT: notes the event, asks the observer, switches out if the run stops here. */
void event_emit(Machine *m, enum event_kind kind, const intptr_t *fields, size_t n);
/* Does nobody look closely at such an event?  Then it has been counted: for those who would take
 * pains to find out all that it has to tell. */
bool event_is_passed_by(Machine *m, enum event_kind kind, const intptr_t *fields);

#define EVENT_ARG0()
#define EVENT_ARG1(a)                              (intptr_t)(a)
#define EVENT_ARG2(a, b)                           (intptr_t)(a), (intptr_t)(b)
#define EVENT_ARG3(a, b, c)                        (intptr_t)(a), (intptr_t)(b), (intptr_t)(c)
#define EVENT_ARG4(a, b, c, d)                     EVENT_ARG2(a, b), EVENT_ARG2(c, d)
#define EVENT_ARG5(a, b, c, d, e)                  EVENT_ARG3(a, b, c), EVENT_ARG2(d, e)
#define EVENT_ARG6(a, b, c, d, e, f)               EVENT_ARG3(a, b, c), EVENT_ARG3(d, e, f)
#define EVENT_PICK(_1, _2, _3, _4, _5, _6, n, ...) n
#define EVENT_ARGS(...)                                                                            \
    EVENT_PICK(__VA_ARGS__, EVENT_ARG6, EVENT_ARG5, EVENT_ARG4, EVENT_ARG3, EVENT_ARG2,            \
               EVENT_ARG1, 0)                                                                      \
    (__VA_ARGS__)

/* EMIT(m, DICT_PROBE, d, key, slot): at least one field.  Costs an increment and a compare unless
 * somebody looks. */
#define EMIT(m, id, ...)                                                                           \
    do {                                                                                           \
        if (__builtin_expect(++(m)->clock >= machine_control(m)->horizon, 0)) {                    \
            const intptr_t emit_[] = {EVENT_ARGS(__VA_ARGS__)};                                    \
            event_emit((m), EVENT_##id, emit_, sizeof emit_ / sizeof *emit_);                      \
        }                                                                                          \
    } while (0)
/* The same for an operation on o: silent if o is one of the interpreter's namespaces. */
#define EMIT_ON(m, o, id, ...)                                                                     \
    do {                                                                                           \
        if (!(((Object *)(o))->flags & OBJECT_QUIET))                                              \
            EMIT(m, id, (o), __VA_ARGS__);                                                         \
    } while (0)

#endif
