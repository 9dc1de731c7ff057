#!/usr/bin/env python3
"""Rebuilds the full-text index of an index file with a newer SQLite (apsw), with settings that produce different
segments, and runs PROGRAM --index after each to compare FTS5's pages with its interface: INDEX EXTENSION PROGRAM."""
import subprocess
import sys

import apsw

index, extension, program = sys.argv[1:]


def writer():
    connection = apsw.Connection(index)
    connection.enable_load_extension(True)
    connection.load_extension(extension)
    return connection


def setting(connection, name, value=None):
    if value is None:
        connection.execute("INSERT INTO paragraph_fts(paragraph_fts) VALUES (?)", [name])
    else:
        connection.execute(
            "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES (?, ?)", [name, value])


def replace_some(connection):
    rows = connection.execute("SELECT id, text FROM paragraph WHERE id % 7 = 3").fetchall()
    for number, (row, text) in enumerate(rows):
        connection.execute(
            "INSERT INTO paragraph_fts(paragraph_fts, rowid, text) VALUES ('delete', ?, ?)",
            [row, text])
        # One of three stays deleted from the full-text index. The comparison concerns only that index.
        if number % 3:
            connection.execute("INSERT INTO paragraph_fts(rowid, text) VALUES (?, ?)", [row, text])
    for name in ("merge", "merge"):
        setting(connection, name, -8)


def compare(what):
    print(f"SQLite {apsw.sqlite_lib_version()}, {what}: ", end="", flush=True)
    subprocess.run([program, "--index", index, "2000"], check=True)


for what, settings in {
    "many segments": [("automerge", 0), ("crisismerge", 1000), ("hashsize", 200_000)],
    "merged now and then": [("automerge", 2), ("crisismerge", 4), ("pgsz", 512)],
    "one segment": [("hashsize", 100_000_000), ("pgsz", 4050)],
}.items():
    connection = writer()
    for name, value in settings:
        setting(connection, name, value)
    setting(connection, "rebuild")
    compare(what)
    with connection:
        replace_some(connection)
    compare(what + ", some replaced and deleted")
    setting(connection, "optimize")
    compare(what + ", optimized")
    connection.close()
