#!/bin/sh
# The layer lang against a real CPython: error messages, trees and symbol tables.
#
# Environment: BUILD (default build) holds tests/parser_tool; PYTHON (default python3).  EVERY (default 7):
# of the standard library's files, every how many-th is read; 1 reads them all.
cd "$(dirname "$0")/../.." || exit 2
tool=${BUILD:-build}/tests/parser_tool
python=${PYTHON:-python3}
passed=0 failed=0
for script in parser_errors parser_trees parser_symbols; do
    if "$python" "tests/unit/$script.py" "$tool" >"$tool.$script.out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        cat "$tool.$script.out"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
