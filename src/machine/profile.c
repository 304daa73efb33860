#include <pyviz/machine/profile.h>
#include <pyviz/machine/type.h>

#include <stdio.h>
#include <stdlib.h>

/* Measured on CPython 3.11.2, 3.11.7, 3.12.1, 3.13.0 and 3.13.5, 64-bit, PYTHONHASHSEED=0.
 *
 * gc_boot_* and boot_free: of `python3 FILE`, by reading the interpreter's state from a library
 * that LD_PRELOAD puts under it, at its first __uflow(), which reads the first line.  The hash
 * seed, the file's name and other environment variables are no matter; what site imports is (-S,
 * .pth files), and so each is how one installation begins. */

/* clang-format off */

/* Builtin types from which CPython derives classes before a program begins. */
#define SUBCLASSED                                                                                 \
    "ArithmeticError,BaseException,BaseExceptionGroup,ConnectionError,Exception,"                  \
    "ImportError,IndentationError,LookupError,NameError,OSError,RuntimeError,"                     \
    "SyntaxError,SystemError,UnicodeError,ValueError,Warning,classmethod,dict,int,"                \
    "object,property,staticmethod,tuple,type"

/* What 3.13 has not any more. */
#define UNTIL_3_12                                                                                 \
    .min_max_pack_arguments = true, .classmethod_asks_descriptors = true, .time_type = "_PyTime_t"

/* What came with 3.12. */
#define SINCE_3_12                                                                                 \
    .sys_has_last_exc = true, .flags_tell_max_digits = true, .profiler_told_first = true,          \
    .itertools_has_batched = true, .collections_types_on_heap = true, .module_of_open = "_io",     \
    .memoryview_has_halves = true, .property_doc_always_set = true, .int_has_tag = true,           \
    .import_error_has_name_from = true, .attribute_error_state_has_name = true,                    \
    .weakrefs_before_object = true, .set_name_errors_noted = true, .newline_is_wide = true,        \
    .not_callable_suggests = true, .traceback_suggests = true,                                     \
    .constants_returned = true, .generators_handle_stop = true

/* What all releases of 3.11 have in common. */
#define COMMON_3_11                                                                                \
    .major = 3, .minor = 11, UNTIL_3_12, .subclassed = SUBCLASSED,                                 \
    .re_joins_by_subject = true, .odict_state_is_guessed = true, .module_of_open = "io",           \
    .least_stacksize = 1,                                                                          \
    .packed_methods =                                                                              \
        METH_PACKED | METH_PACKED_ONCE | METH_PACKED_BUT_12 | METH_PACKED_IN_11,                   \
    .barely_named_methods =                                                                        \
        METH_PACKED | METH_PACKED_ONCE | METH_PACKED_BUT_12 | METH_PACKED_IN_11,                   \
    .deepcopy_reads_new_memo = true,                                                               \
    .max_blocks = 20,                                                                              \
    .list_pop_to_empty_frees = false,                                                              \
    .list_slice_not_iterable = "can only assign an iterable",                                      \
    .list_sort_reverse_is_int = true,                                                              \
    .range_iterator_size = 48, .text_stream_size = 208,                                            \
    .dict_log2_rounding = 1,                                                                       \
    .dict_freelist = 80, .dict_keys_freelist = 80,                                                 \
    .asked_dict_is_plain = true,                                                                   \
    .split_dict_takes_table = true,                                                                \
    .list_freelist = 80, .tuple_freelist = 2000, .float_freelist = 100,                            \
    .tuples_of_20_rest = true,                                                                     \
    .gc_threshold = {700, 10, 10},                                                                 \
    .gc_at_eval_breaker = false,                                \
    .parsers_made_late = true,                                                                     \
    .unraisable_carets = true,                                                                     \
    .immortal_refcount = 0,                                                                        \
    .siphash_c = 1, .siphash_d = 3,                                                                \
    .unicode_version = "14.0.0",                                                                   \
    .re_has_template = true,                                                                       \
    .hash_none_is_constant = false,                                                                \
    .interned_chars = "BCLST_abcdefhijklmnopqrstvwxy",                                             \
    .empty_str_ascii_size = 49, .str_compact_size = 72, .str_object_size = 80,                     \
    .function_size = 136, .type_size = 904, .generator_size = 152,                                 \
    .attribute_hooks_bind = true, .issubset_reads_all = true, .gc_builds_arguments = true,         \
    .traceback_beside_exception = true, .range_iterator_counts = true,                             \
    .specializes_when_warm = true,                                                                 \
    .generator_forgets_caller = true, .weakref_slot_two_reasons = true,                            \
    .int_digits_counted_first = true,                                                              \
    .frame_object_size = 120,                                                                      \
    .float_modulo_by_zero = "float modulo",                                                        \
    .min_max_empty = "%s() arg is an empty sequence",                                              \
    .iter_not_callable = "iter(v, w): v must be callable",                                         \
    .file_of_nowhere = "sys", .line_of_nowhere = 1,                                                \
    .match_not_class = "called match pattern must be a type",                                      \
    .comparisons_leave_position = true,                                                            \
    .static_type_size = 408,                                                                       \
    .collections_types_by_c_module = true,                                                         \
    .random_bits_are_int = true,                                                                   \
    .json_indents_nothing = true,                                                                  \
    .tee_gives_itself = true, .count_hides_turn = true, .set_repr_iterates = true

