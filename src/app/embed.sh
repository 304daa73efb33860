#!/bin/sh
# Prints a C file that holds what verify puts into CPython, and the scenarios: name, text, length.
#   embed.sh MEMORY.py OUTSIDE.py OBSERVE.py RECORD.py SCENARIO.py...
# The texts are arrays of numbers: any byte survives any compiler, and no limit of strings is met.
array() {
    name=$1
    shift
    echo "static const char $name[] = {"
    cat "$@" | od -An -v -td1 -w24 | sed 's/  */ /g; s/\([0-9]\) /\1,/g; s/$/,/'
    echo '0};'
}
echo '/* Generated from scenarios/ and the files of src/app by src/app/embed.sh. */'
echo '#include <pyviz/app/builtin.h>'
array observer "$1" "$2" "$3"
echo 'const char *const observer_text = observer;'
echo "const size_t observer_len = sizeof observer - 1;"
array recorder "$1" "$2" "$4"
echo 'const char *const recorder_text = recorder;'
echo "const size_t recorder_len = sizeof recorder - 1;"
shift 4
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
