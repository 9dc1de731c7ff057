"""Disks that are full, and files and folders that cannot be had: clear errors, and the old state stays.

usage: disk.py LIMITS

A limit on the size of files stands for a full disk wherever these tests run; where the system lets anybody
mount a file system in memory, a really full one is tried as well.
"""

import collections
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

from program import (
    PROGRAM, SAMPLES, Run, contents, copy, difference, folder, main, require, start)
from server import Server


def limited(size):
    """Keeps a program from making a file larger than that."""
    def apply():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return apply


def fullDisk(work, limits, counts):
    """Adds files to an index with ever more room, until there is enough."""
    base, index = os.path.join(work, "base.sqlite"), os.path.join(work, "index.sqlite")
    half, whole = os.path.join(work, "half"), os.path.join(work, "whole")
    os.mkdir(half)
    for name in sorted(os.listdir(SAMPLES))[:6]:
        shutil.copy(os.path.join(SAMPLES, name), half)
    shutil.copytree(SAMPLES, whole)
    Run("index", half, index=base).expecting(0)
    copy(base, index)
    Run("index", whole, index=index).expecting(0)
    old, new = contents(base), contents(index)
    most = os.path.getsize(index)
    for number in range(limits):
        size = 4096 + most * number // limits
        copy(base, index)
        run = Run("index", whole, index=index, preexec_fn=limited(size)).expecting(0, 2)
        expect(run, "full" if run.status == 2 else "enough", counts)
        state = contents(index)
        wanted = (new,) if run.status == 0 else (old, new)
        require(any(difference(state, each) is None for each in wanted), f"with {size} bytes: {run}")
        Run("check", index=index).expecting(0)
        Run("index", whole, index=index).expecting(0)
        require(difference(contents(index), new) is None, f"after {size} bytes")
        output = os.path.join(work, f"{number}.csv")
        listing = Run(
            "export", "教育", "-o", output, index=index, preexec_fn=limited(size // 20))
        expect(listing.expecting(0, 2), "lists", counts)
        require(os.path.exists(output) == (listing.status == 0), f"a part of a list: {listing}")


def expect(run, name, counts):
    """A failure has a message that says which file, and what to do or why."""
    counts[f"{name}: {'done' if run.status == 0 else 'told'}"] += 1
    if run.status == 2:
        require(len(run.messages.strip().split("\n")) == 1, f"not one sentence: {run}")
        require(any(word in run.messages for word in ("space", "too large", "full")), run.messages)


def mounted(work, counts):
    """The same in a file system that is full, as far as that can be had."""
    script = f"""
        mount -t tmpfs -o size=$1 none {work}/small && cp {work}/base.sqlite {work}/small/ &&
        {PROGRAM} index {work}/whole --index {work}/small/base.sqlite 2>&1; echo "status $?"
        {PROGRAM} check --index {work}/small/base.sqlite 2>&1; echo "check $?"
    """
    os.mkdir(os.path.join(work, "small"))
    size = os.path.getsize(os.path.join(work, "base.sqlite")) + 100_000
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", str(size)],
        capture_output=True, check=False, env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C"})
    output = done.stdout.decode()
    if "check" not in output or b"unshare" in done.stderr or b"mount:" in done.stderr:
        counts["mounts: not allowed here"] += 1
        return
    require("status 2" in output and "check 0" in output, output)
    counts["mounts: told"] += 1


def rights(work, counts):
    """Folders that may be read only, or not at all, by somebody who is not the system's owner."""
    if os.geteuid() != 0:
        ids = {}
    else:
        # The owner of the system may do everything.
        ids = {"user": 65534, "group": 65534, "extra_groups": []}
    for name, mode in [("read", 0o555), ("closed", 0o000)]:
        place = os.path.join(work, name)
        os.mkdir(place)
        index = os.path.join(place, "index.sqlite")
        shutil.copyfile(os.path.join(work, "base.sqlite"), index)
        os.chmod(index, 0o644)
        os.chmod(place, mode)
        os.chmod(work, 0o755)
        for command in (("search", "教育", "--limit", "1"), ("check",), ("index", SAMPLES)):
            run = Run(*command, index=index, **ids)
            if name == "read" and command[0] != "index":
                # SQLite puts its log beside an index also to read from it, but for this.
                run.expecting(0)
                own = Run(*command, index=os.path.join(work, "base.sqlite"))
                require(run.output == own.output or command[0] == "check", f"another answer: {run}")
                counts["folder without rights to write: searched"] += 1
                continue
            run.expecting(2)
            require(index in run.messages, f"the message names no file: {run}")
            counts[f"folder without rights to {'write' if name == 'read' else 'read'}: told"] += 1
        require(os.listdir(place) == ["index.sqlite"], f"left behind: {os.listdir(place)}")
        if name == "read" and ids:
            link = os.path.join(work, "link.sqlite")
            os.symlink(index, link)
            for logged in (False, True):
                for left in os.listdir(place):
                    os.remove(os.path.join(place, left))
                copy(os.path.join(work, "base.sqlite"), index)
                changing(index, link, logged, ids, counts)
        os.chmod(place, 0o755)


def changing(index, link, logged, ids, counts):
    """An index that its owner writes to while others, who may not, search it on and on.

    A third program may keep it open, so that what the owner wrote stays in the log.
    """
    target = "/api/v1/search?q=%E6%95%99%E8%82%B2&limit=1"

    def total(server):
        status, _, body = server.get(target)
        require(status in (200, 503), f"status {status}: {body[:200]!r}")
        counts["searches of a changing file"] += 1
        return json.loads(body)["totals"]["matches"] if status == 200 else None

    with open(os.devnull, "w", encoding="utf-8") as log:
        server = Server(link, log, **ids)
        third = sqlite3.connect(index)
        try:
            old = total(server)
            if logged:
                third.execute("SELECT * FROM setting").fetchall()
            writer = start("index", SAMPLES, index=index)
            seen = []
            while writer.poll() is None:
                seen.append(total(server))
            # The server has several copies open; each may answer once that there was a change.
            for _ in range(9):
                seen.append(total(server))
        finally:
            server.process.terminate()
            server.process.wait()
            third.close()
    answer = Run("search", "教育", "--limit", "1", "--format", "json", index=index).expecting(0)
    new = json.loads(answer.output)["totals"]["matches"]
    require(old != new and seen[-1] == new, f"{old}, {new}: {seen}")
    require(set(seen) <= {old, new, None}, f"an answer of no state: {old}, {new}: {seen}")


def locked(work, counts):
    """A second writer waits, and then says who has the lock."""
    index = os.path.join(work, "locked.sqlite")
    copy(os.path.join(work, "base.sqlite"), index)
    holder = sqlite3.connect(index, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    holder.execute("UPDATE setting SET value = value WHERE name = 'generation'")
    waiting = start("index", os.path.join(work, "whole"), index=index)
    time.sleep(2)
    require(waiting.poll() is None, "the second writer does not wait")
    begin = time.monotonic()
    run = Run("remove", SAMPLES, index=index).expecting(2)
    require(time.monotonic() - begin > 5, "it does not wait long enough")
    require(f"process {os.getpid()}" in run.messages, f"it does not say who has the lock: {run}")
    require(Run("search", "教育", index=index).status == 0, "a reader is kept waiting")
    holder.execute("COMMIT")
    holder.close()
    waiting.wait()
    counts["second writers: told who writes"] += 1


def body():
    counts = collections.Counter()
    with folder() as work:
        fullDisk(work, int(sys.argv[1]), counts)
        mounted(work, counts)
        rights(work, counts)
        locked(work, counts)
    print("disk: " + ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))


main(body)
