#!/usr/bin/env bash
# Audits the same records with one process, GNU parallel, shards and Apache Spark, and holds the answers against each other byte for byte.
# Usage: examples/scale/compare.sh [records=200000] [folder]     Needs: npm run build; GNU parallel; python3 with pyspark and Java.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$here/../.." && pwd)/bin/claimlint.js
count=${1:-200000}
folder=${2:-$(mktemp -d)}
as_of=2026-11-22
failed=0
mkdir -p "$folder"
cd "$folder"
rm -rf spark
node "$here/records.mjs" "$count" >records.jsonl
stream=(node "$program" stream --no-config --as-of "$as_of")

timed() { # NAME COMMAND...: runs it and prints wall and processor seconds
  local name=$1
  shift
  /usr/bin/time -f "$name: %e s wall, %U s user, %M kB" "$@"
}
same() { # NAME FILE [sorted]: whether the answers equal those of one process
  if [ "${3:-}" = sorted ]; then
    cmp -s <(LC_ALL=C sort one.jsonl) <(LC_ALL=C sort "$2") && echo "$1: the same lines" && return
  else
    cmp -s one.jsonl "$2" && echo "$1: the same bytes" && return
  fi
  echo "$1: DIFFERENT" && failed=1
}

timed 'one process' "${stream[@]}" <records.jsonl >one.jsonl

if command -v parallel >/dev/null; then
  timed 'GNU parallel' parallel --will-cite --pipepart -a records.jsonl --block 4M -k -j 2 "${stream[*]}" >parallel.jsonl
  same 'GNU parallel' parallel.jsonl
else echo 'GNU parallel: skipped: not installed'; fi

: >shards.jsonl
for index in 1 2 3; do "${stream[@]}" --shard "$index/3" <records.jsonl >>shards.jsonl; done
same 'three shards' shards.jsonl sorted

if python3 -c 'import pyspark' 2>/dev/null; then
  timed 'Apache Spark' python3 "$here/spark_pipe.py" records.jsonl spark 2>spark.log || { tail -20 spark.log; exit 1; }
  grep -E 'partitions|wall' spark.log
  cat spark/part-* >spark.jsonl
  same 'Apache Spark' spark.jsonl
else echo 'Apache Spark: skipped: python3 has no pyspark'; fi
exit $failed
