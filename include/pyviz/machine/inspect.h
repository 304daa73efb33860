/* Reading a frozen machine: what `state`, the views and the sentences need to know of it.
 *
 * Everything here is pure: nothing is allocated in the region, no event is emitted, no Python runs,
 * and whatever is written goes into the caller's buffer.  So it may be used at any event, however
 * deep in an operation, by an observer too.
 *
 * Numbers of objects.  An object allocated by the program is known by its serial number, 1 and up.
 * What existed before is known by a negative number, the same in every run of the same build, and
 * at every event: odd for what the compiler made, in its order; even for what the interpreter was
 * born with (None, small ints, types, builtins), from its place in the heap, which every boot lays
 * out alike.  People see no number of these. */
#ifndef PYVIZ_MACHINE_INSPECT_H
#define PYVIZ_MACHINE_INSPECT_H

#include <pyviz/machine/machine.h>

#include <pyviz/base/buffer.h>

/* A number of its own for each object: the serial that people see, of what the program made; below
 * zero for the compiler's and the interpreter's. */
int64_t inspect_number(const Machine *m, const Object *o);

/* The count that CPython would show, the machine's own references included.  False where CPython's
 * depends on how it was started: what exists before the program, unless it is immortal. */
bool inspect_refcount(const Machine *m, const Object *o, int64_t *refcount);
/* By the profile: before 3.12 nothing is. */
bool inspect_is_immortal(const Machine *m, const Object *o);
/* sys.getsizeof, GC head included; -1: not known (a code object's). */
ssize_t inspect_sizeof(const Machine *m, const Object *o);

/* Appends Python's own repr, whole, of an int, float, complex, bool, None, Ellipsis, str, bytes,
 * range, or a tuple of these, of exactly these types; for all others false, and nothing. */
bool inspect_repr(const Machine *m, const Object *o, struct buffer *out);
/* The same of a Decimal, a Fraction, a date, time, datetime, timedelta or timezone, a path, a UUID:
 * of exactly the library's types, once their fields are filled in. */
bool inspect_library_repr(const Machine *m, const Object *o, struct buffer *out);
/* Appends a repr of at most `columns` terminal columns (4 at least), for people: long texts and
 * containers are cut with "…", classes go by their names, functions by theirs, "<function f>" or,
 * where that is too long, "f()"; whatever has no text of its own by type and number, "<Node #12>".
 * Never any control character.  NULL is "nothing". */
void inspect_short_repr(const Machine *m, const Object *o, int columns, struct buffer *out);
/* The same, but what can be called as a call of it: "f()". */
void inspect_call_repr(const Machine *m, const Object *o, int columns, struct buffer *out);
/* str(exception) as the traceback shows it. */
void inspect_exception_message(const Machine *m, const Object *exception, struct buffer *out);
/* The line that raised it: the innermost of its traceback; 0 if nothing is known. */
int inspect_exception_line(const Machine *m, const Object *exception);

/* ---- names ----------------------------------------------------------------------------------- */

/* Walks the module's names in the order of their binding, those left out that a module is born with
 * (__name__, __builtins__, ...).  *at starts at 0; false at the end; all borrowed. */
bool inspect_next_name(const Machine *m, size_t *at, Object **name, Object **value);
/* Is this the str's text? */
bool inspect_str_is(const Object *str, const char *utf8);
/* What a name means now: a local of the innermost frame, else a name of the module; or NULL. */
Object *inspect_lookup(const Machine *m, const char *wanted);

/* ---- references ------------------------------------------------------------------------------ */

enum inspect_link_kind {
    LINK_ITEM,      /* of a list or tuple: index */
    LINK_KEY,       /* of a dict; of a set */
    LINK_VALUE,     /* of a dict: name is its key */
    LINK_ATTRIBUTE, /* of an instance or class: name */
    LINK_PART,      /* whatever else an object holds */
};
struct inspect_link {
    enum inspect_link_kind kind;
    ssize_t index;
    Object *name, *target; /* borrowed */
};
/* False ends the visit. */
typedef bool (*inspect_visit)(const struct inspect_link *link, void *context);

/* Visits every reference that an object holds, in the order in which it shows them; those to types
 * are left out. */
void inspect_links(const Machine *m, const Object *o, inspect_visit visit, void *context);
/* The attributes of an instance or class, in order: *at starts at 0. */
bool inspect_next_attribute(const Machine *m, const Object *o, size_t *at, Object **name,
                            Object **value);
/* How many references the constants of the program's code hold. */
int64_t inspect_held_by_code(const Machine *m, const Object *o);
/* How many of the references to o are held by tuples of arguments, which calls of some functions
 * make and hold while they last: those among the newest objects that the collector knows. */
