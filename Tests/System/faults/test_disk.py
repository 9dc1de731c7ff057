"""Full disks, missing permissions and locked files: the error is one sentence, and the old state remains.

A limit on the size of files simulates a full disk everywhere. A full tmpfs is tested as well if the system lets
unprivileged users mount one.
"""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import time

import pytest

from faults.settings import serve_with_settings
from support.index import contents, copy_index, difference
from support.program import SAMPLES

# Permissions do not apply to root, so another user runs the program.
IS_ROOT = os.geteuid() == 0
OTHER_USER = {"user": 65534, "group": 65534, "extra_groups": []} if IS_ROOT else {}


@pytest.fixture(scope="module")
def halves(program, build_dir, shared):
    """A folder with all samples in `whole`, an index of six in base.sqlite, and one of all in whole.sqlite."""
    (shared / "half").mkdir()
    for name in sorted(os.listdir(SAMPLES))[:6]:
        shutil.copy(SAMPLES / name, shared / "half")
    shutil.copytree(SAMPLES, shared / "whole")
    program("index", shared / "half", index=shared / "base.sqlite")
    copy_index(shared / "base.sqlite", shared / "whole.sqlite")
    program("index", shared / "whole", index=shared / "whole.sqlite")
    return shared


def limited(size):
    """Returns the options of a run that cannot write files larger than `size` bytes."""
    return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}


def require_reason(run):
    """Fails unless the error message of a failed run is one sentence that reports the full disk."""
    if run.status == 2:
        assert len(run.messages.strip().split("\n")) == 1, f"not one sentence: {run}"
        assert any(word in run.messages for word in ("space", "too large", "full")), run


