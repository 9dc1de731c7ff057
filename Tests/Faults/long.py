"""Indexes a gigabyte, changes a tenth of it, takes a tenth away, and asks all the while.

usage: long.py TEXTS FOLDER [MEGABYTES [SEED]]

TEXTS is a folder of text files, which are repeated with altered text: of every ten characters about one is another
of the same text, and no copy is like another. Prints a table: time, memory and size of each step, and
the times of fifty searches after it, each a process of its own. At last a second index is killed in the middle of
its first run, and completed: it answers as the first.
"""

import contextlib
import json
import os
import random
import re
import signal
import statistics
import sys
import time

from program import PROGRAM, main, require

HAN = re.compile("[\u4e00-\u9fff]")


def sources(folder):
    """The texts to be repeated, in the order of their paths."""
    paths = []
    for root, _, names in os.walk(folder):
        paths += [os.path.join(root, name) for name in names if name.endswith((".txt", ".md"))]
    for path in sorted(paths):
        with open(path, "rb") as file, contextlib.suppress(UnicodeDecodeError):
            yield file.read().decode()


def altered(text, draw):
    """A text in which one of ten characters is another that it has elsewhere."""
    characters = list(text)
    han = [place for place, character in enumerate(characters) if HAN.match(character)]
    for place in draw.sample(han, len(han) // 10):
        characters[place] = text[draw.choice(han)]
    return "".join(characters)


def write(texts, folder, byte_limit, draw):
    """Writes files until there are so many bytes, and returns their paths."""
    paths, size, number = [], 0, 0
    while size < byte_limit:
        for text in texts:
            content = (text if number < len(texts) else altered(text, draw)).encode()
            path = os.path.join(folder, f"{number // 1000:03}", f"{number:06}.txt")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
            paths.append(path)
            size += len(content)
            number += 1
            if size >= byte_limit:
                break
    return paths, size


def measured(*arguments):
    """What the program says, the seconds that it takes, and the megabytes that it holds at most."""
    reading, writing = os.pipe()
    begin = time.monotonic()
    process = os.fork()
    if process == 0:
        os.dup2(writing, 1)
        os.close(reading)
        os.execve(PROGRAM, [PROGRAM, *arguments], {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    os.close(writing)
    with open(reading, "rb") as pipe:
        output = pipe.read()
    _, status, usage = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    require(code in (0, 1), f"{arguments} ended with {code}")
    return output, time.monotonic() - begin, usage.ru_maxrss / 1024


def queries(texts, draw, count=50):
    """Strings of two to six characters that stand in the texts."""
    drawn = set()
    while len(drawn) < count:
        text = draw.choice(texts)
        place, length = draw.randrange(len(text)), draw.randint(2, 6)
        string = text[place:place + length]
        if len(string) == length and all(HAN.match(character) for character in string):
            drawn.add(string)
    return sorted(drawn)


def answers(index, strings):
    """What is found of each string, and the milliseconds of each search.

    Equal scores are in the order of the ids, which follow from the order in which files came: of the ten best
    only the scores are compared.
    """
    found, times = [], []
    for string in strings:
        output, seconds, _ = measured("search", string, "--format", "json", "--limit", "10", "--index", index)
        answer = json.loads(output)
        found.append((string, answer["totals"], [hit["score"] for hit in answer["hits"]]))
        times.append(seconds * 1000)
    return found, times


def row(name, seconds, memory, index, times):
    """A line of the table."""
    size = sum(os.path.getsize(index + ending) for ending in ("", "-wal") if os.path.exists(index + ending))
    times = sorted(times)
    took = f"{statistics.median(times):.0f} / {times[int(0.95 * len(times))]:.0f} / {times[-1]:.0f}" if times else ""
    print(f"| {name} | {seconds:.0f} s | {memory:.0f} MB | {size / 1e6:.0f} MB | {took} |", flush=True)


def run():
    texts = list(sources(sys.argv[1]))
    work = os.path.realpath(sys.argv[2])
    draw = random.Random(int((sys.argv[4:] or ["1"])[0]))
    files, index, other = (os.path.join(work, name) for name in ("files", "index.sqlite", "other.sqlite"))
    paths, size = write(texts, files, int(float((sys.argv[3:] or ["1000"])[0]) * 1e6), draw)
    strings = queries(texts, draw)
    print(f"{len(paths):,} files, {size / 1e6:,.0f} MB\n")
    print("| step | time | peak memory | index | searches: median / 95 % / most, ms |\n|---|---|---|---|---|")

    def step(name, *arguments):
        _, seconds, memory = measured(*arguments, "--index", index)
        found, times = answers(index, strings)
        row(name, seconds, memory, index, times)
        return found

    step("first indexing", "index", files)
    step("again, nothing changed", "index", files)
    changed = draw.sample(paths, len(paths) // 10)
    for path in changed:
        with open(path, "ab") as file:
            file.write("\n三、补充\n本办法自公布之日起施行，由县教育局负责解释。\n".encode())
    step("a tenth changed", "index", files)
    for path in draw.sample(paths, len(paths) // 10):
        os.remove(path)
    final = step("a tenth taken away", "index", files, "--prune")
    step("check", "check")
    step("check --full", "check", "--full")
    begin = time.monotonic()
    process = os.posix_spawn(
        PROGRAM, [PROGRAM, "index", files, "--index", other], {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    # In the middle: some transactions are committed, one is not.
    while not os.path.exists(other) or os.path.getsize(other) < os.path.getsize(index) / 4:
        require(os.waitpid(process, os.WNOHANG) == (0, 0), "the run to be killed ended before")
        time.sleep(0.05)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    killed = time.monotonic() - begin
    measured("check", "--index", other)
    _, seconds, memory = measured("index", files, "--index", other)
    found, times = answers(other, strings)
    row(f"killed after {killed:.0f} s, then completed", seconds, memory, other, times)
    require(found == final, "the completed index answers otherwise")
    _, seconds, memory = measured("check", "--full", "--index", other)
    row("check --full of it", seconds, memory, other, [])


if __name__ == "__main__":
    main(run)
