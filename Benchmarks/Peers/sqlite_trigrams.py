"""Measures SQLite FTS5 with its trigram tokenizer: sqlite_trigrams.py PARAGRAPHS QUERIES FOLDER

The tokens are strings of three characters, so shorter queries find nothing.
"""

import json
import os
import sqlite3
import sys
import time

paragraphs, queries, folder = sys.argv[1:4]
os.makedirs(folder, exist_ok=True)
path = os.path.join(folder, "trigrams.sqlite")
if os.path.exists(path):
    os.remove(path)
database = sqlite3.connect(path, isolation_level=None)
database.execute("PRAGMA journal_mode = OFF")
database.execute("PRAGMA synchronous = OFF")
database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, content = '', tokenize = 'trigram')")
rows, size = [], 0
with open(paragraphs, encoding="utf-8") as file:
    for line in file:
        number, _, text = line.rstrip("\n").partition("\t")
        size += len(text.encode())
        rows.append((int(number), text))

begin = time.perf_counter()
database.execute("BEGIN")
database.executemany("INSERT INTO texts(rowid, text) VALUES (?, ?)", rows)
database.execute("COMMIT")
database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
seconds = time.perf_counter() - begin
print(json.dumps({
    "peer": "FTS5 trigram", "phase": "index", "seconds": seconds, "text_bytes": size,
    "index_bytes": os.path.getsize(path)}))

BEST = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10"
COUNT = "SELECT count(*) FROM texts WHERE texts MATCH ?"
with open(queries, encoding="utf-8") as file:
    for string in file.read().split():
        if len(string) < 3:
            continue
        phrase, times = (f'"{string}"',), []
        for _ in range(5):
            begin = time.perf_counter()
            database.execute(BEST, phrase).fetchall()
            (hits,) = database.execute(COUNT, phrase).fetchone()
            times.append((time.perf_counter() - begin) * 1000)
        print(json.dumps(
            {"peer": "FTS5 trigram", "phase": "query", "query": string, "hits": hits, "top10_ms": min(times)},
            ensure_ascii=False))
