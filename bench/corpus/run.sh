#!/usr/bin/env bash
# Checks 20,000 generated documents in one process and under Spark, and compares every line.
# Needs Java and a Python with pyspark: bash bench/corpus/run.sh [count] (PYTHON=path/to/python).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
count=${1:-20000}
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check=(node "$PWD/dist/cli.js" --stdin-ndjson --fail-on never)

node bench/corpus/generate.mjs "$count" 1 > "$work/corpus.ndjson"
printf 'corpus: %s documents, %s bytes, %s\n' \
  "$(wc -l < "$work/corpus.ndjson")" "$(wc -c < "$work/corpus.ndjson")" \
  "$(sha256sum "$work/corpus.ndjson" | cut -c 1-16)"

start=$(date +%s.%N)
/usr/bin/env time -f 'one process: at most %M kB of memory' \
  "${check[@]}" < "$work/corpus.ndjson" > "$work/one.ndjson" 2> "$work/one.err" || { cat "$work/one.err"; exit 1; }
tail -1 "$work/one.err"
printf 'one process: %.1f s\n' "$(echo "$(date +%s.%N) - $start" | bc)"

"$python" bench/corpus/job.py "$work/corpus.ndjson" "$work/spark" "${check[@]}" 2> "$work/spark.err" \
  || { tail -20 "$work/spark.err"; exit 1; }

sort "$work/one.ndjson" > "$work/one.sorted"
cat "$work"/spark/part-* | sort > "$work/spark.sorted"
printf 'findings: %s in %s lines\n' "$(grep -o '"ruleId"' "$work/one.ndjson" | wc -l)" "$(wc -l < "$work/one.ndjson")"
cmp "$work/one.sorted" "$work/spark.sorted"
echo 'identical: every line of the two runs'