const Profile profile_3_11_2 = {
    COMMON_3_11, .micro = 2,
    .sleep_takes_two_to_63 = true, .bytes_percent_takes_z = true,
    .regex_scanner_size = 232,
    .gc_boot_count = {7, 8, 0}, .gc_boot_objects = {21, 4762, 0}, .gc_boot_settling = 18,
    .boot_free = {3, 6, 7, 1, {5, 3, 3, 2, 3, 0, 1, 0, 2, 0, 0, 0, 1, 0, 1, 0, 1, 2, 0, 1}},
    .gc_boot_collections = {8, 0, 0}, .gc_boot_collected = {24, 0, 0},
    .carets_count_characters = true,
    .except_star_wraps_raise = true,
    .exec_null_is_value_error = true,
    .weakref_repr_asks_object = true,
};

const Profile profile_3_11 = {
    COMMON_3_11, .micro = 7,
    .regex_scanner_size = 240,
    .gc_boot_count = {221, 0, 2}, .gc_boot_objects = {293, 0, 10919},
    .boot_free = {40, 7, 71, 1, {4, 3, 2, 2, 3, 0, 8, 6, 1, 0, 1, 3, 5, 1, 2, 2, 2, 3, 1, 6}},
    .gc_boot_settling = 137,
    .boot_modules = "_bisect _bz2 _collections _compression _functools _lzma _operator "
                    "_random _sha512 _sre _struct _typing _weakrefset atexit binascii "
                    "bisect bz2 collections collections.abc contextlib copyreg enum errno "
                    "fnmatch functools importlib importlib._abc importlib.util ipaddress "
                    "itertools keyword lzma math ntpath operator pathlib random re reprlib "
                    "shutil struct tempfile threading types typing urllib urllib.parse "
                    "warnings weakref zlib",
    .gc_boot_collections = {22, 2, 0}, .gc_boot_collected = {43, 92, 0},
};

#define INVERT_BOOL(when)                                                                          \
    "Bitwise inversion '~' on bool is deprecated" when                                             \
    ". This returns the bitwise inversion of the underlying int object and is usually not what "   \
    "you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if "  \
    "you really want the bitwise inversion of the underlying int."

