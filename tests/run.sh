#!/usr/bin/env bash
# Builds everything and runs every test. Installs what the tests need from Debian's packages.
#
#   tests/run.sh          all tests, as CI runs them
#   tests/run.sh unit     the unit tests alone: seconds
#
# Lines that begin with "figure: " are what tests have measured.
# The last line is "N passed, N failed", with ", N skipped" where something was left out.
set -u
cd "$(dirname "$0")/.." || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

fail() {
    echo "tests/run.sh: $1" >&2
    exit 1
}

# install PROGRAM PACKAGE: makes sure that PROGRAM can be started.
install() {
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "tests/run.sh: $1 is missing, installing Debian's package $2"
    command -v apt-get >/dev/null 2>&1 \
        || fail "$1 is missing and there is no apt-get: install it and start again."
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 \
            || fail "$1 is missing: install the package $2 as root and start again."
        as_root=(sudo)
    fi
    if [ -z "${apt_is_fresh-}" ]; then
        "${as_root[@]}" apt-get update -qq || fail "apt-get update failed: is there a network?"
        apt_is_fresh=1
    fi
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "$2" >/dev/null \
        || fail "the package $2 cannot be installed: see what apt-get said above."
    command -v "$1" >/dev/null 2>&1 || fail "the package $2 did not bring $1."
}

# Debian puts daemons where a user's PATH does not look.
export PATH="$PATH:/usr/sbin:/sbin"

command -v dotnet >/dev/null 2>&1 \
    || fail "dotnet is missing: install the .NET SDK 10 from https://dot.net and start again."

case "${1-all}" in
    all)
        what=TwcBridge.sln
        install mosquitto mosquitto
        install mosquitto_pub mosquitto-clients
        install chromium chromium
        install curl curl
        install promtool prometheus
        ;;
    unit)
        what=tests/TwcBridge.UnitTests
        ;;
    *)
        fail "unknown argument '$1': leave it out, or say 'unit'."
        ;;
esac

echo "== build"
dotnet build "$what" --nologo -v quiet || { echo "0 passed, 1 failed"; exit 1; }

echo "== test"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet test "$what" --no-build --nologo --logger trx --results-directory "$results"
status=$?

# The counters of all result files, added up.
count() {
    local sum=0 n
    for n in $(cat "$results"/*.trx 2>/dev/null \
        | grep -o "<Counters [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+'); do
        sum=$((sum + n))
    done
    echo "$sum"
}
# What tests say of sizes, seeds and speed; XML writes some signs as entities.
grep -ohE 'figure: [^<]*' "$results"/*.trx 2>/dev/null \
    | sed -e 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g; s/&#xD;//g' | sort -u

total=$(count total)
executed=$(count executed)
passed=$(count passed)
failed=$((executed - passed))
skipped=$((total - executed))

[ "$executed" -gt 0 ] || { echo "no test was run" >&2; status=1; failed=1; }
[ "$failed" -eq 0 ] || status=1
if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
exit "$status"
