#include "lang_support.h"

static const char *name_in(const struct program *p, const char *name)
{
    const char *interned = identifier_find(p->table->identifiers, name, strlen(name));
    assert_non_null(interned);
    return interned;
}

/* The block at a path of names from the module: "f.g". */
static const struct symtable_block *block_at(const struct program *p, const char *path)
{
    const struct symtable_block *block = p->table->top;
    while (*path) {
        size_t n = strcspn(path, "."), i = 0;
        while (i < block->child_count && (strlen(block->children[i]->name) != n ||
                                          strncmp(block->children[i]->name, path, n) != 0))
            i++;
        assert_true(i < block->child_count);
        block = block->children[i];
        path += n + (path[n] == '.');
    }
    return block;
}

static void assert_scope(const struct program *p, const char *path, const char *name,
                         enum symtable_scope scope)
{
    assert_int_equal(symtable_scope(block_at(p, path), name_in(p, name)), scope);
}

static void test_scopes(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "def f(a):\n"
                                 "    global g\n"
                                 "    g = b = len(a)\n"
                                 "    def inner():\n"
                                 "        nonlocal b\n"
                                 "        b = a + unknown\n"
                                 "    return inner\n"));
    assert_scope(&p, "", "f", SCOPE_LOCAL);
    assert_scope(&p, "", "g", SCOPE_GLOBAL_EXPLICIT);
    assert_scope(&p, "f", "a", SCOPE_CELL);
    assert_scope(&p, "f", "b", SCOPE_CELL);
    assert_scope(&p, "f", "g", SCOPE_GLOBAL_EXPLICIT);
    assert_scope(&p, "f", "len", SCOPE_GLOBAL_IMPLICIT);
    assert_scope(&p, "f", "inner", SCOPE_LOCAL);
    assert_scope(&p, "f.inner", "a", SCOPE_FREE);
    assert_scope(&p, "f.inner", "b", SCOPE_FREE);
    assert_scope(&p, "f.inner", "unknown", SCOPE_GLOBAL_IMPLICIT);
    assert_scope(&p, "f.inner", "f", SCOPE_UNKNOWN);
    assert_true(block_at(&p, "f")->returns_value);
    assert_true(block_at(&p, "f.inner")->nested);
    free_program(&p);
}

static void test_parameters(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "def f(a, /, b, *args, c, **kw): 'doc'\n"));
    const struct symtable_block *f = symtable_block(p.table, p.module->body.items[0]);
    static const char *const order[] = {"a", "b", "c", "args", "kw"};
    assert_int_equal(f->varname_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(f->varnames[i], order[i]);
    assert_int_equal(f->argcount, 2);
    assert_int_equal(f->posonlyargcount, 1);
    assert_int_equal(f->kwonlyargcount, 1);
    assert_true(f->varargs && f->varkeywords && f->has_docstring);
    free_program(&p);
}

static void test_classes(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "class A:\n"
                                 "    __x = 1\n"
                                 "    def m(self):\n"
                                 "        return super().m, self.__x\n"));
    assert_true(block_at(&p, "A")->needs_class_closure);
    assert_scope(&p, "A", "_A__x", SCOPE_LOCAL);
    assert_scope(&p, "A.m", "__class__", SCOPE_FREE);
    assert_string_equal(symtable_mangle(p.table, block_at(&p, "A.m"), name_in(&p, "__x")), "_A__x");
    free_program(&p);
}

static void test_comprehensions(void **state)
{
    (void)state;
    const char *text = "def f(y):\n    return [x + z for x in y if (w := x)]\n";
    struct program p;
    assert_true(compile_text(&p, text));
    assert_int_equal(block_at(&p, "f")->child_count, 0); /* inlined: PEP 709 */
    assert_scope(&p, "f", "x", SCOPE_LOCAL);
    assert_scope(&p, "f", "w", SCOPE_LOCAL);
    const struct expr *comp =
        p.module->body.items[0]->u.function_def.body.items[0]->u.return_.value;
    assert_true(symtable_block(p.table, comp)->comp_inlined);

    struct symtable_options options = {.inline_comprehensions = false};
    assert_true(symtable_build(p.module, &p.src, &p.arena, &options, &p.table, &p.error));
    assert_scope(&p, "f", "x", SCOPE_UNKNOWN);
    assert_scope(&p, "f", "w", SCOPE_CELL);
    assert_scope(&p, "f.listcomp", "x", SCOPE_LOCAL);
    assert_scope(&p, "f.listcomp", "w", SCOPE_FREE);
    assert_scope(&p, "f.listcomp", ".0", SCOPE_LOCAL);
    free_program(&p);
}

static void test_generators_and_coroutines(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "def g(): yield 1\n"
                                 "async def c(): await x\n"
                                 "async def a(): yield 1\n"
                                 "h = (x async for x in y)\n"));
    assert_true(block_at(&p, "g")->generator && !block_at(&p, "g")->coroutine);
    assert_true(!block_at(&p, "c")->generator && block_at(&p, "c")->coroutine);
    assert_true(block_at(&p, "a")->generator && block_at(&p, "a")->coroutine);
    assert_true(block_at(&p, "genexpr")->generator && block_at(&p, "genexpr")->coroutine);
    free_program(&p);
}

static void test_type_parameters(void **state)
{
    (void)state;
    struct program p;
    assert_true(compile_text(&p, "class A[T: int]:\n    def m[U](self, x: T) -> U: return T\n"));
    const struct stmt *a = p.module->body.items[0];
    const struct symtable_block *params = symtable_block(p.table, &a->u.class_def.type_params);
    assert_int_equal(params->kind, BLOCK_TYPE_PARAMETERS);
    assert_int_equal(symtable_scope(params, name_in(&p, "T")), SCOPE_CELL);
    assert_int_equal(symtable_block(p.table, a->u.class_def.type_params.items[0])->kind,
                     BLOCK_TYPE_VARIABLE);
    assert_int_equal(symtable_block(p.table, a)->kind, BLOCK_CLASS);
    assert_true(symtable_block(p.table, a)->needs_classdict);
    free_program(&p);
}

static void test_errors(void **state)
{
    (void)state;
    assert_error("def f():\n    x = 1\n    global x\n",
                 "SyntaxError 3:5: name 'x' is assigned to before global declaration");
    assert_error("def f():\n    print(x)\n    global x\n",
                 "SyntaxError 3:5: name 'x' is used prior to global declaration");
    assert_error("def f(x):\n    global x\n", "SyntaxError 2:5: name 'x' is parameter and global");
    assert_error("def f():\n    nonlocal x\n",
                 "SyntaxError 2:5: no binding for nonlocal 'x' found");
    assert_error("nonlocal x\n",
                 "SyntaxError 1:1: nonlocal declaration not allowed at module level");
    assert_error("[x := 1 for x in y]\n", "SyntaxError 1:2: assignment expression cannot rebind "
                                          "comprehension iteration variable 'x'");
    assert_error("def f():\n    from a import *\n",
                 "SyntaxError 2:19: import * only allowed at module level");
    assert_error("from __future__ import braces\n", "SyntaxError 1:24: not a chance");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_parameters),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_comprehensions),
        cmocka_unit_test(test_generators_and_coroutines),
        cmocka_unit_test(test_type_parameters),
        cmocka_unit_test(test_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