const Profile profile_3_12 = {
    .major = 3, .minor = 12, .micro = 1, UNTIL_3_12, SINCE_3_12, .subclassed = SUBCLASSED ",list",
    .slot_names_counted_late = true,
    .packed_methods = METH_PACKED | METH_PACKED_ONCE,
    .barely_named_methods = METH_PACKED | METH_PACKED_ONCE,
    .max_blocks = 20,
    .deepcopy_reads_new_memo = true,
    .list_pop_to_empty_frees = true,
    .list_slice_not_iterable = "can only assign an iterable",
    .file_of_nowhere = "sys", .line_of_nowhere = 1,
    .match_not_class = "called match pattern must be a class",
    .slice_hashable = true, .code_keeps_names = true,
    .range_iterator_size = 40, .text_stream_size = 216, .regex_scanner_size = 240,
    .dict_log2_rounding = 1,
    .dict_freelist = 80, .dict_keys_freelist = 80,
    .split_dict_takes_table = true,
    .list_freelist = 80, .tuple_freelist = 2000, .float_freelist = 100,
    .tuples_of_20_rest = true,
    .gc_threshold = {700, 10, 10},
    .gc_at_eval_breaker = true,
    .gc_runs_once_due = true, .handlers_jump_back = true,
    .unraisable_carets = true,
    .gc_boot_count = {666, 4, 0},
    .boot_free = {9, 14, 5, 1, {5, 3, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0}},
    .gc_boot_objects = {642, 4337, 0, 375}, .gc_boot_settling = 16,
    .gc_boot_collections = {4, 0, 0}, .gc_boot_collected = {24, 0, 0},
    .immortal_refcount = 4294967295,
    .interned_constants_immortal = true,
    .latin1_immortal = true,
    .bytes_literal_held_twice = true, .truth_of_a_copy = true, .sent_values_move = true,
    .siphash_c = 1, .siphash_d = 3,
    .unicode_version = "15.0.0",
    .math_log_by_clinic = true, .math_nextafter_steps = true, .math_has_sumprod = true,
    .json_nan_error_shows_value = true, .re_has_template = true,
    .hash_none_is_constant = true,
    .interned_chars = "_abcdenprsx",
    .empty_str_ascii_size = 41, .str_compact_size = 56, .str_object_size = 64,
    .function_size = 144, .type_size = 920, .generator_size = 144,
    .frame_object_size = 120,
    .call_ex_inlined = true,
    .accessors_inlined = true,
    .exec_holds_locals = true,
    .unused_constants_dropped = true,
    .generator_throw_warns = true,
    .generator_stops_by_handlers = true,
    .generator_close_keeps_frame = true,
    .errors_made_at_once = true,
    .comprehensions_inlined = true,
    .locals_looks_for_hidden = true,
    .c_recursion_limit = 1500,
    .element_positions = true,
    .super_loads_self = true,
    .jumps_at_test = true, .key_errors_are_duplicates = true,
    .fstring_positions = true,
    .abstract_error_quotes = true,
    .generic_lists_by_name = true,
    .mappingproxy_hashable = true,
    .suggests_imports = true, .namespace_says_where = true, .suggestions_within_length = true,
    .sum_compensates = true, .flags_are_truths = true,
    .float_modulo_by_zero = "float modulo",
    .min_max_empty = "%s() iterable argument is empty",
    .iter_not_callable = "iter(object, sentinel): object must be callable",
    .static_type_size = 416,
    .invalid_escapes_warn = true,
    .is_warning_names_type = true,
    .warning_line_keeps_end = true,
    .invert_bool_warning = INVERT_BOOL(""),
    .str_split_presizes_by_length = true,
    .itertools_types_know_module = true,
    .odict_shown_as_dict = true,
    .random_bits_are_int = true,
    .json_indents_nothing = true,
    .tee_gives_itself = true, .count_hides_turn = true, .set_repr_iterates = true,
};

