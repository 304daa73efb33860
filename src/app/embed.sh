#!/bin/sh
# Prints a C file that holds the observer, the first argument, and the scenarios, the others: name, text, length.
# The texts are arrays of numbers: any byte survives any compiler, and no limit of strings is met.
array() {
    echo "static const char $1[] = {"
    od -An -v -td1 -w24 "$2" | sed 's/  */ /g; s/\([0-9]\) /\1,/g; s/$/,/'
    echo '0};'
}
echo '/* Generated from scenarios/ and app/observe.py by src/app/embed.sh. */'
echo '#include <pyviz/app/builtin.h>'
array observer "$1"
echo 'const char *const observer_text = observer;'
echo "const size_t observer_len = sizeof observer - 1;"
shift
n=0
for file in "$@"; do
    n=$((n + 1))
    array "scenario_$n" "$file"
done
echo 'const struct builtin_scenario builtin_scenarios[] = {'
n=0
for file in "$@"; do
    n=$((n + 1))
    echo "    {\"$(basename "$file" .py)\", scenario_$n, sizeof scenario_$n - 1},"
done
echo '    {0, 0, 0}};'
