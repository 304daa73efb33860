#!/usr/bin/env bash
# Holds the order of the layers: reads the includes, the symbols of the machine's objects, and compiles every
# public header alone.  One line a check that fails, with its places; then `N passed, N failed`.
#
# Environment: BUILD (default build) holds obj/machine; CC.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build}
CC=${CC:-cc}
passed=0 failed=0

# What a layer may include; none may include what is not named here.
declare -A allowed=(
    [base]="base"
    [lang]="base lang"
    [machine]="base lang machine"
    [timeline]="base lang machine timeline"
    [canvas]="base canvas"
    [stage]="base lang machine timeline canvas stage"
    [screen]="base canvas screen"
    [app]="base lang machine timeline stage canvas screen app"
)

# check NAME PROBLEMS: one result; the problems are the lines to show.
check() {
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n%s\n' "$1" "$2" | sed '2,$s/^/    /'
    fi
}

# Every include of the project's own: file, line number, and what it names.
includes() {
    grep -rnE '^[[:space:]]*#[[:space:]]*include' src include --include='*.[ch]' --include='*.def' |
        sed -nE 's/^([^:]+):([0-9]+):[^<"]*([<"][^>"]*).*/\1 \2 \3/p'
}

# Sets `layer` to that of a path, or to nothing.
layer_of() {
    layer=${1#include/pyviz/}
    [ "$layer" != "$1" ] || layer=${1#src/}
    if [ "$layer" != "$1" ] && [ "$layer" != "${layer#*/}" ]; then layer=${layer%%/*}; else layer=; fi
}

# A quoted include without `..` is of a file beside it, or of one that the build makes.
arrows() {
    local file line what from layer
    includes | grep -E '<pyviz/|"[^"]*\.\.' | while read -r file line what; do
        layer_of "$file"
        from=$layer
        if [ "${what:0:1}" = '<' ]; then
            layer_of "include/${what:1}"
        else
            layer_of "$(realpath -m --relative-to=. "$(dirname "$file")/${what:1}")"
            if [ "$layer" != "$from" ]; then
                echo "$file:$line: a private header of ${layer:-another folder}: ${what:1}"
                continue
            fi
        fi
        [[ " ${allowed[$from]} " == *" $layer "* ]] || echo "$file:$line: $from may not know $layer"
    done
}

one_curses() {
    local files
    files=$(includes | grep -E '<(ncursesw?/)?n?curses\.h' | cut -d' ' -f1 | sort -u)
    [ "$(printf '%s' "$files" | grep -c .)" -le 1 ] || echo "$files"
}

# Only drawing and the terminal know the library.
tickit_places() {
    includes | grep -E '<tickit' | cut -d' ' -f1 | sort -u | grep -vE '^src/(canvas|screen)/'
}

# What is a letter, and which is its capital, base/ascii.h says.
of_the_locale() {
    includes | grep -E '<w?ctype\.h'
    grep -rnE '\b(strn?case(cmp|str)|strcoll)\(' src include --include='*.[ch]'
}

# A profile's fields say what differs between versions.  The number itself is for tables that were measured by
# version, for the parser, which is told of the dialect, and for what shows it.
asked_versions() {
    grep -rnE 'profile->(minor|micro)\b' src/machine --include='*.[ch]' |
        grep -vE '^src/machine/((boot|module|type)_names|module_objects|import|compile_source|modules/sys)\.c:'
}

machine_objects() {
    find "$BUILD/obj/machine" -name '*.o' | sort
}

# Host memory, host files, host time and randomness: none belongs into a state that is replayed.
# qsort allocates in glibc; mpz_* allocate, mpn_* do not.
forbidden='malloc|calloc|realloc|reallocarray|free|aligned_alloc|posix_memalign|strdup|strndup|v?asprintf|getline|getdelim'
forbidden+='|qsort(_r)?|v?f?printf|v?dprintf|puts|fputs|putchar|putc|fputc|fwrite|fread|fopen|fdopen|fclose|fflush|perror'
forbidden+='|open_memstream|fmemopen|stdin|stdout|stderr|read|write|open|getenv|secure_getenv|setlocale|localeconv'
forbidden+='|time|clock|clock_gettime|gettimeofday|localtime|gmtime|s?rand(om)?|rand_r|getrandom|getentropy|exit|_exit'
forbidden+='|__(v?f?printf|v?asprintf)_chk|__gmpz_.*|__gmpq_.*|__gmp_default_.*'

machine_calls() {
    machine_objects | while read -r object; do
        nm -u "$object" | awk '{print $NF}' | sed 's/@.*//' | grep -xE "$forbidden" | sed "s#^#$object: #"
    done
}

# Objects in writable sections.  .data.rel.ro is written by the loader only.
machine_statics() {
    machine_objects | while read -r object; do
        objdump -t "$object" | awk -v object="$object" '
            / O / && ($0 ~ /[ \t](\.data|\.bss)([ .\t]|$)/ || /\*COM\*/) && !/\.data\.rel\.ro/ ||
            /[ \t]\.t(data|bss)/ && !/ d / { print object ": writable: " $NF }'
    done
}

headers() {
    local flags header problems
    flags=$(pkg-config --cflags ncursesw tickit libutf8proc jansson gmp 2>/dev/null)
    while read -r header; do
        # Twice, so that a missing guard shows; a header may have nothing but macros.
        problems=$(printf '#include <%s>\n#include <%s>\nint alone;\n' "$header" "$header" |
            $CC -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror -Iinclude -I"$BUILD/gen" $flags \
                -fsyntax-only -x c - 2>&1 | head -5)
        check "$header compiles alone" "$problems"
    done < <(cd include && find pyviz -name '*.h' | sort)
}

# What clang-format cannot break stays longer than 100 columns: comments.  Columns are characters, not bytes.
wide_lines() {
    grep -rnE '.{101}' src include tests --include='*.[ch]'
}

# What a merge could not join, and nobody did.
merge_marks() {
    grep -rnE '^(<{7}|>{7}) ' README.md Makefile src include scenarios tests
}

# Files that the map names with their ending, and that are nowhere.
lost_files() {
    grep -oE '[a-z_0-9][a-z_0-9.]*\.(c|h|def|sh|py)\b' src/README.md | sort -u | while read -r file; do
        [ "$file" = scenario.py ] || [ "$file" = lesson.py ] ||
            find src include tests -name "${file##*/}" | grep -q . || echo "src/README.md: $file"
    done
}

# Files of C that the map does not name, neither in full nor by `prefix_*.c`.
unmapped_files() {
    local patterns
    patterns=$(grep -oE '[a-z_0-9]+\*?\.c\b' src/README.md | sort -u | sed 's/\./\\./; s/\*/[a-z_0-9]*/')
    find src -name '*.c' | grep -vE "/($(printf '%s' "$patterns" | tr '\n' '|'))$"
}

check "nothing is left of a merge" "$(merge_marks)"
check "the map names files that exist" "$(lost_files)"
check "the map names every file of C" "$(unmapped_files)"
check "no line of C is wider than 100 columns" "$(LC_ALL=C.UTF-8 wide_lines)"
check "every include points to the left" "$(arrows)"
check "a profile is asked, not a version" "$(asked_versions)"
check "one file knows curses" "$(one_curses)"
check "tickit is known in src/canvas and src/screen only" "$(tickit_places)"
check "nobody asks the locale about letters" "$(of_the_locale)"
if [ -z "$(machine_objects 2>/dev/null)" ]; then
    check "the machine is built" "no objects under $BUILD/obj/machine"
elif machine_objects | tr '\n' '\0' | xargs -0 nm -u | grep -qE '__asan_init|__sanitizer_cov'; then
    echo "layers: a sanitizer's build: the machine's symbols are read in the plain one"
else
    check "the machine uses no memory, files, time or chance of the host" "$(machine_calls)"
    check "the machine keeps no writable statics" "$(machine_statics)"
fi
headers
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
