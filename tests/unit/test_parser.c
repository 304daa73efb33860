#include "lang_support.h"

#include <pyviz/lang/ast_dump.h>

#include <stdlib.h>

/* The tree of one statement, without positions. */
static void assert_tree(const char *text, const char *expected)
{
    struct program p = load_text(text);
    struct buffer out = {0};
    assert_true(parser_parse(&p.src, &p.arena, &p.module, &p.error));
    assert_int_equal(p.module->body.len, 1);
    ast_dump(p.module, &(struct ast_dump_options){.minor = 13}, &out);
    out.data[out.len - 2] = '\0'; /* Module(body=[ ... ]) */
    assert_string_equal(out.data + strlen("Module(body=["), expected);
    buffer_free(&out);
    free_program(&p);
}

static void test_precedence(void **state)
{
    (void)state;
    assert_tree("-a ** -b * c",
                "Expr(value=BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', "
                "ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='b', "
                "ctx=Load())))), op=Mult(), right=Name(id='c', ctx=Load())))");
    assert_tree("not a < b is not c",
                "Expr(value=UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), "
                "ops=[Lt(), IsNot()], comparators=[Name(id='b', ctx=Load()), Name(id='c', "
                "ctx=Load())])))");
}

static void test_constants(void **state)
{
    (void)state;
    assert_tree("0x_Ff, 0b101, 007_0.5, 1e400, 5e-324, 2j, ...",
                "Expr(value=Tuple(elts=[Constant(value=255), Constant(value=5), "
                "Constant(value=70.5), Constant(value=inf), Constant(value=5e-324), "
                "Constant(value=2j), Constant(value=Ellipsis)], ctx=Load()))");
    assert_tree("u'a' 'b\\x41\\u20ac\\\n\\101\\q'",
                "Expr(value=Constant(value='abA€A\\\\q', kind='u'))");
    assert_tree("b'\\xff' rb'\\n'", "Expr(value=Constant(value=b'\\xff\\\\n'))");
    assert_tree("'\\ud800'", "Expr(value=Constant(value='\\ud800'))");
}

static void test_fstrings(void **state)
{
    (void)state;
    assert_tree("f'a{b!r:>{w}}{{' 'c'",
                "Expr(value=JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name("
                "id='b', ctx=Load()), conversion=114, format_spec=JoinedStr(values=[Constant("
                "value='>'), FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)])), "
                "Constant(value='{c')]))");
    assert_tree("f'{ a = }'",
                "Expr(value=JoinedStr(values=[Constant(value=' a = '), FormattedValue(value=Name("
                "id='a', ctx=Load()), conversion=114)]))");
}

static void test_soft_keywords_are_names(void **state)
{
    (void)state;
    assert_tree("match = case + type",
                "Assign(targets=[Name(id='match', ctx=Store())], value=BinOp(left=Name(id='case', "
                "ctx=Load()), op=Add(), right=Name(id='type', ctx=Load())))");
    assert_tree("match(x)", "Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', "
                            "ctx=Load())]))");
    assert_tree("type X = int", "TypeAlias(name=Name(id='X', ctx=Store()), value=Name(id='int', "
                                "ctx=Load()))");
    assert_tree("type(x)", "Expr(value=Call(func=Name(id='type', ctx=Load()), args=[Name(id='x', "
                           "ctx=Load())]))");
}

static void test_identifiers_are_normalised_and_unique(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "ﬁ = 1\nfi = 2\n"));
    const struct expr *a = p.module->body.items[0]->u.assign.targets.items[0];
    const struct expr *b = p.module->body.items[1]->u.assign.targets.items[0];
    assert_ptr_equal(a->u.name.id, b->u.name.id);
    assert_string_equal(a->u.name.id, "fi");
    free_program(&p);
}

static void test_positions_are_bytes(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "\n'é' + (\n  b)\n"));
    const struct expr *e = p.module->body.items[0]->u.expr.value;
    assert_int_equal(e->pos.line, 2);
    assert_int_equal(e->pos.col, 0);
    assert_int_equal(e->pos.end_line, 3);
    assert_int_equal(e->pos.end_col, 4);
    assert_int_equal(e->u.bin_op.left->pos.end_col, 4);
    assert_int_equal(e->u.bin_op.right->pos.line, 3);
    free_program(&p);
}

static void test_other_ways_in(void **state)
{
    (void)state;
    struct program p = load_text("a + 1\n\n");
    assert_true(parser_parse_expression(&p.src, &p.arena, &p.module, &p.error));
    assert_int_equal(p.module->expression->kind, EXPR_BIN_OP);
    free_program(&p);
    p = load_text("a = 1");
    assert_false(parser_parse_expression(&p.src, &p.arena, &p.module, &p.error));
    assert_null(p.module);
    free_program(&p);
    p = load_text("if a:\n  b\n");
    assert_true(parser_parse_interactive(&p.src, &p.arena, &p.module, &p.error));
    assert_int_equal(p.module->body.len, 1);
    free_program(&p);
    p = load_text("a\nb\n");
    assert_false(parser_parse_interactive(&p.src, &p.arena, &p.module, &p.error));
    free_program(&p);
}

