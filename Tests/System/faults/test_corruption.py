"""Damages an index at random places: no crash, and no wrong answer that `check --full` does not report."""

import json
import random
import shutil

import pytest

from conftest import SEED
from support.index import copy_index
from support.program import SAMPLES

COMMANDS = [
    ("search", "控辍保学", "--limit", "100", "--format", "json"),
    ("search", "学", "--limit", "5", "--format", "json"),
    ("search", "教育 year:2011..2020 region:某区", "--limit", "50", "--format", "json"),
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
PAGE = 4096


def answers(program, index):
    """Returns the answers of all commands, with None for each that reports corruption."""
    found = []
    for command in COMMANDS:
        run = program(*command, index=index, expecting=(0, 1, 2))
        assert run.status != 2 or run.messages, f"no message: {run}"
        found.append(None if run.status == 2 else run.output)
    return found


def canonical(answer):
    """Returns an answer without the order in which files were indexed, which a repair may change."""
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


def damaged(data, kind, draw):
    """Returns the bytes with one random corruption of a kind."""
    data = bytearray(data)
    place = draw.randrange(len(data))
    pages = len(data) // PAGE
    if kind == "bit":
        data[place] ^= 1 << draw.randrange(8)
    elif kind == "byte":
        data[place] = draw.randrange(256)
    elif kind == "run":
        for offset in range(place, min(place + draw.randrange(2, 64), len(data))):
            data[offset] = draw.randrange(256)
    elif kind == "zero":
        place = draw.randrange(pages) * PAGE
        data[place:place + PAGE] = bytes(PAGE)
    elif kind == "truncate":
        del data[place:]
    elif kind == "swap":
        first, second = (number * PAGE for number in draw.sample(range(pages), 2))
        data[first:first + PAGE], data[second:second + PAGE] = (
            data[second:second + PAGE], data[first:first + PAGE])
    else:
        place = draw.randrange(pages) * PAGE
        del data[place:place + draw.choice([1, 512, PAGE])]
    return data


@pytest.fixture(scope="module")
def sound(program, shared):
    """The folder of an index without faults, and the answers of that index."""
    shutil.copytree(SAMPLES, shared / "reports")
    program("index", shared / "reports", index=shared / "sound.sqlite")
    program("check", "--full", index=shared / "sound.sqlite")
    wanted = answers(program, shared / "sound.sqlite")
    assert None not in wanted
    return shared, wanted


@pytest.mark.numbered(short=7, long=200)
def test_corruption_is_reported_and_repaired(program, sound, work, number, count, figures):
    folder, wanted = sound
    index = work / "damaged.sqlite"
    copy_index(folder / "sound.sqlite", index)
    draw = random.Random(f"{SEED}/{number}")
    index.write_bytes(damaged(index.read_bytes(), KINDS[number % len(KINDS)], draw))

    found = answers(program, index)
    reported = found.count(None)
    wrong = sum(answer not in (None, right) for answer, right in zip(found, wanted))
    quick = program("check", index=index, expecting=(0, 2))
    check = program("check", "--full", index=index, expecting=(0, 2))
    figures["answers reported corruption"] += reported
    figures["answers were right"] += len(found) - reported - wrong
    figures["answers were wrong, but check --full reports corruption"] += wrong
    figures["indexes found corrupt by check --full"] += check.status == 2
    figures["of these by check"] += quick.status == 2 and check.status == 2
    assert check.status == 2 or reported + wrong == 0, f"check --full finds nothing: {check}"

    repair = program("check", "--repair", index=index, expecting=(0, 2, 3))
    if repair.status == 2:
        figures["indexes beyond repair"] += 1
        assert repair.messages, f"no message: {repair}"
        return
    figures["indexes repaired" if repair.status == 0 else "indexes repaired but for some files"] += 1
    if repair.status == 3:
        program("index", folder / "reports", index=index)
    program("check", "--full", index=index)
    for command, answer, right in zip(COMMANDS, answers(program, index), wanted):
        assert canonical(answer) == canonical(right), f"after the repair: {command}: {repair}"
