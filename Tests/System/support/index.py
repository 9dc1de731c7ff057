"""The contents of index files."""

import os
import shutil
import sqlite3

# Columns that differ between runs on the same files.
VOLATILE = {("source", "indexed_at"), ("source_file", "modified_ns"), ("source_file", "inode")}


def contents(index, tokenizer=None, volatile=VOLATILE, numbered=False):
    """Returns the rows of every table, sorted, but not those of the full-text index.

    With the path of the loadable extension, all tokens of the full-text index are added. The number of
    transactions and the number of the last one (`state`) are left out unless they are asked for.
    """
    connection = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    # Distinguishes texts from blobs.
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    tables = [
        name for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'paragraph_fts%' "
            "AND name NOT LIKE 'sqlite%'")]
    held = {}
    for table in tables:
        columns = [name for (_, name, *_) in connection.execute(f"PRAGMA table_info({table})")]
        chosen = ", ".join(f'"{name}"' for name in columns if (table, name) not in volatile)
        rows = connection.execute(f"SELECT {chosen} FROM {table} ORDER BY {chosen}").fetchall()
        held[table] = [row for row in rows if numbered or row[0] not in ("generation", "state")]
    if tokenizer:
        connection.enable_load_extension(True)
        connection.load_extension(str(tokenizer))
        connection.execute(
            "CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, paragraph_fts, instance)")
        held["instances"] = connection.execute(
            'SELECT term, doc, col, "offset" FROM temp.instances ORDER BY 1, 2, 3, 4').fetchall()
    connection.close()
    return held


def difference(left, right):
    """Returns the first table in which two contents differ, with a row of it, or None."""
    for table in sorted(set(left) | set(right)):
        one, other = left.get(table), right.get(table)
        if one != other:
            rows = sorted(set(one or []) ^ set(other or []), key=repr)
            return f"{table}: {len(one or [])} and {len(other or [])} rows, {rows[:1]!r:.300}"
    return None


def remove_index(index):
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(f"{index}{ending}"):
            os.remove(f"{index}{ending}")


def copy_index(index, target):
    """Copies an index that no program has open."""
    remove_index(target)
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(f"{index}{ending}"):
            shutil.copyfile(f"{index}{ending}", f"{target}{ending}")