static void test_messages_for_students(void **state)
{
    (void)state;
    assert_error("if x = 3:\n    pass\n",
                 "SyntaxError 1:4: invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    assert_error("print 'a'\n", "SyntaxError 1:1: Missing parentheses in call to 'print'. Did you "
                                "mean print(...)?");
    assert_error("x = [1 2]\n", "SyntaxError 1:6: invalid syntax. Perhaps you forgot a comma?");
    assert_error("if x\n    pass\n", "SyntaxError 1:5: expected ':'");
    assert_error("if x:\npass\n",
                 "IndentationError 2:1: expected an indented block after 'if' statement on line 1");
    assert_error("x = 1\n  y = 2\n", "IndentationError 2:2: unexpected indent");
    assert_error("print('a'\nx = 1\n", "SyntaxError 1:6: '(' was never closed");
    assert_error("1 = x\n", "SyntaxError 1:1: cannot assign to literal here. Maybe you meant '==' "
                            "instead of '='?");
    assert_error("return 1\n", "SyntaxError 1:1: 'return' outside function");
    assert_error("break\n", "SyntaxError 1:1: 'break' outside loop");
    assert_error("f(a=1, b)\n", "SyntaxError 1:9: positional argument follows keyword argument");
    assert_error("def f(x, x): pass\n",
                 "SyntaxError 1:10: duplicate argument 'x' in function definition");
    assert_error("x = 'it's'\n",
                 "SyntaxError 1:10: unterminated string literal (detected at line 1)");
    assert_error("class = 1\n", "SyntaxError 1:7: invalid syntax");
    assert_error("try:\n    x\ny\n", "SyntaxError 3:1: expected 'except' or 'finally' block");
    assert_error("x = “a”\n", "SyntaxError 1:5: invalid character '“' (U+201C)");
    assert_error("f'{a b}'\n", "SyntaxError 1:4: invalid syntax. Perhaps you forgot a comma?");
    assert_error(
        "'\\N{DIGIT NONE}'\n",
        "SyntaxError 1:1: (unicode error) 'unicodeescape' codec can't decode bytes in position "
        "0-13: unknown Unicode character name");
}

static char *repeated(const char *head, const char *middle, size_t count, const char *tail)
{
    struct buffer out = {0};
    buffer_puts(&out, head);
    for (size_t i = 0; i < count; i++)
        buffer_puts(&out, middle);
    buffer_puts(&out, tail);
    return out.data;
}

static void assert_kind(char *text, enum diagnostic_kind kind)
{
    struct program p;
    compile_text(&p, text);
    assert_int_equal(p.error.kind, kind);
    free_program(&p);
    free(text);
}

static void test_limits(void **state)
{
    (void)state;
    assert_kind(repeated("a", "+a", 2800, "\n"), DIAGNOSTIC_NONE);
    assert_kind(repeated("a", "+a", 100000, "\n"), DIAGNOSTIC_LIMIT);
    assert_kind(repeated("", "-", 100000, "a\n"), DIAGNOSTIC_LIMIT);
    assert_kind(repeated("", "lambda:", 100000, "a\n"), DIAGNOSTIC_LIMIT);
    assert_kind(repeated("if a: pass\n", "elif a: pass\n", 2800, ""), DIAGNOSTIC_NONE);
    assert_kind(repeated("if a: pass\n", "elif a: pass\n", 100000, ""), DIAGNOSTIC_LIMIT);
    assert_kind(repeated("a", ".b", 100000, "\n"), DIAGNOSTIC_LIMIT);
    assert_kind(repeated("", "(", 201, ""), DIAGNOSTIC_SYNTAX);
    assert_kind(repeated("x = ", "{1:", 199, "a b"), DIAGNOSTIC_SYNTAX);
    assert_kind(repeated("x = ", "f(", 199, "a b"), DIAGNOSTIC_SYNTAX);
    assert_kind(repeated("x = 1", "0", 4300, ""), DIAGNOSTIC_SYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_precedence),
        cmocka_unit_test(test_constants),
        cmocka_unit_test(test_fstrings),
        cmocka_unit_test(test_soft_keywords_are_names),
        cmocka_unit_test(test_identifiers_are_normalised_and_unique),
        cmocka_unit_test(test_positions_are_bytes),
        cmocka_unit_test(test_other_ways_in),
        cmocka_unit_test(test_messages_for_students),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
