"""Kills the program at random moments: no committed change is lost, and none is applied partially."""

import os
import random
import shutil
import threading
import time

import pytest

from conftest import SEED
from support.index import contents, copy_index, difference, remove_index
from support.program import SAMPLES

QUERY = ("search", "控辍保学", "--format", "json", "--limit", "3")


class Case:
    """A command that changes an index or writes a file, and the states before and after it."""

    def __init__(self, program, tokenizer, folder, before, command, output=None):
        self.program = program
        self.tokenizer = tokenizer
        self.before = before
        self.command = command
        self.output = output
        self.index = folder / "index.sqlite"
        self.prepare()
        begin = time.monotonic()
        self.finish()
        self.duration = time.monotonic() - begin
        self.old = contents(before, tokenizer) if before else None
        self.new = self.state()
        self.file = self.written()
        self.answers = {program(*QUERY, index=index).output for index in (before, self.index) if index}

    def prepare(self):
        remove_index(self.index)
        if self.before:
            copy_index(self.before, self.index)
        if self.output:
            self.output.unlink(missing_ok=True)

    def finish(self):
        self.program(*self.command, index=self.index)

    def state(self):
        return contents(self.index, self.tokenizer)

    def written(self):
        return self.output.read_bytes() if self.output and self.output.exists() else None

    def search_until(self, stop, faults, figures):
        """Searches in a loop and collects answers that match no committed state."""
        while not stop.is_set():
            run = self.program(*QUERY, index=self.index, expecting=None)
            if run.status == 2 and self.before is None and "There is no index" in run.messages:
                continue
            if run.status not in (0, 1) or self.before and run.output not in self.answers:
                faults.append(run)
            figures["searches meanwhile"] += 1


def from_nothing(folder, program, base):
    return None, ("index", folder / "files")


def half_of_the_files(folder, program, base):
    names = sorted(os.listdir(folder / "files"))
    for name in names[6:]:
        os.remove(folder / "files" / name)
    program("index", folder / "files", index=base)
    for name in names[6:]:
        shutil.copy(SAMPLES / name, folder / "files")
    return base, ("index", folder / "files")


def changed_files(folder, program, base):
    program("index", folder / "files", index=base)
    changed = 0
    for path in sorted((folder / "files").iterdir()):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        if changed < 5 and text:
            addition = "\n三、补充\n控辍保学工作另行总结，送教上门的学生名册附后。\n"
            path.write_bytes(path.read_bytes() + addition.encode())
            changed += 1
    return base, ("index", folder / "files")


def pruned_files(folder, program, base):
    program("index", folder / "files", index=base)
    for path in sorted((folder / "files").iterdir())[::3]:
        path.unlink()
    return base, ("index", folder / "files", "--prune")


def imported_corrections(folder, program, base):
    program("index", folder / "files", index=base)
    lines = ["path,part,year,region"]
    for number, path in enumerate(sorted((folder / "files").iterdir())[:8]):
        lines.append(f"{path},1,{2001 + number},某县")
    (folder / "corrections.csv").write_text("\n".join(lines) + "\n")
    return base, ("corrections", "import", folder / "corrections.csv")


def exported_list(folder, program, base):
    program("index", folder / "files", index=base)
    return base, ("export", "教育", "-o", folder / "hits.csv"), folder / "hits.csv"


MAKERS = [
    from_nothing, half_of_the_files, changed_files, pruned_files, imported_corrections, exported_list]


@pytest.fixture(scope="module")
def cases(program, build_dir, shared):
    """Returns a cached case by its number. Its files never change, so their times stay the same."""
    made = {}

    def case(number):
        maker = MAKERS[number % len(MAKERS)]
        if maker not in made:
            folder = shared / maker.__name__
            folder.mkdir()
            shutil.copytree(SAMPLES, folder / "files")
            tokenizer = build_dir / "libduansou_fts5.so"
            made[maker] = Case(
                program, tokenizer, folder, *maker(folder, program, folder / "base.sqlite"))
        return made[maker]

    return case


@pytest.mark.numbered(short=6, long=300)
def test_killed_command_leaves_the_state_before_or_after_and_can_be_repeated(
        program, cases, number, count, figures):
    case = cases(number)
    draw = random.Random(f"{SEED}/{number}")
    case.prepare()
    stop, faults = threading.Event(), []
    reader = threading.Thread(target=case.search_until, args=(stop, faults, figures))
    process = program.start(*case.command, index=case.index)
    reader.start()
    time.sleep(draw.uniform(0, 1.05 * case.duration))
    figures["killed while running" if process.is_running else "ended before"] += 1
    process.kill()
    stop.set()
    reader.join(120)
    assert not faults, f"a search meanwhile: {faults[0]}"

    if not case.index.exists():
        assert case.before is None, "the index is missing"
        figures["in the state before"] += 1
    else:
        program("check", "--full", index=case.index)
        state = case.state()
        is_empty = case.before is None and not state["source"]
        is_old = is_empty or case.old is not None and difference(state, case.old) is None
        assert is_old or difference(state, case.new) is None, (
            f"neither before nor after: {difference(state, case.new)}")
        figures["in the state before" if is_old else "in the state after"] += 1
    assert case.written() in (None, case.file), "a part of a file was written"

    case.finish()
    assert difference(case.state(), case.new) is None, "not the state of an undisturbed run"
    assert case.written() == case.file, "not the file of an undisturbed run"
    program("check", index=case.index)
    litter = [path for path in case.index.parent.iterdir() if "partial" in path.name or "new" in path.name]
    figures["temporary files left"] += len(litter)
    for path in litter:
        path.unlink()
