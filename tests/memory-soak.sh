#!/usr/bin/env bash
# Lets "twcbridge run" serve a page, an API and a broker for an hour, and looks at its memory.
#
#   tests/memory-soak.sh            an hour
#   tests/memory-soak.sh SECONDS    shorter or longer, from 120 s on
#
# Three simulated connectors; the page and the status are asked for every second, ten commands a
# second come by MQTT, and the broker is killed and started again twelve times. Prints the memory
# in six parts of the time. The last line is "memory is flat" when the last part takes at most a
# tenth more than the second (the first holds the compiler's work); otherwise it ends with 1.
# TWCBRIDGE names another twcbridge than the one that is built.
set -u
cd "$(dirname "$0")/.." || exit 1
export PATH="$PATH:/usr/sbin:/sbin"

seconds=${1-3600}
parts=6
restarts=12
broker_port=${BROKER_PORT-18830}
http_port=${HTTP_PORT-18080}

fail() {
    echo "tests/memory-soak.sh: $1" >&2
    exit 1
}

[ "$seconds" -ge 120 ] 2>/dev/null || fail "'$seconds' is no time: give whole seconds, 120 or more."
command -v mosquitto >/dev/null || fail "mosquitto is missing: install it and start again."
if [ -z "${TWCBRIDGE-}" ]; then
    dotnet build tools/TwcBridge.Cli -c Release --nologo -v quiet || fail "the build failed."
    TWCBRIDGE="dotnet $PWD/tools/TwcBridge.Cli/bin/Release/net10.0/twcbridge.dll"
fi

folder=$(mktemp -d)
broker=
box=
feeder=

# Each job has a group of its own, so that nothing of a pipe is left behind.
set -m
stop() {
    local job
    for job in $feeder $box $broker; do
        kill -- "-$job" 2>/dev/null
    done
    rm -rf "$folder"
}
trap stop EXIT

start_broker() {
    mosquitto -p "$broker_port" >"$folder/broker.log" 2>&1 &
    broker=$!
}

# Ten lines a second for as long as the broker takes them, and again when it is back.
feed() {
    while :; do
        amps=6
        while :; do
            echo "$amps"
            amps=$((amps == 32 ? 6 : amps + 1))
            sleep 0.1
        done | mosquitto_pub -p "$broker_port" -t twcbridge/twcbridge/set_amps -q 1 -l 2>/dev/null
        sleep 1
    done
}

memory_kb() {
    awk '/^VmRSS/ { print $2 }' "/proc/$box/status"
}

start_broker
$TWCBRIDGE run --connectors 3 --mqtt "mqtt://127.0.0.1:$broker_port" \
    --http "127.0.0.1:$http_port" --for "$seconds" >"$folder/run.log" 2>&1 &
box=$!
feed &
feeder=$!

began=$SECONDS
served=0
missed=0
next_restart=$((seconds / (restarts + 1)))
done_restarts=0
: >"$folder/memory"
while kill -0 "$box" 2>/dev/null && [ $((SECONDS - began)) -lt "$seconds" ]; do
    for path in / /api/v1/status; do
        if curl -sf --compressed -m 5 -o /dev/null "http://127.0.0.1:$http_port$path"; then
            served=$((served + 1))
        else
            missed=$((missed + 1))
        fi
    done
    now=$((SECONDS - began))
    echo "$now $(memory_kb)" >>"$folder/memory"
    if [ "$done_restarts" -lt "$restarts" ] \
        && [ "$now" -ge $((next_restart * (done_restarts + 1))) ]; then
        kill "$broker"
        wait "$broker" 2>/dev/null
        sleep 2
        start_broker
        done_restarts=$((done_restarts + 1))
        echo "$now s: broker restarted, $(memory_kb) KB"
    fi
    sleep 1
done
wait "$box"
code=$?
[ "$code" -eq 0 ] || fail "the run ended with $code: $(tail -n 3 "$folder/run.log")"

tail -n 1 "$folder/run.log"
echo "$served requests served, $missed missed, $done_restarts restarts of the broker"
awk -v seconds="$seconds" -v parts="$parts" '
    NF == 2 {
        part = int($1 * parts / seconds)
        part = part < parts ? part : parts - 1
        sum[part] += $2
        count[part]++
    }
    END {
        for (i = 0; i < parts; i++) {
            mean[i] = count[i] ? sum[i] / count[i] : 0
            printf "part %d of %d: %.1f MB\n", i + 1, parts, mean[i] / 1024
        }
        if (mean[parts - 1] > mean[1] * 1.1) { print "memory grows"; exit 1 }
        print "memory is flat"
    }' "$folder/memory"
