# Part of scripts/postgresql: a coordinator, three shards, and a standby of the second one.
server=postgresql://owner@127.0.0.1:$port/sharded
for shard in s1 s2 s3; do
  start $shard
  eval "$shard=$(cat "$work/$shard.port")"
done
"$binaries/psql" -qAtX "postgresql://owner@127.0.0.1:$s2/postgres" -c "CREATE ROLE reader LOGIN; CREATE ROLE nobody LOGIN"
"$binaries/psql" -qAtX "postgresql://owner@127.0.0.1:$port/postgres" -c "CREATE DATABASE sharded"
for shard in $s1 $s3; do
  "$binaries/psql" -qAtX "postgresql://owner@127.0.0.1:$shard/postgres" \
    -c "CREATE ROLE reader LOGIN; CREATE ROLE nobody LOGIN"
done
as_server "$binaries/pg_basebackup" -R -c fast -D "$work/server/standby" -d "postgresql://owner@127.0.0.1:$s2"
start standby
standby=$(cat "$work/standby.port")

# Setting up, and what is refused.
fails 64 "postgresql://" "$program/duansou" shard status --index "$work/samples.sqlite"
fails 2 "no coordinator" "$program/duansou" shard status --index "$server"
fails 2 "no coordinator" "$program/duansou" shard add "postgresql://reader@127.0.0.1:$s1/postgres" --index "$server"
"$program/duansou" shard init --index "$server" >/dev/null
"$program/duansou" shard init --index "$server" | grep -q "already" || fail "a coordinator is made twice"
add() { "$program/duansou" shard add "$1" --index "$server"; }
add "postgresql://reader@127.0.0.1:$s1/postgres?connect_timeout=2" >/dev/null
add "postgresql://reader@127.0.0.1:$s2,127.0.0.1:$standby/postgres?connect_timeout=2" >/dev/null
add "postgresql://reader@127.0.0.1:$s3/postgres?connect_timeout=2" >/dev/null
fails 2 "is the shard duansou_shard_1 already" add "postgresql://reader@localhost:$s1/postgres"
fails 2 "holds a password" add "postgresql://reader:geheim@127.0.0.1:$s1/postgres"
sql "CREATE DATABASE another"
another=postgresql://owner@127.0.0.1:$port/another
"$program/duansou" shard init --index "$another" >/dev/null
fails 2 "another one's" "$program/duansou" shard add "postgresql://reader@127.0.0.1:$s1/postgres" --index "$another"
state() { "$program/duansou" shard status --index "$server" --format json; }
# Prints a value of each shard.
of_shards() { python3 -c "import json, sys; print(*[shard['$1'] for shard in json.load(sys.stdin)['shards']])"; }
[ "$(state | of_shards failure)" = "None None None" ] || fail "new shards cannot be used: $(state)"

# The same answers.
compare suite
for corpus in seeds national-clean; do
  [ ! -e "$work/$corpus.sqlite" ] || compare $corpus 10
