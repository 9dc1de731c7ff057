"""Kills the program at seeded moments, and shows that nothing that was committed is lost.

usage: kill.py MOMENTS [SEED]

Each run begins with nothing, with half of the files, or with all of them of which some have changed since; it
indexes, prunes, imports corrections or exports while another program searches, and is killed with SIGKILL.
Then the index is sound, is in the state before or after, and the same command brings it to the state of a run
that nobody disturbed: the same rows in every table but for times, and the same tokens in FTS5's lists.
"""

import collections
import os
import random
import shutil
import signal
import sys
import threading
import time

from program import SAMPLES, Failure, Run, contents, copy, difference, folder, main, require, start

QUERY = ("search", "控辍保学", "--format", "json", "--limit", "3")


class Case:
    """A command that changes something, from a state of the index and of the files."""

    def __init__(self, name, work, reports, before, command, output=None):
        self.name = name
        self.reports = reports
        self.before = before
        self.command = command
        self.output = output
        self.index = os.path.join(work, "index.sqlite")
        self.prepare()
        begin = time.monotonic()
        self.finish()
        self.duration = time.monotonic() - begin
        self.old = contents(before) if before else None
        self.new = contents(self.index)
        self.file = self.read()
        answers = [Run(*QUERY, index=index).output for index in (before, self.index) if index]
        self.answers = set(answers)

    def prepare(self):
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(self.index + ending):
                os.remove(self.index + ending)
        if self.before:
            copy(self.before, self.index)
        if self.output and os.path.exists(self.output):
            os.remove(self.output)

    def finish(self):
        return Run(*self.command, index=self.index).expecting(0)

    def read(self):
        if not self.output or not os.path.exists(self.output):
            return None
        with open(self.output, "rb") as file:
            return file.read()

    def kill(self, draw, counts):
        self.prepare()
        stop = threading.Event()
        faults = []
        reader = threading.Thread(target=self.search, args=(stop, faults, counts))
        process = start(*self.command, index=self.index)
        reader.start()
        time.sleep(draw.uniform(0, 1.05 * self.duration))
        isRunning = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        stop.set()
        reader.join()
        counts["killed while running" if isRunning else "ended before the signal"] += 1
        require(not faults, f"a reader: {faults[:1]}")
        if not os.path.exists(self.index):
            require(self.before is None, "the index is gone")
            counts["state before"] += 1
        else:
            Run("check", "--full", index=self.index).expecting(0)
            state = contents(self.index)
            empty = self.before is None and not state["source"]
            isOld = empty or self.old is not None and difference(state, self.old) is None
            isNew = difference(state, self.new) is None
            require(isOld or isNew, f"neither before nor after: {difference(state, self.new)}")
            counts["state before" if isOld else "state after"] += 1
        require(self.read() in (None, self.file), "a part of a file was written")
        self.finish()
        require(
            difference(contents(self.index), self.new) is None,
            f"not the state of an undisturbed run: {difference(contents(self.index), self.new)}")
        require(self.read() == self.file, "not the file of an undisturbed run")
        Run("check", index=self.index).expecting(0)

    def search(self, stop, faults, counts):
        while not stop.is_set():
            run = Run(*QUERY, index=self.index)
            if run.status == 2 and self.before is None and "There is no index" in run.messages:
                continue
            if run.status not in (0, 1):
                faults.append(str(run))
            elif self.before and run.output not in self.answers:
                faults.append(f"an answer of no state: {run}")
            counts["searches meanwhile"] += 1


def isUTF8(path):
    """Whether text can be added to a file."""
    with open(path, "rb") as opened:
        try:
            return bool(opened.read().decode())
        except UnicodeDecodeError:
            return False


def cases(work):
    """What is killed. The files of each case stay as they are, so that times and numbers stay."""
    names = sorted(os.listdir(SAMPLES))

    def files(name, chosen, changed=()):
        target = os.path.join(work, name)
        os.makedirs(target, exist_ok=True)
        for file in chosen:
            if not os.path.exists(os.path.join(target, file)):
                shutil.copy(os.path.join(SAMPLES, file), target)
        for file in changed:
            with open(os.path.join(target, file), "ab") as opened:
                opened.write("\n三、补充\n控辍保学工作另行总结，送教上门的学生名册附后。\n".encode())
        return target

    def index(name, *commands):
        path = os.path.join(work, name)
        for command in commands:
            Run(*command, index=path).expecting(0)
        return path

    whole = files("whole", names)
    yield Case("from nothing", work, whole, None, ("index", whole))
    half = files("half", names[:6])
    base = index("half.sqlite", ("index", half))
    files("half", names)
    yield Case("from half", work, half, base, ("index", half))
    changed = files("changed", names)
    base = index("changed.sqlite", ("index", changed))
    files("changed", [], [name for name in names if isUTF8(os.path.join(changed, name))][:5])
    yield Case("changed files", work, changed, base, ("index", changed))
    pruned = files("pruned", names)
    base = index("pruned.sqlite", ("index", pruned))
    for name in names[::3]:
        os.remove(os.path.join(pruned, name))
    yield Case("prune", work, pruned, base, ("index", pruned, "--prune"))
    base = index("whole.sqlite", ("index", whole))
    table = os.path.join(work, "corrections.csv")
    with open(table, "w", encoding="utf-8") as opened:
        opened.write("path,part,year,region\n")
        for number, name in enumerate(names[:8]):
            opened.write(f"{os.path.join(whole, name)},1,{2001 + number},某县\n")
    yield Case("corrections", work, whole, base, ("corrections", "import", table))
    output = os.path.join(work, "hits.csv")
    yield Case("export", work, whole, base, ("export", "教育", "-o", output),
               output)


def body():
    moments = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    counts = collections.Counter()
    with folder() as work:
        every = list(cases(work))
        for number in range(moments):
            case = every[number % len(every)]
            draw = random.Random(f"{seed}/{number}")
            try:
                case.kill(draw, counts)
            except Failure as failure:
                raise Failure(f"moment {number} of seed {seed}, {case.name}: {failure}") from failure
            litter = [name for name in os.listdir(work) if "partial" in name or "new" in name]
            counts["files left behind"] += len(litter)
            for name in litter:
                os.remove(os.path.join(work, name))
    print(f"kill: {moments} moments, seed {seed}: " + ", ".join(
        f"{count} {name}" for name, count in sorted(counts.items())))


main(body)
