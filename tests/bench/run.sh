#!/bin/sh
# Times `pyviz run` beside python3 on the loops of loops/, the best of three each.
#   tests/bench/run.sh [./pyviz [python3]]
pyviz=${1:-./pyviz}
python=${2:-python3}
here=$(dirname "$0")

# Milliseconds of the fastest of three runs of a command; its output must not fail.
best() {
    fastest=
    for _ in 1 2 3; do
        start=$(date +%s%N)
        "$@" >/dev/null || return 1
        took=$((($(date +%s%N) - start) / 1000000))
        if [ -z "$fastest" ] || [ "$took" -lt "$fastest" ]; then
            fastest=$took
        fi
    done
    echo "$fastest"
}

printf '%-14s %10s %10s %8s   (aim: within 5x)\n' loop python3 'pyviz run' ratio
status=0
for loop in "$here"/loops/*.py; do
    name=$(basename "$loop" .py)
    if ! theirs=$(best "$python" "$loop") || ! ours=$(best "$pyviz" run "$loop"); then
        printf '%-14s failed\n' "$name"
        status=1
        continue
    fi
    printf '%-14s %7s ms %7s ms %7sx\n' "$name" "$theirs" "$ours" \
        "$(echo "$theirs $ours" | awk '{ printf "%.1f", $2 / $1 }')"
done
exit $status
