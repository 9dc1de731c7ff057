# Part of scripts/postgresql: an index that is made and changed on the server itself.
sql "CREATE DATABASE written"
written=postgresql://owner@127.0.0.1:$port/written
in_written() { "$binaries/psql" -qAtX "$written" -c "SET client_min_messages = error" -c "$1"; }
file=$work/written.sqlite
mkdir "$work/temporary"
export TMPDIR="$work/temporary"

# Does the same to a file and to the server, and compares what is said, but for the times.
both() {
  for index in "$file" "$written"; do
    status=0
    "$program/duansou" "$@" --index "$index" >"$work/out" 2>&1 || status=$?
    # 1: nothing was found. 3: not every file can be read.
    [ $status -le 1 ] || [ $status = 3 ] || fail "$* --index $index ended with $status: $(cat "$work/out")"
    sed 's/[0-9.]* s, .*//; s/"seconds":[0-9.]*//' "$work/out" >"$work/said"
    echo $status >>"$work/said"
    if [ "$index" = "$file" ]; then mv "$work/said" "$work/one"; fi
  done
  cmp -s "$work/one" "$work/said" ||
    fail "$* says something else on the server: $(diff "$work/one" "$work/said" | head -5)"
}
# All tables are the same, but for the times of indexing and the number of transactions.
same_tables() {
  rm -f "$work/back.sqlite"
  "$program/duansou" copy --from "$written" --to "$work/back.sqlite" >/dev/null
  for table in $(sqlite3 "$file" "SELECT name FROM sqlite_schema WHERE type = 'table'
    AND name NOT LIKE 'paragraph_fts%' AND name NOT LIKE 'sqlite%'"); do
    for name in written back; do
      # In quotation marks, or bytes would end at the first zero.
      sqlite3 -quote "$work/$name.sqlite" "UPDATE source SET indexed_at = ''; DELETE FROM setting WHERE name IN ('generation', 'state');
        SELECT * FROM $table ORDER BY 1, 2" >"$work/$name.rows"
    done
    [ -s "$work/back.rows" ] || case $table in metadata | correction) ;; *) fail "$table is empty" ;; esac
    cmp -s "$work/written.rows" "$work/back.rows" || fail "$table is not the same: $1"
  done
  "$program/duansou" check --full --index "$written" >"$work/out" || fail "after $1: $(cat "$work/out")"
}

# The same commands make the same index, and it gives the same answers as the one that was copied.
both index "$work/reports"
both set "$report" --region 341000 --date 2020-01-15
same_tables "indexing"
same_commands "$written"
# What changes, vanishes, comes and is told.
cp -r "$work/reports" "$work/changing"
both index "$work/changing"
sed -i 's/控辍保学/防止辍学/' "$work/changing/$original"
rm "$work/changing/西川市教育局2021年工作总结.md"
printf '新川县教育局2013年工作总结\n\n一、控辍保学\n\n全县落实控辍保学责任，学生零辍学。\n' >"$work/changing/新.txt"
printf 'path,region,year\n%s,341000,2014\n' "$work/changing/新.txt" >"$work/told.csv"
both index --prune --metadata "$work/told.csv" "$work/changing"
both index --verify "$work/reports"
same_tables "changed files"
both set "$report" --year 2020
"$program/duansou" corrections export "$work/corrections.csv" --index "$file" 2>/dev/null
both set "$report" --clear
both corrections import "$work/corrections.csv"
same_tables "corrections"
both remove "$work/changing"
same_tables "removing"
both index "$work/changing"
for words in 控辍保学 '防止辍学|控辍保学' 学校; do
  both search --format json --explain --fold-copies "$words"
  both years --format json "$words"
  both copies --format json "$words"
done

mkdir "$work/some"
for part in 2014 2015 2016 2017; do
  head -4000 "$work/large/${part}年工作总结.txt" >"$work/some/${part}年工作总结.txt"
done
# Several programs at once, one of them about the same files as another, while others ask: nobody gets an error,
# and in the end it is the index of all files.
in_written "DROP SCHEMA duansou CASCADE"
rm -f "$file" "$file-wal" "$file-shm"
everything() { "$program/duansou" export 的 --per paragraph --sort source --index "$1" | LC_ALL=C sort; }
import() {
  pids=""
  for part in 2014 2015 2016 2017 2014; do
    "$program/duansou" index "$work/some/${part}年工作总结.txt" --index "$written" >"$work/import.$part" 2>&1 &
    pids="$pids $!"
  done
  "$program/duansou" index "$work/reports" --index "$written" >"$work/import.reports" 2>&1 &
  pids="$pids $!"
}
import
asked=0
until "$program/duansou" stats --index "$written" >/dev/null 2>&1; do
  kill -0 "${pids##* }" 2>/dev/null || fail "no program made the index: $(cat "$work"/import.*)"
  sleep 0.1
done
while kill -0 "${pids##* }" 2>/dev/null || [ $asked -lt 10 ]; do
  "$program/duansou" search 学校 --index "$written" >"$work/out" 2>&1 || [ $? = 1 ] ||
    fail "while others wrote, a search said: $(cat "$work/out")"
  asked=$((asked + 1))
