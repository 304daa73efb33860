#!/bin/sh
# The layer lang against a real CPython: error messages, trees and symbol tables.
#
# Environment: BUILD (default build) holds tests/parser_tool; PYTHON (default python3).  EVERY (default 7):
# of the standard library's files, every how many-th is read; 1 reads them all.
cd "$(dirname "$0")/../.." || exit 2
tool=${BUILD:-build}/tests/parser_tool
python=${PYTHON:-python3}
why=$(PYTHONPATH=tests "$python" -B -c 'import support; print(support.Reference().unsuited() or "")')
if [ -n "$why" ]; then
    echo "skipped: $why"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
passed=0 failed=0
for script in parser_errors parser_trees parser_symbols; do
    if said=$("$python" "tests/unit/$script.py" "$tool" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s\n' "$said"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