int64_t inspect_held_by_arguments(const Machine *m, const Object *o);
/* Is it the tuple of constants of some code of the program? */
bool inspect_is_constants(const Machine *m, const Object *o);
/* Visits what the collector knows of, the old ones first, in the middle of a collection too; false
 * ends it. */
void inspect_tracked(const Machine *m, bool (*visit)(Object *o, void *context), void *context);

/* ---- classes --------------------------------------------------------------------------------- */

/* What stands in a class's namespace, by what becomes of it when it is sought on an instance. */
enum inspect_attribute {
    ATTRIBUTE_VALUE,  /* itself */
    ATTRIBUTE_METHOD, /* a function: bound to the instance */
    ATTRIBUTE_STATIC_METHOD,
    ATTRIBUTE_CLASS_METHOD,    /* bound to the class */
    ATTRIBUTE_PROPERTY,        /* called */
    ATTRIBUTE_SLOT,            /* of __slots__: a place in the instance */
    ATTRIBUTE_GETSET,          /* written in C: __dict__, __weakref__ */
    ATTRIBUTE_CLASS,           /* another class */
    ATTRIBUTE_DESCRIPTOR,      /* has __get__: the instance's own attribute comes before it */
    ATTRIBUTE_DATA_DESCRIPTOR, /* has __set__ or __delete__: comes before the instance's own */
};
enum inspect_attribute inspect_attribute_kind(const Machine *m, const Object *value);
/* Does it come before what the instance itself has? */
bool inspect_attribute_is_data(enum inspect_attribute kind);
Object *inspect_function_name(const Object *function); /* a str, borrowed */
/* Appends the parameters of a function, or of what a method or property is made of: "(self, x=…)";
 * nothing for others. */
void inspect_signature(const Machine *m, const Object *o, struct buffer *out);
/* Has this property a setter? */
bool inspect_property_is_settable(const Object *property);
/* The first class that has the name, behind place `after` in the order of a class (-1: from its
 * beginning); NULL: none has. */
const Type *inspect_class_with(const Machine *m, const Type *type, Object *name, ssize_t after);
/* Walks the places that __slots__ gave an instance, the bases' first; *value NULL: nothing there.
 * *at starts at 0. */
bool inspect_next_slot(const Machine *m, const Object *o, size_t *at, Object **name,
                       Object **value);

/* A type's __name__: "deque", not "collections.deque"; and that of an object's type. */
const char *inspect_type_name(const Object *type);
const char *inspect_type_title(const Object *o);

/* Is there enough of it to be looked at?  A class that has just been allocated has no name yet. */
bool inspect_is_made(const Object *o);

/* Is it of the library's modules that are written in Python: a function, a class, an instance of
 * one? What it does is CPython's; what it is made of is not. */
bool inspect_is_library(const Machine *m, const Object *o);

/* Is it a name that CPython's module has, and one that the program has imported lacks here? */
bool inspect_is_missing(const Machine *m, const char *name);

/* ---- frames ---------------------------------------------------------------------------------- */

/* How many there are; frame 0 is the module's, the last is the innermost. */
/* The innermost frame that is not the library's; NULL outside of the program. */
const struct Frame *inspect_innermost_frame(const Machine *m);
/* Is the innermost frame one of a module that pyviz brings along? */
bool inspect_in_library(const Machine *m);
/* Is it one whose insides are there to be seen? */
bool inspect_in_glass(const Machine *m);
/* Either? */
bool inspect_in_either(const Machine *m);
/* Does what runs stand in the program's own text, not in another file's? */
bool inspect_in_program(const Machine *m);
/* The name of the file beside the program whose code runs; NULL if it is the program itself. */
const char *inspect_other_file(const Machine *m);
/* If what runs is a statement that was put in between (machine_set_what_ifs): its text, with a
 * newline; else NULL.  Its frame is none of the program's: its names are those of the one below. */
const char *inspect_what_if(const Machine *m);
size_t inspect_frame_count(const Machine *m);
/* Borrowed; stays good until the machine runs.  The caller of a frame: NULL for the module's. */
const struct Frame *inspect_frame(const Machine *m, size_t i);
const struct Frame *inspect_outer_frame(const struct Frame *frame);
Object *inspect_frame_function(const struct Frame *frame); /* its name, a str */
Object *inspect_frame_qualname(const struct Frame *frame); /* "Left.greet", a str */
/* Which of the calls of its code it is, from 1 on: it tells two frames of one function apart. */
uint32_t inspect_frame_call(const struct Frame *frame);
/* Whether its names are the module's: it has no locals of its own. */
bool inspect_frame_is_module(const Machine *m, const struct Frame *frame);
/* Whether it runs the body of a class statement. */
bool inspect_frame_is_class(const Machine *m, const struct Frame *frame);
/* How many of its first locals are its parameters: those are walked while *at is no more. */
size_t inspect_frame_parameters(const struct Frame *frame);
/* Does the body of the function, or of one inside it, bind this local anew?  i counts from 0 in the
 * order of inspect_next_local: *at is i + 1 when it has been walked. */
