#include <pyviz/machine/event.h>
#include <pyviz/machine/machine.h>

#include "run.h"

#include <string.h>

#define F(type, name) {FIELD_##type, #name},
#define EVENT(id, name, level, fields, sentence)                                                   \
    {name, level, {fields{FIELD_NONE, NULL}}, sentence},
const struct event_info event_info[EVENT_COUNT] = {
#include <pyviz/machine/event.def>
};
#undef EVENT
#undef F

bool event_is_passed_by(Machine *m, enum event_kind kind, const intptr_t *fields)
{
    struct machine_control *control = machine_control(m);
    return control->glance && m->clock < control->edge &&
           control->glance(m, kind, fields, control->context);
}

/* The event is noted before anyone is asked, so that the observer reads the machine as a frozen one
 * is read. */
void event_emit(Machine *m, enum event_kind kind, const intptr_t *fields, size_t n)
{
    struct machine_control *control = machine_control(m);
    if (event_is_passed_by(m, kind, fields))
        return;
    memset(&m->event, 0, sizeof m->event);
    m->event.kind = (uint16_t)kind;
    m->event.line = machine_line(m);
    memcpy(m->event.field, fields, n * sizeof *fields);
    bool stop = m->clock >= control->target;
    if (control->observer && control->observer(m, control->context))
        stop = true;
    if (m->clock >= m->limits.events && kind != EVENT_PROGRAM_END)
        run_end_at_limit(m,
                         "the limit of %llu events was reached: an endless loop? "
                         "(--max-events N sets another)",
                         (unsigned long long)m->limits.events);
    else if (stop)
        run_freeze(m);
}
