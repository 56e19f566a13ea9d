#!/usr/bin/env bash
# Lets "twcbridge simulate --pty" and "twcbridge run --serial" talk over a pseudo terminal, and
# looks for lost frames in what the run has recorded.
#
#   tests/pty-soak.sh            10 minutes
#   tests/pty-soak.sh SECONDS    shorter or longer, from 30 s on
#
# After link-up a controller sends nothing but requests, and each has exactly one answer: so every
# request that is followed by its answer was heard on the one side, and its answer on the other.
# The last line is "no frame lost"; otherwise it ends with 1.
set -u
cd "$(dirname "$0")/.." || exit 1

seconds=${1-600}
link_up_seconds=15
tool=${TWCBRIDGE-"dotnet $PWD/tools/TwcBridge.Cli/bin/Debug/net10.0/twcbridge.dll"}

fail() {
    echo "tests/pty-soak.sh: $1" >&2
    exit 1
}

[ "$seconds" -ge 30 ] 2>/dev/null || fail "'$seconds' is no time: give whole seconds, 30 or more."
if [ -z "${TWCBRIDGE-}" ]; then
    dotnet build tools/TwcBridge.Cli --nologo -v quiet || fail "the build failed."
fi

folder=$(mktemp -d)
simulator=
trap '[ -z "$simulator" ] || kill "$simulator" 2>/dev/null; rm -rf "$folder"' EXIT

mkfifo "$folder/path"
$tool simulate --pty --connectors 2 --quiet >"$folder/path" &
simulator=$!
read -r line <"$folder/path" || fail "simulate gave no pseudo terminal."

echo "run --serial $line for $seconds s"
$tool run --serial "$line" --http off --site-limit 32 --for "$seconds" --record "$folder/run.txt" \
    >"$folder/run.log" || fail "the run ended with $?: $(tail -n 3 "$folder/run.log")"
tail -n 1 "$folder/run.log"

awk -v since=$((link_up_seconds * 1000)) '
    /^#/ || $1 < since { next }
    / # refused: / { refused++; print "refused:  " $0; next }
    $2 == ">" {
        if (request != "") { missed++; print "no answer: " line }
        sent++
        request = $5 " " $8 " " $9      # What is asked, and of whom.
        line = $0
    }
    $2 == "<" {
        heard++
        if ("FD " request == $4 " " $5 " " $6 " " $7) { answered++ }
        else { odd++; print "no answer to anything: " $0 }
        request = ""
    }
    END {
        open = request == "" ? 0 : 1    # The run ended before its answer came.
        printf "after link-up: %d requests sent, %d answered, %d open at the end, ",
            sent, answered, open
        printf "%d frames heard, %d refused, %d missed, %d out of place\n",
            heard, refused, missed, odd
        exit !(sent > 0 && sent == answered + open && heard == answered \
            && refused + missed + odd == 0)
    }' "$folder/run.txt" || fail "frames were lost."
echo "no frame lost"
