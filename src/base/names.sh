#!/bin/sh
# Prints a C file with the names that Unicode gives to characters, out of the folder given, which holds
# UnicodeData.txt and NameAliases.txt (Debian: unicode-data).  Without them the tables are empty.
set -eu
export LC_ALL=C
data=$1
work=$(mktemp)
trap 'rm -f "$work"' EXIT

# "0041 LATIN CAPITAL LETTER A" for every character with a name of its own, by number; then the aliases,
# by which characters are found, too.
if [ -f "$data/UnicodeData.txt" ]; then
    awk -F';' '$2 !~ /^</ { print $1 " " $2 }' "$data/UnicodeData.txt" > "$work"
    own=$(wc -l < "$work")
    if [ -f "$data/NameAliases.txt" ]; then
        awk -F';' '!/^#/ && NF > 2 { print $1 " " $2 }' "$data/NameAliases.txt" >> "$work"
    fi
else
    own=0
fi

echo '/* Generated from the tables of Unicode by src/base/names.sh. */'
echo '#include "names_data.h"'
echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
echo 'const char names_text[] ='
awk '{ print "    \"" substr($0, index($0, " ") + 1) "\\0\"" } END { if (!NR) print "    \"\"" }' "$work"
echo ';'
echo 'const struct named_character names_table[] = {'
awk '{ print "    {0x" $1 ", " at "},"; at += length($0) - index($0, " ") + 1 } BEGIN { at = 0 }' "$work"
echo '    {0, 0}};'
echo 'const uint32_t names_sorted[] = {'
awk '{ print substr($0, index($0, " ") + 1) "\t" NR - 1 }' "$work" | sort | cut -f2 | sed 's/$/,/'
echo '    0};'
echo "const size_t names_own = $own, names_all = $(wc -l < "$work");"
echo 'const struct name_range names_ideographs[] = {'
if [ "$own" -gt 0 ]; then
    awk -F';' '/^[0-9A-F]*;<CJK Ideograph.*First>/ { first = $1 }
               /^[0-9A-F]*;<CJK Ideograph.*Last>/ { print "    {0x" first ", 0x" $1 "}," }' "$data/UnicodeData.txt"
fi
echo '    {0, 0}};'
echo 'const struct character_value names_values[] = {'
if [ "$own" -gt 0 ]; then
    awk -F';' '$7 == "" && $9 != "" { n = split($9, part, "/")
                   print "    {0x" $1 ", " part[1] ", " (n > 1 ? part[2] : 1) ", " ($8 != "") "}," }' "$data/UnicodeData.txt"
fi
echo '    {0, 0, 0, 0}};'