@pytest.mark.numbered(short=6, long=60)
def test_full_disk_is_reported_and_changes_nothing(
        program, build_dir, halves, work, number, count, figures):
    tokenizer = build_dir / "libduansou_fts5.so"
    old, new = (contents(halves / f"{name}.sqlite", tokenizer) for name in ("base", "whole"))
    size = 4096 + os.path.getsize(halves / "whole.sqlite") * number // count
    index = work / "index.sqlite"
    copy_index(halves / "base.sqlite", index)
    run = program("index", halves / "whole", index=index, expecting=(0, 2), **limited(size))
    figures["runs had room" if run.status == 0 else "runs reported a full disk"] += 1
    require_reason(run)
    state = contents(index, tokenizer)
    wanted = (new,) if run.status == 0 else (old, new)
    assert any(difference(state, each) is None for each in wanted), f"with {size} bytes: {run}"
    program("check", index=index)
    program("index", halves / "whole", index=index)
    assert difference(contents(index, tokenizer), new) is None, f"after {size} bytes"
    listing = program(
        "export", "教育", "-o", work / "hits.csv", index=index, expecting=(0, 2),
        **limited(size // 20))
    figures["lists had room" if listing.status == 0 else "lists reported a full disk"] += 1
    require_reason(listing)
    assert (work / "hits.csv").exists() == (listing.status == 0), f"a part of a list: {listing}"


def test_full_file_system_in_memory_is_reported(program, halves, work):
    script = f"""
        mount -t tmpfs -o size=$1 none {work} && cp {halves}/base.sqlite {work}/ &&
        {program.path} index {halves}/whole --index {work}/base.sqlite 2>&1; echo "status $?"
        {program.path} check --index {work}/base.sqlite 2>&1; echo "check $?"
    """
    size = os.path.getsize(halves / "base.sqlite") + 100_000
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", str(size)],
        capture_output=True, check=False, timeout=120,
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C"})
    output = done.stdout.decode()
    if "check" not in output or b"unshare" in done.stderr or b"mount:" in done.stderr:
        pytest.skip("this system does not let users mount a file system in memory")
    assert "status 2" in output and "check 0" in output, output


@pytest.fixture
def place(halves, work):
    """Returns a function that makes a folder with given permissions and a world-readable index in it."""
    made = work / "place"

    def make(mode):
        made.mkdir()
        shutil.copyfile(halves / "base.sqlite", made / "index.sqlite")
        (made / "index.sqlite").chmod(0o644)
        made.chmod(mode)
        return made / "index.sqlite"

    yield make
    made.chmod(0o755)


@pytest.mark.parametrize("command", [("search", "教育", "--limit", "1"), ("check",)], ids=["search", "check"])
def test_index_in_a_read_only_folder_can_be_read(program, halves, place, command):
    index = place(0o555)
    # SQLite creates a log next to an index even for reading, unless the index is opened as immutable.
    run = program(*command, index=index, **OTHER_USER)
    own = program(*command, index=halves / "base.sqlite")
    assert run.output == own.output or command[0] == "check", f"another answer: {run}"
    assert os.listdir(index.parent) == ["index.sqlite"], "files were left behind"


@pytest.mark.parametrize("mode, command", [
    (0o555, ("index", SAMPLES)), (0o000, ("index", SAMPLES)), (0o000, ("check",)),
    (0o000, ("search", "教育", "--limit", "1"))],
    ids=["index-read-only", "index-closed", "check-closed", "search-closed"])
def test_missing_rights_are_reported_with_the_file(program, place, mode, command):
    index = place(mode)
    program.fails(2, str(index), *command, index=index, **OTHER_USER)
    index.parent.chmod(0o755)
    assert os.listdir(index.parent) == ["index.sqlite"], "files were left behind"


@pytest.mark.skipif(not IS_ROOT, reason="needs two users, so that it runs as root only")
@pytest.mark.parametrize("is_kept_open", [False, True], ids=["closed", "kept-open"])
def test_reader_without_rights_follows_a_changing_index(
        program, build_dir, place, work, is_kept_open, figures):
    """The owner writes to an index while a user without write permission searches it through a link.

    A third program may keep the index open, so that the changes of the owner stay in the log.
    """
    index = place(0o755)
    link = work / "link.sqlite"
    link.symlink_to(index)
    index.parent.chmod(0o555)

    def total(server):
        status, _, body = server.get("/api/v1/search", q="教育", limit=1)
        assert status in (200, 503), f"status {status}: {body[:200]!r}"
        figures["searches of a changing file"] += 1
        return json.loads(body)["totals"]["matches"] if status == 200 else None

    third = sqlite3.connect(index)
    try:
        with serve_with_settings(build_dir, link, **OTHER_USER) as server:
            old = total(server)
            if is_kept_open:
                third.execute("SELECT * FROM setting").fetchall()
            writer = program.start("index", SAMPLES, index=index)
            seen = []
            while writer.is_running:
                seen.append(total(server))
            # The server has several connections. Each may report once that the file has changed.
            seen += [total(server) for _ in range(9)]
            writer.finish()
    finally:
        third.close()
    answer = program("search", "教育", "--limit", "1", "--format", "json", index=index)
    new = answer.json["totals"]["matches"]
    assert old != new and seen[-1] == new, (old, new, seen)
    assert set(seen) <= {old, new, None}, "an answer of no committed state"


def test_second_writer_waits_and_names_the_process_that_writes(program, halves, work):
    index = work / "locked.sqlite"
    copy_index(halves / "base.sqlite", index)
    holder = sqlite3.connect(index, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    holder.execute("UPDATE setting SET value = value WHERE name = 'generation'")
    waiting = program.start("index", halves / "whole", index=index)
    time.sleep(2)
    assert waiting.is_running, "the second writer does not wait"
    begin = time.monotonic()
    program.fails(2, f"process {os.getpid()}", "remove", SAMPLES, index=index)
    assert time.monotonic() - begin > 5, "it does not wait long enough"
    program("search", "教育", index=index)
    holder.execute("COMMIT")
    holder.close()
    waiting.finish(expecting=None)