bool inspect_frame_rebinds(const Machine *m, const struct Frame *frame, size_t i);
/* Lies this local, i as above, in a cell, which other functions share? */
bool inspect_frame_has_cell(const Machine *m, const struct Frame *frame, size_t i);
/* What a call of the function gives before any of its body has run. */
enum inspect_frame_kind {
    FRAME_PLAIN, /* nothing: the body runs */
    FRAME_GENERATOR,
    FRAME_COROUTINE,
    FRAME_ASYNC_GENERATOR,
};
enum inspect_frame_kind inspect_frame_kind(const struct Frame *frame);
int inspect_frame_line(const struct Frame *frame); /* of its statement under way */
/* Of its n-th statement before that, 0 <= n < 2; 0: there was none, or an exception led from it to
 * where the frame is now. */
int inspect_frame_earlier_line(const struct Frame *frame, int n);
/* Where the instruction under way stands: line, and column in bytes from 0. */
void inspect_frame_place(const struct Frame *frame, int *line, int *col);
/* The line of the instruction under way in the program's own file, which may be another than its
 * statement's.  0: none. */
int inspect_line_under_way(const Machine *m);
/* Does it run statements of the program's own text?  A lambda's or a generator expression's has
 * none. */
bool inspect_frame_has_statements(const Machine *m, const struct Frame *frame);
/* Walk the bound locals (of cells, what is in them) and the values on its stack from the bottom up.
 * *at starts at 0. */
bool inspect_next_local(const Machine *m, const struct Frame *frame, size_t *at, Object **name,
                        Object **value);
bool inspect_next_on_stack(const struct Frame *frame, size_t *at, Object **value);
/* Walks the names of the module that the frame's code reads as globals, those bound now; a name
 * that it reads twice comes twice. */
bool inspect_next_global(const struct Frame *frame, size_t *at, Object **name, Object **value);
/* Is the tuple what the function keeps its defaults in? */
bool inspect_has_defaults(const Machine *m, const Object *function, const Object *tuple);
/* Is what its parameter i holds the very object that the function has as that one's default? */
bool inspect_frame_has_default(const struct Frame *frame, size_t i);
/* Walks what its function takes from the functions around it, that which is bound now, also before
 * the call has begun to run. */
bool inspect_next_enclosed(const struct Frame *frame, size_t *at, Object **name, Object **value);

/* ---- pace ------------------------------------------------------------------------------------ */

/* How often the loops that the program is in have come round, that of them which has done so most
 * often; in whatever frame. */
uint32_t inspect_rounds(const Machine *m);
/* Is the statement about to run the head of a loop that has been there before? */
bool inspect_at_loop_head(const Machine *m);
/* If the statement about to run is the first one behind a loop: how often that came round; else
 * 0. */
uint32_t inspect_rounds_done(const Machine *m);
/* How often what runs has been called, all in all: of the frames under way the most. */
uint32_t inspect_calls(const Machine *m);
/* A number that grows by one with each statement that runs: two moments that it tells apart by one
 * have no other statement between them. */
uint64_t inspect_statements(const Machine *m);
/* How many statements have run, of each only its first few times: how long the program has been at
 * what is new to a reader. */
uint64_t inspect_news(const Machine *m);
/* The same of the statements under way: how often each has run. */
uint32_t inspect_runs(const Machine *m);
/* The same of the innermost of them only, which is the first to have been seen often. */
uint32_t inspect_runs_here(const Machine *m);
/* Stands the instruction under way of the library in a try of its own? */
bool inspect_library_handles(const Machine *m);
/* How many frames run the code that the innermost one runs. */
int inspect_recursion(const Machine *m);
/* How long, as machine_pace counts, the statement had been under way when the present operation
 * began, or has been if there is none: of all frames the one where that is longest.  Without the
 * innermost: of those that have called it. */
uint64_t inspect_statement_age(const Machine *m, bool innermost);
/* Was it made by the statement under way? */
bool inspect_is_fresh(const Machine *m, const Object *o);
/* Was it made by the statement under way, which will not keep it: will no name and no container
 * hold it when the statement is done? */
bool inspect_is_passing(const Machine *m, const Object *o);

#endif
