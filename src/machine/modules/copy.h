/* The parts of the copy module. */
#ifndef PYVIZ_MACHINE_MODULES_COPY_H
#define PYVIZ_MACHINE_MODULES_COPY_H

#include "../body.h"
#include "native.h"

#include <pyviz/machine/op.h>

/* Variables of the functions, in the order of modules/python/copy.py. */
enum { DEEP_X, DEEP_MEMO, DEEP_NIL, DEEP_D, DEEP_Y, DEEP_CLS, DEEP_COPIER, DEEP_REDUCTOR, DEEP_RV };
enum { COPY_X, COPY_CLS, COPY_COPIER, COPY_REDUCTOR, COPY_RV };

/* copy_parts.c: the copiers of the table.  copy_rebuild.c: _reconstruct. */
Object *copy_atomic_body(Machine *m, Frame *f);
Object *copy_list_body(Machine *m, Frame *f);
Object *copy_tuple_body(Machine *m, Frame *f);
Object *copy_dict_body(Machine *m, Frame *f);
Object *copy_method_body(Machine *m, Frame *f);
Object *copy_keep_alive_body(Machine *m, Frame *f);
Object *copy_reconstruct_body(Machine *m, Frame *f);

/* id(o), as CPython's code asks for it: where C calls count as frames do, it may be one too
 * many. */
Object *copy_id(Machine *m, Object *o);
/* memo[key] = value: 0 or -1.  Steals the key. */
int copy_note(Machine *m, Frame *f, Object *memo, Object *key, Object *value);
/* How many entries; 0 of what is no dict. */
int64_t copy_entries(const Object *memo);
/* The record of the copy of x under way; NULL: the program calls the copier by itself. */
Op *copy_under_way(Machine *m, const Object *x);
/* `deepcopy(part, memo)` with the function that the caller knows by that name.  Steals part. */
Object *copy_part(Machine *m, Frame *f, Object *deepcopy, Object *part, Object *memo);

#endif