/* What all releases of 3.13 have in common. */
#define COMMON_3_13                                                                                \
    .major = 3, .minor = 13, SINCE_3_12, .subclassed = SUBCLASSED ",list",                         \
    .sys_tells_gil = true, .array_has_w = true, .clock_id_is_named = true,                         \
    .time_type = "PyTime_t", .gc_names_itself = true, .decimal_types_on_heap = true,               \
    .ending_errors_say_more = true, .weakproxy_says_dead = true, .super_error_names_both = true,   \
    .generic_without_bases = true, .uncaught_printed_in_python = true,                             \
    .class_keys_warned_of = true, .int_and_str_vectorcall = true, .classes_know_source = true,     \
    .no_dict_error_says_so = true, .keyword_names_pushed = true, .least_stacksize = 1,             \
    .group_methods_take_one = true,                                                                \
    .packed_methods = METH_PACKED | METH_PACKED_BUT_12,                                            \
    .barely_named_methods = METH_PACKED,                                                           \
    .max_blocks = 21, .generator_block = true, .names_yield_from = true,                           \
    .finalization_error = true, .base64_refuses_excess = true,                                     \
    .list_pop_to_empty_frees = true,                                                               \
    .list_del_item_keeps_slots = true,                                                             \
    .list_slice_not_iterable = "must assign iterable to extended slice",                           \
    .group_takes_callables = true, .bytearray_extend_names_str = true, .exec_takes_keywords = true,\
    .file_of_nowhere = "<sys>", .line_of_nowhere = 0, .asend_warns = true,                         \
    .athrow_begins = true, .warns_of_code_kind = true, .interns_qualnames = true,                  \
    .names_types_in_full = true, .match_args_optional = true,                                      \
    .match_not_class = "called match pattern must be a class",                                     \
    .slice_hashable = true,                                                                        \
    .range_iterator_size = 40, .text_stream_size = 216,                                            \
    .list_extend_set_dict_resizes = true,                                                          \
    .list_sort_equal_runs = true, .property_has_name = true,                                       \
    .stores_name_attributes = true,                                                                \
    .module_getattr_held = true, .code_keeps_names = true,                                         \
    .dict_freelist = 80, .dict_keys_freelist = 80,                                                 \
    .inline_values = true, .lookups_hold = true,                                                   \
    .list_freelist = 80, .tuple_freelist = 2000, .float_freelist = 100,                            \
    .gc_threshold = {2000, 10, 10},                                                                \
    .gc_at_eval_breaker = true,                                                                    \
    .weakrefs_end_in_tuple = true,                                                                 \
    .min_max_parser_made_late = true,                                                              \
    .gc_boot_collections = {3, 0, 0}, .gc_boot_collected = {24, 0, 0},                             \
    .immortal_refcount = 4294967295,                                                               \
    .latin1_immortal = true,                                                                       \
    .main_name_interned = true, .holds_what_it_compares = true,                                    \
    .bytes_literal_held_twice = true, .truth_of_a_copy = true, .sent_values_move = true,           \
    .siphash_c = 1, .siphash_d = 3,                                                                \
    .unicode_version = "15.1.0",                                                                   \
    .math_log_by_clinic = true, .math_nextafter_steps = true, .math_has_sumprod = true,            \
    .json_nan_error_shows_value = true,                                                            \
    .math_has_fma = true, .json_names_trailing_comma = true,                                       \
    .hash_none_is_constant = true,                                                                 \
    .interned_chars = "",                                                                          \
    .empty_str_ascii_size = 41, .str_compact_size = 56, .str_object_size = 64,                     \
    .function_size = 144, .type_size = 928, .generator_size = 144,                                 \
    .frame_object_size = 136,                                                                      \
    .class_calls_specialized = true,                                                               \
    .docstrings_cleaned = true,                                                                    \
    .writes_gather = true,                                                                         \
    .call_ex_inlined = true,                                                                       \
    .accessors_inlined = true,                                                                     \
    .exec_holds_locals = true,                                                                     \
    .unused_constants_dropped = true,                                                              \
    .generator_throw_warns = true, .generator_stops_by_handlers = true,                            \
    .generator_close_returns = true,                                                               \
    .generator_close_at_once = true, .generator_close_keeps_frame = true,                          \
    .errors_made_at_once = true,                                                                   \
    .comprehensions_inlined = true,                                                                \
    .c_recursion_limit = 10000,                                                                    \
    .element_positions = true, .jumps_at_test = true, .super_loads_self = true,                    \
    .key_errors_are_duplicates = true,                                                             \
    .fstring_positions = true,                                                                     \
    .abstract_error_quotes = true,                                                                 \
    .generic_lists_by_name = true,                                                                 \
    .mappingproxy_hashable = true,                                                                 \
    .suggests_imports = true, .namespace_says_where = true,                                        \
    .import_errors_warn_of_shadowing = true,                                                       \
    .namespace_takes_mapping = true,                                                               \
    .assert_points_at_test = true,                                                                 \
    .for_points_at_iterable = true,                                                                \
    .with_points_at_manager = true,                                                                \
    .carets_on_every_line = true, .iterable_positions = true,                                      \
    .lambdas_return_at_body = true,                                                                \
    .suggestions_from_all = true,                                                                  \
    .str_arguments_by_clinic = true,                                                               \
    .mro_error_one_line = true,                                                                    \
    .keyword_error_names_function = true,                                                          \
    .int_call_checks_positional = true,                                                            \
    .sum_compensates = true, .flags_are_truths = true,                                             \
    .locals_is_snapshot = true,                                                                    \
    .chr_clips = true,                                                                             \
    .float_modulo_by_zero = "float modulo by zero",                                                \
    .min_max_empty = "%s() iterable argument is empty",                                            \
    .iter_not_callable = "iter(v, w): v must be callable",                                         \
    .static_type_size = 416,                                                                       \
    .static_type_headless = true,                                                                  \
    .block_error_spans_token = true,                                                               \
    .suggests_keywords = true,                                                                     \
    .invalid_escapes_warn = true,                                                                  \
    .is_warning_names_type = true,                                                                 \
    .warning_line_of_code = true,                                                                  \
    .invert_bool_warning = INVERT_BOOL(" and will be removed in Python 3.16"),                     \
    .str_split_presizes_by_length = true,                                                          \
    .itertools_types_know_module = true,                                                           \
    .pairwise_reuses_result = true,                                                                \
    .batched_strict = true,                                                                        \
    .set_xor_borrows = true,                                                                       \
    .deque_by_clinic = true,                                                                       \
    .odict_shown_as_dict = true,                                                                   \
    .odict_clear_counts = true,                                                                    \
    .methodcaller_vectorcalls = true,                                                              \
    .partial_warns_in_classes = true,                                                              \
    .partial_repr_names_module = true