done
if [ -d ../shared/corpora/laws ]; then
  # 60,000 paragraphs.
  find ../shared/corpora/laws -name '*.md' | sort | head -570 >"$work/laws"
  mkdir "$work/laws.files"
  tr '\n' '\0' <"$work/laws" | xargs -0 cp --backup=numbered -t "$work/laws.files"
  "$program/duansou" index "$work/laws.files" --index "$work/laws.sqlite" >/dev/null 2>&1 || true
  compare laws 10
  # A shard looks for paragraphs by its index also for the coordinator's cursors.
  schema=$(sql "SELECT option_value FROM pg_foreign_table, pg_options_to_table(ftoptions)
    WHERE option_name = 'schema_name' LIMIT 1")
  options=$(sql "SELECT option_value FROM pg_foreign_server, pg_options_to_table(srvoptions)
    WHERE srvname = 'duansou_shard_1' AND option_name = 'options'")
  PGOPTIONS=$options "$binaries/psql" -qAtX "postgresql://owner@127.0.0.1:$s1/postgres" \
    -c "EXPLAIN DECLARE found CURSOR FOR SELECT id, max(octet_length(folded)) FROM $schema.paragraph_folded
    WHERE grams @> '{学校}' AND strpos(folded, '学校') > 0 GROUP BY 1" >"$work/plan"
  grep -q "Bitmap Index Scan on paragraph_folded_grams" "$work/plan" || fail "a shard reads all: $(cat "$work/plan")"
fi
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
same_commands "$server"
"$program/duansou" copy --from "$server" --to "$work/from-shards.sqlite" >/dev/null
"$program/duansou" check --full --index "$work/from-shards.sqlite" >/dev/null
[ "$(state | of_shards has_paragraphs)" = "True True True" ] || fail "a shard has nothing: $(state)"
# Each shard counts its matches itself, and all at the same time.
sql "SET search_path = duansou; SET enable_partitionwise_aggregate = on; SET enable_sort = off;
  SET enable_hashagg = off; EXPLAIN (VERBOSE) SELECT id, max(octet_length(folded)) FROM paragraph_folded
  WHERE grams @> '{学校}' AND strpos(folded, '学校') > 0 GROUP BY id OFFSET 0" >"$work/plan"
[ "$(grep -c "Remote SQL.*GROUP BY" "$work/plan")" = 3 ] && [ "$(grep -c "Async Foreign Scan" "$work/plan")" = 3 ] ||
  fail "the coordinator counts itself: $(cat "$work/plan")"
# Sixteen at a time.
"$program/duansou" search --format json 学校 --index "$work/samples.sqlite" >"$work/one"
seq 160 | xargs -P 16 -n 1 sh -c '"$0" search --format json 学校 --index "$1" >"$2/client.$3" 2>&1 || true' \
  "$program/duansou" "$server" "$work"
for number in $(seq 160); do
  cmp -s "$work/one" "$work/client.$number" || fail "one of 16 clients has another answer"
done
echo "160 searches of 16 clients at a time: the same to the last byte"
fails 2 "on several servers" "$program/duansou" index "$work/reports" --index "$server"
fails 2 "on several servers" "$program/duansou" remove "$work/reports" --index "$server"
"$program/duansou" check --full --index "$server" >"$work/out" || fail "shards are not sound: $(cat "$work/out")"
asked_while_copying "$server"

# Who may read.
sql "DO 'BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END'"
fails 2 "permission denied" "$program/duansou" stats --index "postgresql://reader@127.0.0.1:$port/sharded"
sql "GRANT USAGE ON SCHEMA duansou TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA duansou TO reader"
"$program/duansou" export 学校 --index "postgresql://reader@127.0.0.1:$port/sharded" >"$work/two"
"$program/duansou" export 学校 --index "$work/samples.sqlite" >"$work/one"
cmp -s "$work/one" "$work/two" || fail "a reader has another answer"
schema=$(sql "SELECT option_value FROM pg_foreign_table, pg_options_to_table(ftoptions)
  WHERE option_name = 'schema_name' LIMIT 1")
fails 3 "permission denied" "$binaries/psql" -qAtX "postgresql://nobody@127.0.0.1:$s1/postgres" -v ON_ERROR_STOP=1 \
  -f - <<SQL
SELECT count(*) FROM $schema.paragraph
SQL

# A shard that is killed: an error that names it, and no file; nothing but that.
kill_server s1
fails 2 "duansou_shard_1" "$program/duansou" search 学校 --index "$server"
fails 2 "duansou_shard_1" "$program/duansou" export 学校 -o "$work/lost.csv" --index "$server"
[ ! -e "$work/lost.csv" ] || fail "an export without a shard left a file"
fails 2 "$s1" "$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace
status=0
"$program/duansou" shard status --index "$server" >"$work/out" || status=$?
[ $status = 2 ] || fail "the state of a killed shard ended with $status"
grep -q "duansou_shard_1.*cannot be used" "$work/out" || fail "the state does not name it: $(cat "$work/out")"
start s1
unchanged

# A shard that is killed while it is asked.
"$program/duansou" copy --from "$work/large.sqlite" --to "$server" --replace >/dev/null
"$program/duansou" export 学校 -o "$work/lost.csv" --index "$server" >/dev/null 2>"$work/err" &
asking=$!
backend >/dev/null
kill_server s3
status=0
wait $asking || status=$?
[ $status = 2 ] || fail "an export from a killed shard ended with $status"
grep -q "duansou_shard_3" "$work/err" || fail "an export from a killed shard said: $(cat "$work/err")"
[ ! -e "$work/lost.csv" ] || fail "an export from a killed shard left a file"
start s3
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
unchanged

# A shard that is killed while it is filled: what was there stays, and what is left goes with the next copy.
"$program/duansou" copy --from "$work/large.sqlite" --to "$server" --replace >/dev/null 2>"$work/err" &
copying=$!
sleep 1
kill_server s3
wait $copying && fail "a copy to a killed shard succeeded"
start s3
unchanged
"$program/duansou" copy --from "$work/large.sqlite" --to "$server" --replace >/dev/null 2>&1 &
copying=$!
sleep 1
kill -9 $copying
wait $copying || true
unchanged
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
[ "$(state | of_shards unused_copies)" = "0 0 0" ] || fail "copies were left: $(state)"
unchanged

# The second shard dies: its standby answers in full, and takes no copy until it is promoted.
sleep 1
kill_server s2
unchanged
[ "$(state | of_shards is_standby)" = "False True False" ] || fail "the standby does not answer: $(state)"
fails 2 "$standby" "$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace
unchanged
as_server "$binaries/pg_ctl" -D "$work/server/standby" -w promote >/dev/null
"$program/duansou" copy --from "$work/large.sqlite" --to "$server" --replace >/dev/null
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
unchanged
[ "$(state | of_shards is_standby)" = "False False False" ] || fail "the standby was not promoted: $(state)"

# An index of one report leaves shards without anything, and nothing old on them.
mkdir "$work/single"
cp "Tests/Samples/reports/$original" "$work/single"
"$program/duansou" index "$work/single" --index "$work/single.sqlite" >/dev/null 2>&1
"$program/duansou" copy --from "$work/single.sqlite" --to "$server" --replace >/dev/null
[ "$(state | of_shards has_paragraphs)" = "True False False" ] || fail "one report is on several shards: $(state)"
[ "$(state | of_shards unused_copies)" = "0 0 0" ] || fail "copies were left: $(state)"
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
unchanged

# A frozen shard: an error that names it, within the time that was allowed.
limited="$server?connect_timeout=2&options=-c%20statement_timeout%3D3000"
# shellcheck disable=SC2046 # a list of processes
frozen="$(postmaster s3) $(children s3 | tr '\n' ' ')"
kill -STOP $frozen
begin=$(date +%s)
fails 2 "duansou_shard_3" "$program/duansou" search 学校 --index "$limited"
[ $(($(date +%s) - begin)) -le 15 ] || fail "a frozen shard was waited for too long"
kill -CONT $frozen
frozen=""
unchanged
echo "killed, frozen and promoted shards: errors that name them, full answers of a standby, nothing half"
