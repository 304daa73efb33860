/* The memory limit, reached at each of many places: the program ends with a MemoryError, or does
 * without; what it leaves behind is whole. */
#include "timeline_program.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char classes[] =
    "class A:\n"
    "    def __init__(self, x): self.x = x\n"
    "    def __repr__(self): return f'A({self.x})'\n"
    "class B(A):\n"
    "    __slots__ = ('y',)\n"
    "    def __init_subclass__(cls, **kwargs): super().__init_subclass__()\n"
    "    @property\n"
    "    def z(self): return super().__repr__()\n"
    "class C(B, key=1): pass\n"
    "class D: pass\n"
    "class E(D, C): pass\n"
    "E.__bases__ = (C, D)\n"
    "print(E.mro(), E(1))\n"
    "made = [C(i) for i in range(40)]\n"
    "for c in made: c.y = c.z\n"
    "kept = [vars(c) for c in made]\n"
    "del made[3:], c\n"
    "print(kept[5])\n"
    "A(*(1, 2, 3))\n";

static const char containers[] = "d = {str(i): [i] * (i % 5) for i in range(60)}\n"
                                 "s = set(d) | {str(-i) for i in range(30)}\n"
                                 "t = sorted(s, key=len)\n"
                                 "d.update(zip(t, t))\n"
                                 "del d['3'], t[2:30]\n"
                                 "u = [*t, *d, *map(str, range(20))]\n"
                                 "print(','.join(u)[:200], '%s %r' % (u[0], s), f'{len(u):>20}')\n"
                                 "2 ** 4000 // 3 ** 200\n";

static const char exceptions[] = "import sys\n"
                                 "def f(n):\n"
                                 "    try:\n"
                                 "        if n: return f(n - 1)\n"
                                 "        raise ValueError(n, [n])\n"
                                 "    except ValueError as e:\n"
                                 "        raise KeyError(n) from e\n"
                                 "def g():\n"
                                 "    try:\n"
                                 "        yield from range(9)\n"
                                 "    finally:\n"
                                 "        print('closed')\n"
                                 "for i in range(3):\n"
                                 "    try:\n"
                                 "        f(3)\n"
                                 "    except KeyError as e:\n"
                                 "        frame = sys.exception().__traceback__.tb_frame\n"
                                 "        kept = e\n"
                                 "a = g()\n"
                                 "print(next(a), [*g()], sum(x * x for x in g()))\n"
                                 "del a\n"
                                 "def h():\n"
                                 "    local = [1]\n"
                                 "    assert local == [2], 'no'\n"
                                 "h()\n";

static const char modules[] =
    "import collections, copy, functools, itertools, json, re, weakref\n"
    "class A: pass\n"
    "def f(x): return functools.reduce(lambda a, b: a + b, x)\n"
    "a = A(); a.b = [A(), {1: a}]; a.w = weakref.ref(a, print)\n"
    "b = copy.deepcopy([a, a.b])\n"
    "c = collections.Counter(re.findall(r'(\\w)\\w*', 'one two three' * 9))\n"
    "o = collections.OrderedDict(c); o.move_to_end('o')\n"
    "d = collections.deque(itertools.chain(range(90), 'abc'), maxlen=70)\n"
    "print(json.loads(json.dumps([*c, {'x': list(o)}])), re.sub('a|b', lambda m: m[0] * 2, "
    "'abcab'))\n"
    "print(functools.lru_cache(f)(tuple(range(9))), [*itertools.permutations('abc')], len(d))\n";

static const char numbers[] =
    "import array, bisect, heapq, struct\n"
    "from decimal import Decimal, getcontext\n"
    "a = array.array('d', range(50)); a.extend(a[::3]); a[3:9] = a[:2]; del a[::7]; v = "
    "memoryview(a)\n"
    "h = []\n"
    "for i in range(40): heapq.heappush(h, (i * 7919 % 101, [i]))\n"
    "h = [heapq.heappop(h) for _ in range(20)]; bisect.insort(h, (50, [0]))\n"
    "print(struct.unpack('<3dq', struct.pack('<3dq', 1.5, -0.0, 2.5, 1 << 40)), list(a), len(v))\n"
    "getcontext().prec = 400\n"
    "d = Decimal(2).sqrt(); e = Decimal(1) / 3 + d * d - Decimal('1e-300'); f = e ** 17 % 7\n"
    "print(divmod(e, d), f.quantize(d), d < e, hash(e), int(e * 10 ** 90), Decimal(0.1), "
    "e.normalize())\n"
    "print([Decimal(x) for x in ('1e5', 'nan123', '-inf', (0, (1, 2), 3), 10 ** 200)], "
    "f'{e:.50f}')\n";

/* An allocation fails once that many bytes are taken; later ones succeed, so that what was begun
 * can be told of. */
static void run_with(const char *code, const Profile *profile, size_t bytes)
{
    Machine *m = program_machine(code, profile);
    struct buffer failure = {0}, why = {0};
    m->heap.limit = m->heap.top + bytes;
    machine_run(m, UINT64_MAX);
    assert_true(machine_ended(m));
    machine_print_failure(m, &failure);
    buffer_free(&failure);
    const char *wrong = machine_check(m, &why);
    if (wrong)
        fail_msg("%zu bytes: %s: %s", bytes, wrong, buffer_text(&why));
    buffer_free(&why);
    machine_free(m);
}

static void run_at_every_limit(const char *code, size_t most, size_t step)
{
    for (size_t bytes = 0; bytes < most; bytes += step)
        run_with(code, bytes % 2 ? &profile_3_11 : &profile_3_13, bytes);
}

static void test_classes(void **state)
{
    (void)state;
    run_at_every_limit(classes, 100 << 10, 127);
}

static void test_containers(void **state)
{
    (void)state;
    run_at_every_limit(containers, 100 << 10, 127);
}

static void test_exceptions(void **state)
{
    (void)state;
    run_at_every_limit(exceptions, 100 << 10, 127);
}

static void test_modules(void **state)
{
    (void)state;
    run_at_every_limit(modules, 3 << 20, 19937);
}

static void test_numbers(void **state)
{
    (void)state;
    run_at_every_limit(numbers, 3 << 20, 9973);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),    cmocka_unit_test(test_containers),
        cmocka_unit_test(test_exceptions), cmocka_unit_test(test_modules),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
