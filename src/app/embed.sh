#!/bin/sh
# Prints a C file that holds the scenarios given as arguments: name, text, length.
# Octal escapes only, so that any byte survives any compiler.
echo '/* Generated from scenarios/ by src/app/embed.sh. */'
echo '#include <pyviz/app/builtin.h>'
echo 'const struct builtin_scenario builtin_scenarios[] = {'
for file in "$@"; do
    name=$(basename "$file" .py)
    printf '    {"%s",\n' "$name"
    od -An -v -to1 -w16 "$file" | sed 's/ \([0-7][0-7][0-7]\)/\\\1/g; s/^/     "/; s/$/"/'
    printf '     , %d},\n' "$(wc -c < "$file")"
done
echo '    {0, 0, 0}};'
