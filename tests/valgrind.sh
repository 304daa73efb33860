#!/bin/sh
# Runs the scenarios, some of the language tests and the unit tests under Valgrind: `make valgrind`.
#
# Environment: PYVIZ (default ./pyviz), BUILD (default build), LANG_TESTS (how many of tests/lang, default 12).
# Ends with `N passed, N failed`, after some ten minutes.
set -u
cd "$(dirname "$0")/.." || exit 1
PYVIZ=${PYVIZ:-./pyviz}
BUILD=${BUILD:-build}
passed=0 failed=0
report=$(mktemp)
trap 'rm -f "$report"' EXIT

if ! command -v valgrind >/dev/null; then
    echo "valgrind is not installed (Debian, Ubuntu: apt install valgrind)"
    exit 1
fi

# check NAME COMMAND...: no error and no leak, whatever else the command says.
check()
{
    label=$1
    shift
    valgrind -q --child-silent-after-fork=yes --leak-check=full --errors-for-leak-kinds=definite,possible \
        --show-leak-kinds=definite,possible --suppressions=tests/valgrind.supp --log-file="$report" \
        "$@" >/dev/null 2>&1 </dev/null
    if [ -s "$report" ]; then
        failed=$((failed + 1))
        echo "FAILED $label"
        sed 's/^/    /' "$report" | head -60
    else
        passed=$((passed + 1))
        echo "ok     $label"
    fi
}

for file in scenarios/*.py; do
    name=$(basename "$file" .py)
    check "run $name" "$PYVIZ" run "$file"
    check "trace $name" "$PYVIZ" trace "$file"
    check "state $name" "$PYVIZ" state --at 200 "$file"
    for size in 80x24 200x60 19x4; do
        check "render $name $size" "$PYVIZ" render --stop 30 --size $size --format svg "$file"
    done
    check "check $name" "$PYVIZ" check "$name"
done

# Every so many, so that they are of all sorts.
count=$(ls tests/lang/*.py | wc -l)
step=$((count / ${LANG_TESTS:-12} + 1))
for file in $(ls tests/lang/*.py | grep -v /run | awk "NR % $step == 0"); do
    check "run $(basename "$file")" "$PYVIZ" run "$file"
    check "render $(basename "$file")" "$PYVIZ" render --end "$file"
done

check "a syntax error" "$PYVIZ" run -c 'x = ('
check "what is not simulated" "$PYVIZ" run -c 'import socket'
check "a limit" "$PYVIZ" render --max-events 5000 --end -c 'while True: pass'
check "memory that runs out" "$PYVIZ" run --max-memory 4 -c 'a = [1]
while True: a += a'
check "endless recursion" "$PYVIZ" state -c 'def f(): f()
f()'

# Not the one that looks at the clock while its children hang, stop and die.
for source in tests/unit/test_*.c; do
    name=$(basename "$source" .c)
    [ "$name" = test_screen_terminal ] || check "unit $name" "$BUILD/tests/$name"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