const Profile profile_3_13 = {
    COMMON_3_13, .micro = 0,
    .regex_scanner_size = 248,
    .dict_log2_rounding = 1,
    .random_bits_are_int = true,
    .json_indents_nothing = true,
    .tee_gives_itself = true, .count_hides_turn = true, .set_repr_iterates = true,
    .gc_boot_count = {3, 3, 0}, .gc_boot_objects = {30, 5084, 0}, .gc_boot_settling = 64,
    .boot_free = {10, 12, 5, 1, {5, 3, 4, 1, 0, 2, 5, 2, 3, 5, 2, 8, 2, 1, 1, 2, 2, 2, 1, 0}},
};

const Profile profile_3_13_5 = {
    COMMON_3_13, .micro = 5,
    .gc_boot_count = {1, 3, 0}, .gc_boot_objects = {11, 5087, 0}, .gc_boot_settling = 64,
    .boot_free = {9, 5, 4, 1, {6, 3, 11, 1, 0, 4, 4, 3, 3, 5, 2, 8, 3, 1, 2, 2, 1, 3, 1, 0}},
    .regex_scanner_size = 264,
    .dict_log2_rounding = 0,
    .list_repr_holds_item = true,
    .comprehension_iters_again = true,
    .syntax_warned_once = true,
    .escape_warned_where_it_is = true,
    .except_star_adds_frame = true,
    .array_error_names_w = true,
    .sys_attributes_held = true,
    .base64_reads_on = true,
};

/* clang-format on */

const Profile *const profile_default = &profile_3_13;

/* How far a version is from a profile's: the minor first; then the micro, where one is given. */
static int distance(const Profile *p, int minor, int micro)
{
    return abs(p->minor - minor) * 1000 + (micro < 0 ? 0 : abs(p->micro - micro));
}

const Profile *profile_find(const char *version, bool *exact)
{
    /* of each minor version first the one that stands for it */
    static const Profile *const all[] = {&profile_3_11, &profile_3_11_2, &profile_3_12,
                                         &profile_3_13, &profile_3_13_5};
    int major, minor, micro = -1, end = 0;
    if (sscanf(version, "%d.%d%n", &major, &minor, &end) != 2 || major != 3)
        return NULL;
    if (version[end] == '.') {
        char *rest;
        micro = (int)strtol(version + end + 1, &rest, 10);
        end = (int)(rest - version);
    }
    if (version[end] && version[end] != 'r' && version[end] != 'a' && version[end] != 'b' &&
        version[end] != '+')
        return NULL;
    const Profile *nearest = all[0];
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (distance(all[i], minor, micro) < distance(nearest, minor, micro))
            nearest = all[i];
    *exact = nearest->minor == minor && (micro < 0 || micro == nearest->micro);
    return nearest;
}
