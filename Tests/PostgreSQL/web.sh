# Part of scripts/postgresql: the web page of the index on shards.

# Serves an index until the test ends.
serve() {
  name=$1 index=$2
  shift 2
  : >"$work/$name.address"
  "$program/duansou" serve --port 0 --index "$index" "$@" >"$work/$name.address" 2>"$work/$name.log" &
  serving=$!
  echo $serving >>"$work/serving"
  while ! [ -s "$work/$name.address" ]; do
    kill -0 $serving || fail "serve: $(cat "$work/$name.log")"
    sleep 0.1
  done
}
# Asks the page of the server, with a header or none: prints the status, the tag and what it says.
ask() {
  python3 - "$(cat "$work/server.address")" "$@" <<'PYTHON'
import sys, urllib.error, urllib.parse, urllib.request
address, path, *tag = sys.argv[1:]
request = urllib.request.Request(address.rstrip("/") + urllib.parse.quote(path, safe="/?&="))
if tag:
    request.add_header("If-None-Match", tag[0])
try:
    answer = urllib.request.urlopen(request, timeout=30)
except urllib.error.HTTPError as error:
    answer = error
print(answer.status, answer.headers["ETag"], answer.read().decode())
PYTHON
}
says() {
  words=$1
  shift
  ask "$@" >"$work/out"
  grep -q -e "$words" "$work/out" || fail "the page $* said: $(head -c 2000 "$work/out")"
}

fails 2 "There is no index" "$program/duansou" serve --port 0 --index "$another"
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
serve file "$work/samples.sqlite"
serve server "$server" --time-limit 60
python3 Tests/PostgreSQL/pages.py "$(cat "$work/file.address")" "$(cat "$work/server.address")" \
  学校 '~控辍保学' '@控辍保学 year:2011..2020' '控?保学'
# Whoever has a connection and asks in the moment in which a copy is put in its place: somebody who reads a table keeps
# the copy from going on when it has let in nobody else any more.
ask '/api/v1/search?q=学校' | cut -d ' ' -f 3- >"$work/one"
"$binaries/psql" -qAtX "$server" -c "BEGIN; LOCK TABLE duansou.setting IN ACCESS SHARE MODE; SELECT pg_sleep(8)" >/dev/null &
holder=$!
sleep 0.5
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null &
copying=$!
until [ "$("$binaries/psql" -qAtX "$server" -c "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock'
  AND granted AND relation = 'duansou.index_format'::regclass")" = 1 ]; do
  kill -0 $holder 2>/dev/null || fail "the copy was not held"
done
ask '/api/v1/search?q=学校' | cut -d ' ' -f 3- >"$work/two"
kill -0 $holder 2>/dev/null && fail "the page did not wait for the copy"
wait $copying || fail "the copy that was held failed"
cmp -s "$work/one" "$work/two" || fail "the page of a copy that was put in its place said: $(head -c 500 "$work/two")"
serve server "$server" --time-limit 5
# A page that a reader has is sent again when the index was replaced, by the same one even.
tag=$(ask '/?q=学校' | head -1 | cut -d ' ' -f 2)
says "^304" '/?q=学校' "$tag"
"$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --replace >/dev/null
says "^200" '/?q=学校' "$tag"
# An answer that does not come is given up in time, and the next is there again.
frozen=$(sql "SELECT pid FROM pg_stat_activity WHERE application_name = 'duansou'")
[ -n "$frozen" ] || fail "the page keeps no connection"
# shellcheck disable=SC2086 # a list of processes
kill -STOP $frozen
begin=$(date +%s)
says '^503.*"time_limit"' '/api/v1/search?q=学校'
[ $(($(date +%s) - begin)) -le 12 ] || fail "the page waited for a frozen server for too long"
# shellcheck disable=SC2086
kill -CONT $frozen
frozen=""
says "^200" '/?q=学校'
# The server gives up soon after as well, as nobody waits for the answer any more.
"$binaries/psql" -qAtX "$server" -c "BEGIN; LOCK TABLE duansou.index_format; SELECT pg_sleep(15)" >/dev/null &
locking=$!
for _ in $(seq 100); do
  [ -z "$(sql "SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND database <> 0")" ] || break
  sleep 0.1
done
says '^503.*"time_limit"' '/api/v1/search?q=学校'
sleep 3
[ "$(sql "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'duansou' AND state = 'active'")" = 0 ] ||
  fail "the server works on for a page that was given up"
wait $locking
says "^200" '/?q=学校'
# A server that is killed is told of, and asked again when it is there.
kill_server one
says '^503.*"index_unusable"' '/api/v1/search?q=学校'
start one
says "^200" '/?q=学校'
echo "the web page of a killed, a frozen and a refilled server: errors that tell why, and then the right answer"
