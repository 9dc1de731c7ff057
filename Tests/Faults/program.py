"""The built program, and what an index holds, for the tests of faults."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SAMPLES = os.path.join(ROOT, "Tests", "Samples", "reports")
PRODUCTS = os.path.join(ROOT, ".build", os.environ.get("BUILD", "debug"))
PROGRAM = os.path.join(PRODUCTS, "duansou")
TOKENIZER = os.path.join(PRODUCTS, "libduansou_fts5.so")
LIMIT = 120

# What a program of Swift or C dies of when it breaks a promise to itself.
CRASHES = {-4, -5, -6, -8, -11, 132, 133, 134, 136, 139}


class Failure(Exception):
    """A promise that was not kept."""


class Run:
    """A run of the program to its end."""

    def __init__(self, *arguments, index=None, folder=None, **options):
        self.arguments = arguments + (("--index", index) if index else ())
        environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}
        try:
            done = subprocess.run(
                [PROGRAM, *self.arguments], cwd=folder, env=environment, capture_output=True,
                timeout=LIMIT, stdin=subprocess.DEVNULL, **options)
        except subprocess.TimeoutExpired as error:
            raise Failure(f"{self.arguments} took longer than {LIMIT} s") from error
        self.status = done.returncode
        self.output = done.stdout
        self.messages = done.stderr.decode("utf-8", "replace")
        if self.status in CRASHES:
            raise Failure(f"crash ({self.status}): {self}")

    def expecting(self, *statuses):
        """The run, if it ended with one of some exit codes."""
        if self.status not in statuses:
            raise Failure(f"status {self.status}, not {statuses}: {self}")
        return self

    def __str__(self):
        output = self.output.decode("utf-8", "replace")[-2000:]
        return f"{' '.join(self.arguments)}\n{output}\n{self.messages[-2000:]}"


def start(*arguments, index=None, folder=None):
    """A run that is not waited for."""
    arguments += ("--index", index) if index else ()
    return subprocess.Popen(
        [PROGRAM, *arguments], cwd=folder, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# Columns that differ from run to run: times, and what counts the commits.
VOLATILE = {("source", "indexed_at"), ("source_file", "modified_ns"), ("source_file", "inode")}


def contents(index):
    """Every row of every table in an order of its own, and every token that FTS5's lists hold."""
    connection = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    connection.text_factory = bytes
    connection.enable_load_extension(True)
    connection.load_extension(TOKENIZER)
    tables = [
        name.decode() for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_fts%' "
            "AND name NOT LIKE 'sqlite_%' ORDER BY name")]
    held = {}
    for table in tables:
        columns = [
            name.decode() for (_, name, *_) in connection.execute(f"PRAGMA table_info({table})")]
        chosen = ", ".join(f'"{name}"' for name in columns if (table, name) not in VOLATILE)
        rows = connection.execute(f"SELECT {chosen} FROM {table} ORDER BY {chosen}").fetchall()
        held[table] = [row for row in rows if row[0] not in (b"generation", b"state")]
    connection.execute(
        "CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, paragraph_fts, instance)")
    held["instances"] = connection.execute(
        'SELECT term, doc, col, "offset" FROM temp.instances ORDER BY 1, 2, 3, 4').fetchall()
    connection.close()
    return held


def difference(left, right):
    """The first table in which two contents differ, with a row of it; None if they are equal."""
    for table in sorted(set(left) | set(right)):
        one, other = left.get(table), right.get(table)
        if one != other:
            rows = set(one or []) ^ set(other or [])
            return f"{table}: {len(one or [])} and {len(other or [])} rows, {sorted(rows)[:1]!r:.300}"
    return None


def copy(index, target):
    """Copies an index that nobody has open."""
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(target + ending):
            os.remove(target + ending)
        if os.path.exists(index + ending):
            shutil.copyfile(index + ending, target + ending)


def folder():
    """A folder that is gone when it is left."""
    return tempfile.TemporaryDirectory(prefix="duansou-faults-")


def require(condition, message):
    """Fails unless something holds."""
    if not condition:
        raise Failure(message)


def main(body):
    """Runs a test of faults, and tells what failed."""
    try:
        body()
    except Failure as failure:
        print(f"{os.path.basename(sys.argv[0])}: {failure}", file=sys.stderr)
        sys.exit(1)
