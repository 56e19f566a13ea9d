#!/usr/bin/env bash
# Breaks the core on purpose, in each way that tests/mutations holds, and looks whether the
# simulation finds it: "twcbridge prove" from a fixed seed, and for what that does not see the
# model check, the worlds and the properties of the system tests.
#
#   tests/mutations.sh           all of them, some minutes
#   tests/mutations.sh NAME...   these, without .patch
#
# Works on a copy in a scratch folder. The code as it is has to pass first. One line for each
# mutation says what has found it; the last line is "N of N found", otherwise it ends with 1.
set -u
cd "$(dirname "$0")/.." || exit 1

# Eleven worlds of a day each. Where they no longer pass without a mutation, look into that first;
# then take others.
seed=9
years=0.03
seconds_at_most=120
folders="FullyQualifiedName~.ModelChecks.|FullyQualifiedName~.Proving."
filter="$folders|FullyQualifiedName~.Properties."
repository=$PWD

fail() {
    echo "tests/mutations.sh: $1" >&2
    exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

copy() {
    git -C "$repository" ls-files -z -- "$@" | tar -C "$repository" --null -T - -c \
        | tar -C "$folder" -x || fail "copying $* failed."
}

build() {
    dotnet build "$1" -c Release --nologo -v quiet \
        -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >"$folder/build.log" 2>&1 \
        || fail "the build of $1 failed, $2: $(grep -m 3 'error' "$folder/build.log")"
}

# True when nothing was refuted. What was refuted is in $finding.
holds() {
    timeout "$seconds_at_most" dotnet tools/TwcBridge.Cli/bin/Release/net10.0/twcbridge.dll \
        prove --seed "$seed" --years "$years" >"$folder/net.log" 2>&1
    local code=$?
    finding=$(grep -A 1 '^# refuted: ' "$folder/net.log" \
        | sed 's/^# refuted: \(.*\), at .*/\1:/; s/^# //' | paste -s -d ' ')
    case $code in
        0) return 0 ;;
        9) return 1 ;;
        124)
            finding="no end within $seconds_at_most s"
            return 1
            ;;
        *) fail "prove ended with $code: $(tail -n 3 "$folder/net.log")" ;;
    esac
}

# The same of the tests.
passes() {
    TWCBRIDGE_SEED=$seed timeout "$seconds_at_most" dotnet test tests/TwcBridge.SystemTests \
        -c Release --no-build --nologo --filter "$filter" >"$folder/net.log" 2>&1
    local code=$?
    finding=$(sed -n 's/^ *Failed \(.*\) \[.*/test \1/p' "$folder/net.log" | head -n 1)
    [ "$code" -eq 0 ] && grep -q '^Passed!' "$folder/net.log" && return 0
    [ "$code" -ne 124 ] || finding="no end within $seconds_at_most s"
    [ -n "$finding" ] || fail "the tests ended with $code: $(tail -n 3 "$folder/net.log")"
    return 1
}

mutate() {
    patch -p1 --forward --fuzz=0 --no-backup-if-mismatch <"$1" >"$folder/patch.log" 2>&1 \
        || fail "$1 does not apply: $(tail -n 3 "$folder/patch.log")"
}

revert() {
    patch -p1 --reverse --fuzz=0 <"$1" >"$folder/patch.log" 2>&1 || fail "$1 cannot be undone."
}

# Sorts the patches that it is given into those found and, in $missed, those not.
look() {
    local project=$1 net=$2 mutation name
    shift 2
    missed=()
    build "$project" "unmutated"
    "$net" || fail "the code as it is does not pass: $finding"
    for mutation in "$@"; do
        name=$(basename "$mutation" .patch)
        mutate "$mutation"
        build "$project" "$name"
        if "$net"; then
            missed+=("$mutation")
        else
            echo "found  $name: $finding"
            found=$((found + 1))
        fi
        revert "$mutation"
    done
}

mutations=()
for name in "$@"; do
    [ -f "tests/mutations/$name.patch" ] || fail "there is no tests/mutations/$name.patch."
    mutations+=("$repository/tests/mutations/$name.patch")
done
[ $# -gt 0 ] || mutations=("$repository"/tests/mutations/*.patch)

copy firmware tools docs nf-targets.json .config 'Directory.*.props' .editorconfig
cd "$folder" || exit 1
found=0
look tools/TwcBridge.Cli holds "${mutations[@]}"
if [ "${#missed[@]}" -gt 0 ]; then
    copy tests
    look tests/TwcBridge.SystemTests passes "${missed[@]}"
fi
for mutation in "${missed[@]}"; do
    echo "MISSED $(basename "$mutation" .patch)"
done
echo "$found of ${#mutations[@]} found"
[ "$found" -eq "${#mutations[@]}" ]
