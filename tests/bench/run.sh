#!/bin/sh
# Times `pyviz run` beside python3 on the loops of loops/, the best of three each; and the same run with
# every event counted and checkpoints taken, as a lesson runs it (`pyviz state --at 1`).
#   tests/bench/run.sh [./pyviz [python3]]
pyviz=${1:-${PYVIZ:-./pyviz}}
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

ratio() {
    echo "$1 $2" | awk '{ printf "%.1fx", $2 / ($1 ? $1 : 1) }'
}

printf '%-12s %10s %12s %8s %14s %8s\n' loop python3 'pyviz run' '' 'time travel' ''
printf '%-12s %10s %12s %8s %14s %8s\n' '' '' '(aim: 5x)' '' '(aim: 10x)' ''
status=0
for loop in "$here"/loops/*.py; do
    name=$(basename "$loop" .py)
    if ! theirs=$(best "$python" "$loop") || ! ours=$(best "$pyviz" run "$loop") ||
        ! travel=$(best "$pyviz" state --at 1 "$loop"); then
        printf '%-12s failed\n' "$name"
        status=1
        continue
    fi
    printf '%-12s %7s ms %9s ms %8s %11s ms %8s\n' "$name" "$theirs" "$ours" \
        "$(ratio "$theirs" "$ours")" "$travel" "$(ratio "$theirs" "$travel")"
done
exit $status
