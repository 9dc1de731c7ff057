"""One writer and sixteen readers at once: each answer is that of a committed state."""

import os
import random
import shutil
import threading
import time

import pytest

from conftest import SEED
from support.program import SAMPLES

READERS = 16
STATES = 5
COMMANDS = [
    ("search", "控辍保学", "--format", "json", "--limit", "100", "--sort", "source"),
    ("search", "教育 year:2011..2020", "--format", "json", "--limit", "5"),
    ("years", "控辍保学", "--format", "csv"),
    ("panel", "学校", "--rows", "year", "--columns", "region", "--format", "csv"),
    ("copies", "--format", "json"),
    ("stats", "--format", "json"),
]


@pytest.mark.timeout(900)
def test_readers_see_committed_states_only(program, work, amount, figures):
    reports, index = work / "reports", work / "index.sqlite"
    shutil.copytree(SAMPLES, reports)

    def bring(state):
        """Makes the files those of a state and indexes them."""
        for place, name in enumerate(sorted(os.listdir(SAMPLES))):
            if place % STATES == state:
                (reports / name).unlink(missing_ok=True)
            elif not (reports / name).exists():
                shutil.copy2(SAMPLES / name, reports)
        program("index", reports, "--prune", index=index)

    # Answers depend on the order of the paragraph ids, which repeats from the second round on.
    wanted = {command: set() for command in COMMANDS}
    for _ in range(2):
        for state in range(STATES):
            bring(state)
            for command in COMMANDS:
                wanted[command].add(program(*command, index=index, expecting=(0, 1)).output)
    stop = time.monotonic() + amount(5, 180)
    faults = []

    def read(number):
        draw = random.Random(f"{SEED}/{number}")
        while time.monotonic() < stop and not faults:
            command = draw.choice(COMMANDS)
            try:
                run = program(*command, index=index, expecting=(0, 1))
                assert run.output in wanted[command], f"an answer of no committed state: {run}"
                figures["answers"] += 1
            except Exception as fault:
                faults.append(fault)

    readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    while time.monotonic() < stop and not faults:
        bring(figures["commits"] % STATES)
        figures["commits"] += 1
    for reader in readers:
        reader.join(120)
    assert not faults, faults[0]
    assert figures["answers"] >= READERS
    program("check", "--full", index=index)
