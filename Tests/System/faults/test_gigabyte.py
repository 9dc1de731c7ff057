"""Indexes a gigabyte, changes a tenth, removes a tenth, and searches after each step.

The texts of laws, or the samples, are repeated until they have --megabytes. In each copy one of ten Han characters
is replaced by another one of the same text, so that all copies differ. `-s -n 0` prints the table of times, memory and
sizes. To measure, run this test alone and on a release build.
"""

import contextlib
import os
import random
import re
import statistics
import subprocess
import time

import pytest

from conftest import SEED
from support.program import CORPORA, SAMPLES, wait_until

HAN = re.compile("[\u4e00-\u9fff]")
SEARCHES = 50


def texts(folder):
    """Returns the texts to repeat, in path order."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md")):
        with contextlib.suppress(UnicodeDecodeError):
            found.append(path.read_bytes().decode())
    return found


def altered(text, draw):
    """Returns the text with one of ten Han characters replaced by another one of the text."""
    characters = list(text)
    han = [place for place, character in enumerate(characters) if HAN.match(character)]
    for place in draw.sample(han, len(han) // 10):
        characters[place] = text[draw.choice(han)]
    return "".join(characters)


def write_files(texts, folder, byte_limit, draw):
    """Writes files until they have `byte_limit` bytes, and returns their paths."""
    paths, size = [], 0
    while size < byte_limit:
        number = len(paths)
        text = texts[number % len(texts)]
        content = (text if number < len(texts) else altered(text, draw)).encode()
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        paths.append(path)
        size += len(content)
    return paths


def strings(texts, draw):
    """Returns strings of two to six characters that occur in the texts."""
    drawn = set()
    while len(drawn) < SEARCHES:
        text = draw.choice(texts)
        place, length = draw.randrange(len(text)), draw.randint(2, 6)
        string = text[place:place + length]
        if len(string) == length and all(map(HAN.match, string)):
            drawn.add(string)
    return sorted(drawn)


class MeasuredIndex:
    """An index whose commands are measured."""

    def __init__(self, program, path, strings):
        self.program = program
        self.path = path
        self.strings = strings

    @property
    def size(self):
        files = [f"{self.path}{ending}" for ending in ("", "-wal")]
        return sum(os.path.getsize(file) for file in files if os.path.exists(file))

    def answers(self):
        """Returns the answer to each string, and the milliseconds of each search.

        Only the scores of the ten best paragraphs are part of an answer: paragraphs of equal scores are in the
        order of their ids, which depends on the order of indexing.
        """
        found, times = [], []
        for string in self.strings:
            begin = time.monotonic()
            answer = self.program(
                "search", string, "--format", "json", "--limit", "10", index=self.path,
                expecting=(0, 1)).json
            times.append((time.monotonic() - begin) * 1000)
            found.append((string, answer["totals"], [hit["score"] for hit in answer["hits"]]))
        return found, sorted(times)

    def step(self, name, *arguments):
        """Runs a command and prints a row of the table. Returns the answers after it."""
        begin = time.monotonic()
        process = subprocess.Popen(
            list(map(str, [self.program.path, *arguments, "--index", self.path])),
            env=self.program.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begin
        assert process.returncode == 0, f"{name}: {process.returncode}"
        found, times = self.answers()
        print(
            f"| {name} | {seconds:.0f} s | {usage.ru_maxrss / 1024:.0f} MB | {self.size / 1e6:.0f} MB | "
            f"{statistics.median(times):.0f} / {times[int(0.95 * len(times))]:.0f} / {times[-1]:.0f} |",
            flush=True)
        return found


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
def test_gigabyte_is_indexed_changed_and_completed_after_a_kill(program, work, request, draw):
    folder = CORPORA / "laws"
    sources = texts(folder if folder.exists() else SAMPLES)
    files = work / "files"
    paths = write_files(sources, files, request.config.getoption("--megabytes") * 1e6, draw)
    searched = strings(sources, draw)
    print(f"\n{len(paths):,} files\n")
    print("| step | time | peak memory | index | searches: median / 95 % / most, ms |")
    print("|---|---|---|---|---|")
    index = MeasuredIndex(program, work / "index.sqlite", searched)
    index.step("first indexing", "index", files)
    index.step("again, nothing changed", "index", files)
    for path in draw.sample(paths, len(paths) // 10):
        with open(path, "a", encoding="utf-8") as file:
            file.write("\n三、补充\n本办法自公布之日起施行，由县教育局负责解释。\n")
    index.step("a tenth changed", "index", files)
    for path in draw.sample(paths, len(paths) // 10):
        path.unlink()
    final = index.step("a tenth removed", "index", files, "--prune")
    index.step("check", "check")
    index.step("check --full", "check", "--full")

    other = MeasuredIndex(program, work / "other.sqlite", searched)
    begin = time.monotonic()
    process = program.start("index", files, index=other.path)

    def is_in_the_middle():
        # Some transactions are committed, one is not.
        assert process.is_running, process.finish()
        return other.path.exists() and other.path.stat().st_size > index.size / 4

    wait_until(is_in_the_middle, "a quarter of the index", 3600)
    process.kill()
    killed = time.monotonic() - begin
    program("check", index=other.path, seconds=3600)
    completed = other.step(f"killed after {killed:.0f} s, then completed", "index", files)
    assert completed == final, "the completed index answers otherwise"
    other.step("check --full of it", "check", "--full")
