#!/bin/sh
# Prints a C file that holds the Python sources given as arguments: name, text, length.  Octal escapes
# only, so that any byte survives any compiler.
echo '/* Generated from src/machine/modules/python by src/machine/embed.sh. */'
echo '#include "python_modules.h"'
echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
echo 'const struct python_module python_modules[] = {'
for file in "$@"; do
    printf '    {"%s",\n' "$(basename "$file" .py)"
    od -An -v -to1 -w16 "$file" | sed 's/ \([0-7][0-7][0-7]\)/\\\1/g; s/^/     "/; s/$/"/'
    printf '     , %d},\n' "$(wc -c < "$file")"
done
echo '    {0, "", 0}};'
