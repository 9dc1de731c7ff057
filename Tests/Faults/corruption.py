"""Damages an index at seeded places: no crash, and no wrong answer that `check --full` does not know of.

usage: corruption.py PLACES [SEED]

Of each damaged index every command is asked that reads it; then it is repaired, what was lost is indexed
again, and all answers must be those of the sound index.
"""

import collections
import json
import os
import random
import shutil
import sys

from program import SAMPLES, Failure, Run, copy, folder, main, require

COMMANDS = [
    ("search", "控辍保学", "--limit", "100", "--format", "json"),
    ("search", "学", "--limit", "5", "--format", "json"),
    ("search", "教育 year:2011..2020 region:云岭县", "--limit", "50", "--format", "json"),
    ("search", "~控辍保学 OR same:sentence(学生 教师)", "--limit", "50", "--format", "json"),
    ("kwic", "义务教育", "--format", "json"),
    ("years", "控辍保学", "--format", "csv"),
    ("panel", "教育", "--rows", "year", "--columns", "region", "--format", "csv"),
    ("ask", "怎样防止学生辍学？", "--format", "json"),
    ("copies", "--format", "json"),
    ("reports", "--format", "json"),
    ("stats", "--format", "json"),
]
KINDS = ["bit", "byte", "run", "zero", "truncate", "swap", "shift"]


def answers(index):
    """The answers of all commands, or None for one that tells of damage."""
    found = []
    for command in COMMANDS:
        run = Run(*command, index=index)
        run.expecting(0, 1, 2)
        if run.status == 2:
            require(run.messages, f"no message: {run}")
        found.append(None if run.status == 2 else run.output)
    return found


def canonical(answer):
    """An answer without the order in which files were indexed, which a repair may change."""
    def unordered(value):
        if isinstance(value, dict):
            return {
                key: unordered(each) for key, each in value.items()
                if key not in ("rank", "indexed_at")}
        if isinstance(value, list):
            return sorted((unordered(each) for each in value), key=json.dumps)
        return value
    try:
        return unordered(json.loads(answer))
    except ValueError:
        return sorted(answer.split(b"\n"))


def damage(path, kind, draw):
    """Damages a file at one place, and says where."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    place = draw.randrange(len(data))
    page = 4096
    pages = len(data) // page
    if kind == "bit":
        data[place] ^= 1 << draw.randrange(8)
    elif kind == "byte":
        data[place] = draw.randrange(256)
    elif kind == "run":
        for offset in range(place, min(place + draw.randrange(2, 64), len(data))):
            data[offset] = draw.randrange(256)
    elif kind == "zero":
        place = draw.randrange(pages) * page
        data[place:place + page] = bytes(page)
    elif kind == "truncate":
        del data[place:]
    elif kind == "swap":
        first, second = (number * page for number in draw.sample(range(pages), 2))
        data[first:first + page], data[second:second + page] = (
            data[second:second + page], data[first:first + page])
        place = first
    else:
        place = draw.randrange(pages) * page
        del data[place:place + draw.choice([1, 512, page])]
    with open(path, "wb") as file:
        file.write(data)
    return place


def body():
    places = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    counts = collections.Counter()
    with folder() as work:
        reports = os.path.join(work, "reports")
        shutil.copytree(SAMPLES, reports)
        sound = os.path.join(work, "sound.sqlite")
        Run("index", reports, index=sound).expecting(0)
        Run("check", "--full", index=sound).expecting(0)
        wanted = answers(sound)
        require(None not in wanted, "the sound index answers")
        for number in range(places):
            draw = random.Random(f"{seed}/{number}")
            kind = KINDS[number % len(KINDS)]
            path = os.path.join(work, "damaged.sqlite")
            for name in os.listdir(work):
                if name.startswith("damaged.sqlite"):
                    os.remove(os.path.join(work, name))
            copy(sound, path)
            place = damage(path, kind, draw)
            try:
                one(path, reports, wanted, counts)
            except Failure as failure:
                raise Failure(f"place {number} of seed {seed} ({kind} at {place}): {failure}") from failure
    print(f"corruption: {places} places, seed {seed}: " + ", ".join(
        f"{count} {name}" for name, count in sorted(counts.items())))


def one(path, reports, wanted, counts):
    """Asks a damaged index, checks and repairs it."""
    found = answers(path)
    told = found.count(None)
    wrong = sum(answer not in (None, right) for answer, right in zip(found, wanted))
    quick = Run("check", index=path).expecting(0, 2)
    check = Run("check", "--full", index=path).expecting(0, 2)
    counts["answers told as damage"] += told
    counts["answers as before"] += len(found) - told - wrong
    counts["other answers, known to check --full"] += wrong
    counts["indexes found damaged by check --full"] += check.status == 2
    counts["of these by check"] += quick.status == 2 and check.status == 2
    require(check.status == 2 or told + wrong == 0, f"check --full knows nothing: {check}")
    repair = Run("check", "--repair", index=path).expecting(0, 2, 3)
    if repair.status == 2:
        counts["beyond repair"] += 1
        require(repair.messages, f"no message: {repair}")
        return
    counts["repaired" if repair.status == 0 else "repaired, some files to be indexed again"] += 1
    if repair.status == 3:
        Run("index", reports, index=path).expecting(0)
    Run("check", "--full", index=path).expecting(0)
    again = answers(path)
    for command, answer, right in zip(COMMANDS, again, wanted):
        require(canonical(answer) == canonical(right), f"after the repair {command} answers otherwise: {repair}")


main(body)
