/* What differs between CPython versions, as data.  Object code asks a field of the profile, never
 * the version number.  Measured on the micro version named; see profile.c. */
#ifndef PYVIZ_MACHINE_PROFILE_H
#define PYVIZ_MACHINE_PROFILE_H

#include <stdbool.h>
#include <stdint.h>

enum { FREE_TUPLES = 20 };
/* What is in the free lists of an interpreter. */
struct boot_free_lists {
    int64_t lists, dicts, dict_keys, slices;
    int64_t tuples[FREE_TUPLES]; /* of 1 to 20 items */
};

typedef struct Profile {
    int major, minor, micro;

    /* list: Objects/listobject.c */
    bool comprehension_iters_again;    /* each loop asks its iterator for an iterator (3.13.5) */
    bool list_repr_holds_item;         /* while the item's repr() is made (3.13.5) */
    bool list_pop_to_empty_frees;      /* popping the last item clears: capacity 0 (3.12) */
    bool list_extend_set_dict_resizes; /* list(set), list(dict) grow by list_resize (3.13) */

    bool list_del_item_keeps_slots; /* del a[i] only closes the gap, without list_resize (3.13) */
    const char *list_slice_not_iterable; /* a[0:1] = 5 */
    bool list_sort_reverse_is_int;       /* a.sort(reverse='x') is refused (3.11) */
    bool code_keeps_names;        /* the tuples that co_varnames and its like have made (3.12) */
    bool module_getattr_held;     /* a module's own __getattr__, while it runs (3.13) */
    bool property_has_name;       /* property.__name__, also from its getter (3.13) */
    bool property_doc_always_set; /* of a subclass's instance, also where there is none (3.12) */
    bool classmethod_asks_descriptors; /* a property inside, say (up to 3.12) */
    bool memoryview_has_halves;        /* cast() to 'e' (3.12) */
    bool weakproxy_says_dead;          /* its repr() when the object has gone (3.13) */
    bool int_has_tag;           /* object.__sizeof__() of an int reads lv_tag, not ob_size (3.12) */
    bool bytes_percent_takes_z; /* a flag that means nothing (3.11.2) */
    bool list_sort_equal_runs;  /* sort() finds descending runs with equal items in them (3.13) */

    /* slice and range: Objects/sliceobject.c, Objects/rangeobject.c */
    bool slice_hashable;     /* 3.12 */
    int range_iterator_size; /* sizeof iter(range(3)): one field fewer since 3.12 */
    int text_stream_size;    /* sys.getsizeof(sys.stdout) */
    int regex_scanner_size;  /* of one, with the state of a search inside; GC head not included */

    /* dict: Objects/dictobject.c */
    int dict_log2_rounding; /* gh-133703: 1 the old rounding of used*3, 0 the mended one */
    int dict_freelist, dict_keys_freelist;
    bool inline_values;          /* of instances, in the object itself (3.13) */
    bool split_dict_takes_table; /* an empty one, of what it is updated from (not since 3.13) */
    /* the dict of an instance without values, made by asking for it (3.11) */
    bool asked_dict_is_plain;

    /* freelists and collector */
    int list_freelist, tuple_freelist, float_freelist;
    int gc_threshold[3];
    bool gc_clears_slice;       /* a full collection empties the one-slice free list, too (3.13) */
    bool weakrefs_end_in_tuple; /* also a single one, while its callback runs (3.13) */
    bool min_max_parser_made_late; /* (3.13) */
    bool parsers_made_late;  /* the names of keywords lie in tuples, made at a first call (3.11) */
    bool gc_at_eval_breaker; /* a collection waits for the next call or backward jump (3.12) */
    bool handlers_jump_back; /* behind which the eval breaker is looked at (3.12) */
    bool gc_runs_once_due;   /* and then runs, though the program has disabled it since (3.12) */
    bool
        tuples_of_20_rest; /* in their free list, for ever: none is taken from there (up to 3.12) */
    /* Of an interpreter that is about to read the script's first line: */
    int gc_boot_count[3];
    struct boot_free_lists boot_free;
    int64_t
        gc_boot_objects[4];   /* how many objects each generation holds, and how many are frozen */
    int64_t gc_boot_settling; /* how many of them the first full collection frees or untracks */
    const char *boot_modules; /* of module_objects.def, those that are loaded by then */
    int gc_boot_collections[3], gc_boot_collected[3]; /* gc.get_stats() by then */

    bool min_max_pack_arguments; /* min(a, b): into a tuple (up to 3.12) */
    /* OrderedDict.__reduce__(): how its state is found there, and what that allocates, is not
     * known (3.11) */
    bool odict_state_is_guessed;
    bool slot_names_counted_late; /* by copyreg: one container more, at first (3.12) */
    /* Of builtin functions, the METH_PACKED_* flags of those without a vectorcall, whose arguments
     * come in a tuple and a dict; and of those that are named without their class in errors about
     * keywords. */
    int packed_methods, barely_named_methods;
    bool int_and_str_vectorcall; /* calling these types (3.13) */
    /* the list of weak references of a class's instance stands in front of it (3.12) */
    bool weakrefs_before_object;

    /* immortality (PEP 683): 0 none */
    int64_t immortal_refcount;
    bool interned_constants_immortal; /* identifier-like constants (3.12.x only) */
    bool latin1_immortal;
    bool main_name_interned;     /* __name__ of a script is the interned '__main__' (3.13) */
    bool holds_what_it_compares; /* list <, deque.index(), OrderedDict == hold the items (3.13) */
    bool sent_values_move; /* to the generator that `yield from` and await hand them on to (3.12) */
    bool range_iterator_counts; /* what it has given, and reduces to the whole range (up to 3.11) */
    bool traceback_beside_exception; /* while it is under way (up to 3.11) */
    bool gc_builds_arguments;        /* for each of gc.callbacks (up to 3.11): they are held */
    bool issubset_reads_all;         /* set.issubset() makes a set of an iterable (up to 3.11) */
    bool truth_of_a_copy;            /* `and` and `or` test one more reference (3.12) */
    bool bytes_literal_held_twice;   /* by the syntax tree, while a script runs (3.12) */
    const char *interned_chars; /* one-character strs whose interned copy is not the shared one */

    /* hashing */
    int siphash_c, siphash_d;
    bool hash_none_is_constant; /* 0xFCA86420 since 3.12; before, an address */

    /* the library's modules */
    bool math_log_by_clinic;         /* math.log() names its arguments as others do (3.12) */
    bool math_nextafter_steps;       /* 3.12 */
    bool math_has_sumprod;           /* 3.12 */
    bool math_has_fma;               /* 3.13 */
    bool sys_has_last_exc;           /* sys.last_exc (3.12) */
    bool sys_tells_gil;              /* sys._is_gil_enabled(), sys.flags.gil (3.13) */
    bool flags_tell_max_digits;      /* sys.flags.int_max_str_digits, which was -1 (3.12) */
    bool profiler_told_first;        /* before the tracer (3.12) */
    bool array_has_w;                /* the type code of 4-byte characters, instead of u (3.13) */
    bool clock_id_is_named;          /* clk_id should be integer, not str (3.13) */
    const char *time_type;           /* what a time is too large for */
    bool sleep_takes_two_to_63;      /* nanoseconds, as a float (3.11.2) */
    const char *module_of_open;      /* open.__module__ */
    bool re_joins_by_subject;        /* pieces, by an empty part of what was searched (3.11) */
    bool decimal_types_on_heap;      /* Decimal and Context (3.13) */
    const char *unicode_version;     /* unicodedata.unidata_version */
    bool writes_gather;              /* before a write only much text sends on what waits (3.13) */
    bool re_has_template;            /* the flag re.TEMPLATE (until 3.12) */
    bool json_nan_error_shows_value; /* 3.12 */
    bool json_names_trailing_comma;  /* 3.13 */

    /* sizes */
    int empty_str_ascii_size; /* sizeof '' */
    int str_compact_size;     /* header of a non-ASCII str */
    int str_object_size;      /* of one of a subclass, whose text lies elsewhere */
    int function_size;        /* sizeof of a def, GC head not included */
    int type_size;            /* of a class without shared keys, GC head not included */
    int frame_object_size;    /* of a frame object without slots */
    int generator_size;       /* of a generator without locals and stack */

    /* compiler and frames */
    bool classes_know_source;     /* __firstlineno__, __static_attributes__ (3.13) */
    bool class_keys_warned_of;    /* those that are no str, in a class's namespace (3.13) */
    bool keyword_names_pushed;    /* of a call, onto the stack (3.13) */
    bool constants_returned;      /* without being pushed (3.12) */
    bool generators_handle_stop;  /* StopIteration, by code of their own (3.12) */
    int least_stacksize;          /* co_stacksize of code that needs less */
    bool lookups_hold;            /* what a lookup in a class finds is held for a moment (3.13) */
    const char *subclassed;       /* builtin types that have subclasses when a program begins */
    bool stores_name_attributes;  /* AttributeErrors of setting and deleting: name, obj (3.13) */
    bool attribute_hooks_bind;    /* __getattr__ is called as a bound method, once there has been
                                     an AttributeError (3.11) */
    bool class_calls_specialized; /* from the second time on, at one place of the program (3.13) */
    /* properties and __getitem__, from the second time on, at one place (3.12) */
    bool accessors_inlined;
    bool specializes_when_warm;    /* a code object, when it has been at work for a while (3.11) */
    bool exec_holds_locals;        /* itself, while the code runs (3.12) */
    bool call_ex_inlined;          /* f(*args) hands its references over to the frame (3.12) */
    bool docstrings_cleaned;       /* they lose their indentation (3.13) */
    bool unused_constants_dropped; /* from co_consts, after folding (3.12) */
    bool deepcopy_reads_new_memo;  /* it looks for the first object, too (up to 3.12) */
    bool comprehensions_inlined;   /* PEP 709 (3.12) */
    int c_recursion_limit; /* of C functions within each other; 0: they count as frames do (3.11) */
    bool assert_points_at_test;  /* carets of an AssertionError under the condition (not in 3.12) */
    bool element_positions;      /* carets under a comprehension's element (3.12) */
    bool with_points_at_manager; /* carets of an error in `with` under the manager (3.13) */
    bool for_points_at_iterable; /* carets of an error in `for` under the iterable (3.13) */
    bool fstring_positions;      /* the parts of an f-string know where they stand (3.12) */

    /* numbers: Objects/longobject.c, Objects/floatobject.c, Python/bltinmodule.c */
    bool int_call_checks_positional; /* int(1, 2, 3): "int expected at most 2 arguments" (3.13) */
    bool sum_compensates;            /* sum() of floats carries the lost low bits along (3.12) */
    bool locals_looks_for_hidden;    /* variables of comprehensions, with a dict for them (3.12) */
    bool locals_is_snapshot;         /* locals() in a function is a new dict each time (3.13) */
    bool flags_are_truths;           /* keepends and the like: once C ints (3.12) */
    bool chr_clips;                  /* chr(10**20) is a ValueError as any too large is (3.13) */
    const char *float_modulo_by_zero, *min_max_empty, *iter_not_callable;

    /* messages and tracebacks */
    bool uncaught_printed_in_python;     /* by the module traceback (3.13) */
    bool traceback_suggests;             /* the module, too: Did you mean (3.12) */
    bool ending_errors_say_more;         /* which atexit callback, which stream (3.13) */
    bool set_name_errors_noted;          /* an error of __set_name__() gets a note (3.12) */
    bool import_error_has_name_from;     /* (3.12) */
    bool attribute_error_state_has_name; /* pickled, copied (3.12) */
    bool newline_is_wide;                /* a column in the offsets of a SyntaxError (3.12) */
    bool not_callable_suggests;          /* a module's function of its name (3.12) */
    bool super_error_names_both;         /* the object and the type (3.13) */
    bool generic_without_bases;          /* list[int].__bases__ is an error (3.13) */
    bool no_dict_error_says_so;          /* and no __dict__ for setting new attributes (3.13) */
    bool gc_names_itself;                /* gc.set_threshold requires 1 to 3 arguments (3.13) */
    bool str_split_presizes_by_length;   /* the list of a split without maxsplit (3.12) */
    bool mro_error_one_line;
    bool errors_made_at_once;         /* also those that nobody catches but C code (3.12) */
    bool str_arguments_by_clinic;     /* the refusals of find, count, startswith ... (3.13) */
    bool generator_close_returns;     /* close() gives what the generator returned (3.13) */
    bool generator_close_at_once;     /* one that has no try around its pause just ends (3.13) */
    bool generator_close_keeps_frame; /* of one that has not started (3.12) */
    bool generator_forgets_caller; /* before its frame goes: no f_back in its tracebacks (3.11) */
    /* What becomes of a StopIteration is told by its code (3.12): thrown into one that
     * has not begun it stays; `yield from` takes any for its value, not only what throw() gave. */
    bool generator_stops_by_handlers;
    bool generator_throw_warns; /* throw(type, value, traceback) is deprecated (3.12) */
    bool traceback_qualnames;   /* in C.f rather than in f (3.11 and 3.12's C printer does not) */
    bool unraisable_carets;     /* "Exception ignored in": carets in its traceback (not in 3.13) */
    bool carets_count_characters; /* not the columns that they take (3.11.2) */
    bool carets_on_every_line;    /* of an expression, and under a call's parentheses too (3.13) */
    bool suggestions_from_all;    /* locals, globals and builtins together (3.13), not one by one */
    bool abstract_error_quotes;   /* without an implementation for abstract method 'f' (3.12) */
    bool generic_lists_by_name;   /* list[[int]], not list[[<class 'int'>]] (3.12) */
    bool namespace_takes_mapping; /* SimpleNamespace({"a": 1}) (3.13) */
    bool mappingproxy_hashable;   /* (3.12) */
    bool suggestions_within_length;       /* by Lib/traceback.py: suggest.c (3.12 alone) */
    bool namespace_says_where;            /* the repr of a package without a file (3.12) */
    bool import_errors_warn_of_shadowing; /* consider renaming ... (3.13) */
    bool suggests_imports;                /* Did you forget to import 'math'? (3.12) */
    bool key_errors_are_duplicates; /* f(**o): of keyword arguments, whoever raises it (3.12) */
    bool jumps_at_test;             /* a truth value is asked for at its expression (3.12) */
    bool lambdas_return_at_body;    /* not where the lambda begins (3.13) */
    bool super_loads_self;          /* super().x, as a variable (3.12) */
    bool iterable_positions; /* of a comprehension's iterable: where iter() is called (3.13) */
    bool int_digits_counted_first;   /* too many digits, whatever may follow them (3.11) */
    bool weakref_slot_two_reasons;   /* why __weakref__ in __slots__ is not allowed (3.11) */
    bool bytearray_extend_names_str; /* bytearray().extend('x'): got: 'str' (3.13) */
    bool exec_null_is_value_error;   /* a null byte in source, not a SyntaxError (3.11.2) */
    bool exec_takes_keywords;        /* exec(source, globals=..., locals=...) and eval() (3.13) */
    bool group_methods_take_one;     /* and need not count it themselves (3.13) */
    bool group_takes_callables;      /* split() and subgroup() of an exception group (3.13) */
    const char *file_of_nowhere;     /* of a warning when no code is running */
    int line_of_nowhere;
    bool names_types_in_full; /* "'f.<locals>.C' object has no attribute 'x'", of a slot (3.13) */
    bool warns_of_code_kind;  /* f.__code__ of a generator for that of a plain one (3.13) */
    bool interns_qualnames;   /* co_qualname: equal ones are one (3.13) */
    bool athrow_begins;       /* what is thrown into an aclose() not begun yet begins it (3.13) */
    bool asend_warns;         /* "coroutine method 'asend' of 'g' was never awaited" (3.13) */
    bool match_args_optional; /* a class without them costs a pattern no AttributeError (3.13) */
    const char *match_not_class;    /* what a class pattern calls that is none */
    bool invalid_escapes_warn;      /* visibly: SyntaxWarning "invalid escape sequence" (3.12) */
    bool is_warning_names_type;     /* "is" with 'int' literal, not "is" with a literal (3.12) */
    bool warning_line_keeps_end;    /* blanks at the end of the line that a warning shows (3.12) */
    bool syntax_warned_once;        /* each once a line, by the registry of who compiles (3.13.4) */
    bool escape_warned_where_it_is; /* not where its literal begins (3.13.3) */
    unsigned max_blocks;            /* that may lie in each other, statically */
    bool base64_refuses_excess;     /* in strict mode: padding behind a whole four (3.13) */
    bool base64_reads_on;           /* behind padding, too (3.13.5 as Debian mends it) */
    bool finalization_error;        /* there is a PythonFinalizationError (3.13) */
    bool generator_block;           /* the body of a generator or coroutine lies in one (3.13) */
    bool names_yield_from;          /* 'yield from' outside function, not 'yield' (3.13) */
    bool except_star_wraps_raise;   /* what is raised in an except* clause, alone, too (3.11.2) */
    bool sys_attributes_held;       /* streams and hooks, while they are used (3.13.5) */
    bool array_error_names_w;       /* "bad typecode" lists w, too (3.13.1) */
    bool except_star_adds_frame; /* to the traceback of a group made for one exception (3.13.2) */
    bool warning_line_of_code;   /* warnings show the line of -c CODE, too (3.13) */
    const char *invert_bool_warning; /* of ~True, or NULL (3.12) */
    /* expected an indented block: carets under a whole token (3.13) */
    bool block_error_spans_token;
    /* got an unexpected keyword argument 'x'. Did you mean 'y'? (3.13) */
    bool suggests_keywords;
    bool static_type_headless; /* sys.getsizeof() of a builtin type counts no GC head (3.13) */
    int static_type_size;      /* of a builtin type, GC head not included */
    bool comparisons_leave_position;   /* to what follows in a condition (3.11) */
    bool keyword_error_names_function; /* f() got an unexpected keyword argument 'x' (3.13) */

    /* itertools: Modules/itertoolsmodule.c */
    bool itertools_has_batched;       /* (3.12) */
    bool itertools_types_know_module; /* accumulate, groupby and tee are 8 bytes larger (3.12) */
    bool pairwise_reuses_result;      /* and is 8 bytes larger (3.13) */
    bool batched_strict;              /* batched(..., strict=False) (3.13) */
    bool set_xor_borrows;  /* a ^ b holds neither while their members are compared (3.13) */
    bool tee_gives_itself; /* a tee of a tee has it as its first (before 3.13.1) */
    /* repr() of a count that leaves 64 bits: count(<NULL>) (before 3.13.1) */
    bool count_hides_turn;
    bool set_repr_iterates;    /* repr() of a set asks a subclass's __iter__ (before 3.13.5) */
    bool random_bits_are_int;  /* getrandbits() takes a C int (before 3.13.5) */
    bool json_indents_nothing; /* an empty dict whose keys were skipped (before 3.13.5) */

    /* collections: Modules/_collectionsmodule.c */
    bool collections_types_on_heap; /* and those of itertools (3.12) */
    bool deque_by_clinic; /* deque's methods check their arguments as most others do (3.13) */
    bool collections_types_by_c_module; /* deque's iterators and the fields of namedtuples (3.11) */
    bool odict_shown_as_dict;           /* OrderedDict({1: 2}), not OrderedDict([(1, 2)]) (3.12) */
    bool odict_clear_counts;            /* for iterators, clear() is a change of the list (3.13) */
    bool methodcaller_vectorcalls;      /* and is 24 bytes larger (3.13) */
    bool partial_warns_in_classes;      /* that it will be a method (3.13) */
    bool weakref_repr_asks_object;      /* for a __name__, not its class (3.11.2) */
    bool partial_repr_names_module;     /* repr() of a subclass of functools.partial (3.13) */
} Profile;

extern const Profile profile_3_11_2, profile_3_11, profile_3_12, profile_3_13, profile_3_13_5;
extern const Profile *const profile_default;

/* The profile for "3.13", "3.12.1", ...; *exact is false when the nearest was taken; NULL when the
 * text is no version. */
const Profile *profile_find(const char *version, bool *exact);

#endif