done
for pid in $pids; do wait "$pid" || fail "an import failed: $(cat "$work"/import.*)"; done
"$program/duansou" index "$work/some" "$work/reports" --index "$file" >/dev/null 2>&1
everything "$file" >"$work/one"
everything "$written" >"$work/two"
cmp -s "$work/one" "$work/two" || fail "several programs wrote something else than one"
"$program/duansou" check --full --index "$written" >"$work/out" || fail "after several programs: $(cat "$work/out")"
echo "six programs wrote at once while $asked searches asked: the index of all their files"

# A program that is killed, and a server that is: what was committed stays, and the same command goes on.
for victim in program server; do
  in_written "DROP SCHEMA duansou CASCADE"
  "$program/duansou" index "$work/reports" --index "$written" >/dev/null 2>&1
  "$program/duansou" index "$work/some" --index "$written" >/dev/null 2>"$work/err" &
  writing=$!
  until [ "$(in_written "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT%'")" -gt 0 ]; do
    kill -0 $writing || fail "nothing was written: $(cat "$work/err")"
  done
  if [ $victim = program ]; then
    kill -9 $writing
    wait $writing && fail "it was not killed"
  else
    kill_server one
    status=0
    wait $writing || status=$?
    [ $status = 2 ] || fail "indexing on a killed server ended with $status"
    grep -q "127.0.0.1:$port" "$work/err" || fail "indexing on a killed server said: $(cat "$work/err")"
    start one
  fi
  "$program/duansou" check --full --index "$written" >"$work/out" || fail "after a killed $victim: $(cat "$work/out")"
  "$program/duansou" index "$work/some" --index "$written" >/dev/null 2>&1
  everything "$written" >"$work/two"
  cmp -s "$work/one" "$work/two" || fail "after a killed $victim the index is another one"
done
echo "a killed program and a killed server: what was committed is sound, and the same command goes on"

# Who may not, and who waits for whom.
fails_check() {
  status=0
  "$program/duansou" check --index "$written" >"$work/out" || status=$?
  [ $status = 2 ] || fail "damage to $1 was not found: $(cat "$work/out")"
  grep -q "$1" "$work/out" || fail "damage to $1 was told as: $(cat "$work/out")"
}
as_reader=postgresql://reader@127.0.0.1:$port/written
fails 2 "permission denied" "$program/duansou" index "$work/reports" --index "$as_reader"
in_written "GRANT USAGE ON SCHEMA duansou TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA duansou TO reader"
"$program/duansou" search 学校 --index "$as_reader" >/dev/null
fails 2 "permission denied" "$program/duansou" remove "$work/reports" --index "$as_reader"
in_written "SELECT pg_advisory_lock(1685681013), pg_sleep(3)" >/dev/null &
holder=$!
sleep 0.5
fails 2 "is writing" "$program/duansou" copy --from "$work/samples.sqlite" --to "$written" --replace
"$program/duansou" index "$work/changing" --index "$written" >/dev/null
kill -0 $holder 2>/dev/null && fail "somebody wrote while another one did"
# An index that is replaced between two transactions: the files that were known there are not in the new one.
in_written "SELECT pg_advisory_lock(1685681013), pg_sleep(4)" >/dev/null &
holder=$!
sleep 0.5
status=0
"$program/duansou" index --verify "$work/reports" --index "$written" >/dev/null 2>"$work/err" &
writing=$!
sleep 1.5
in_written "UPDATE duansou.index_format SET copy = copy + 1"
wait $holder
wait $writing || status=$?
[ $status = 2 ] || fail "who wrote to an index that was replaced ended with $status: $(cat "$work/err")"
grep -q "replaced" "$work/err" || fail "who wrote to an index that was replaced was told: $(cat "$work/err")"
# The rights to read and to write go on to the index that takes the place.
in_written "GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA duansou TO reader"
"$program/duansou" copy --from "$work/samples.sqlite" --to "$written" --replace >/dev/null
"$program/duansou" index "$work/changing" --index "$as_reader" >/dev/null
"$program/duansou" search 学校 --index "$as_reader" >/dev/null
# Damage on the server is found.
in_written "DROP INDEX duansou.paragraph_folded_grams"
fails_check "paragraph_folded_grams"
in_written "CREATE INDEX paragraph_folded_grams ON duansou.paragraph_folded USING gin (grams)"
in_written "UPDATE duansou.paragraph_folded SET folded = replace(folded, '学', '字')
  WHERE id = (SELECT min(id) FROM duansou.paragraph_folded WHERE folded LIKE '%学%')"
fails_check "paragraph_folded"
fails 2 "cannot be done" "$program/duansou" check --repair --index "$written"
in_written "DELETE FROM duansou.setting WHERE name = 'next_paragraph'"
fails 2 "is damaged" "$program/duansou" index --verify "$work/reports" --index "$written"
[ -z "$(ls "$TMPDIR")" ] || fail "temporary files were left: $(ls "$TMPDIR")"
unset TMPDIR
echo "rights, turns and damage of an index that is changed on a server: as they should be"
