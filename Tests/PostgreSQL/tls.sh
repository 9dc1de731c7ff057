# Part of scripts/postgresql: a server that takes encrypted connections only, and passwords from a file.
if command -v openssl >/dev/null; then
  for name in server other; do
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$name" -addext "subjectAltName=IP:127.0.0.1" \
      -keyout "$work/$name.key" -out "$work/$name.crt" 2>/dev/null
  done
  data=$work/server/tls
  as_server cp -r "$work/server/empty" "$data"
  cp "$work/server.key" "$work/server.crt" "$data"
  [ "$(id -u)" != 0 ] || chown postgres: "$data/server.key" "$data/server.crt"
  chmod 600 "$data/server.key"
  echo "ssl = on" >>"$data/postgresql.conf"
  printf 'hostssl all owner 127.0.0.1/32 trust\nhostssl all guarded 127.0.0.1/32 scram-sha-256\n' >"$data/pg_hba.conf"
  start tls
  tls=127.0.0.1:$(cat "$work/tls.port")/postgres
  verified="sslmode=verify-full&sslrootcert=$work/server.crt"
  server="postgresql://owner@$tls?$verified"
  sql "CREATE ROLE guarded LOGIN PASSWORD 'geheim'"
  "$program/duansou" copy --from "$work/samples.sqlite" --to "$server" --reader guarded >/dev/null
  unchanged
  "$program/duansou" index "$work/reports" --index "$server" >/dev/null
  fails 2 "certificate verify failed" "$program/duansou" stats \
    --index "postgresql://owner@$tls?sslmode=verify-full&sslrootcert=$work/other.crt"
  fails 2 "no encryption" "$program/duansou" stats --index "postgresql://owner@$tls?sslmode=disable"
  guarded="postgresql://guarded@$tls?$verified"
  fails 2 "no password" "$program/duansou" stats --index "$guarded"
  echo "127.0.0.1:*:*:guarded:geheim" >"$work/pgpass"
  chmod 600 "$work/pgpass"
  PGPASSFILE=$work/pgpass "$program/duansou" stats --index "$guarded" >"$work/out" 2>&1
  echo "127.0.0.1:*:*:guarded:falsch" >"$work/pgpass"
  fails 2 "authentication failed" env PGPASSFILE="$work/pgpass" "$program/duansou" stats --index "$guarded"
  grep -q -e geheim -e falsch "$work/out" "$work/err" && fail "a password was told"
  echo "encrypted connections and passwords from a file: as libpq has them"
else
  echo "openssl is not there: encrypted connections are not tested." >&2
fi
