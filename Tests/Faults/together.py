"""One writer and sixteen readers at once: each answer is that of some state that was committed.

usage: together.py SECONDS
"""

import collections
import os
import random
import shutil
import sys
import threading
import time

from program import SAMPLES, Run, folder, main, require

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


def body():
    seconds = float(sys.argv[1])
    counts = collections.Counter()
    with folder() as work:
        reports = os.path.join(work, "reports")
        index = os.path.join(work, "index.sqlite")
        names = sorted(os.listdir(SAMPLES))
        shutil.copytree(SAMPLES, reports)
        wanted = {command: set() for command in COMMANDS}

        def bring(state):
            """Brings the files to a state, and the index with them."""
            for place, name in enumerate(names):
                path = os.path.join(reports, name)
                if place % STATES == state and os.path.exists(path):
                    os.remove(path)
                elif place % STATES != state and not os.path.exists(path):
                    shutil.copy2(os.path.join(SAMPLES, name), path)
            Run("index", reports, "--prune", index=index).expecting(0)

        # Answers may depend on the order of the paragraphs' ids, which goes on in circles of states.
        for _ in range(2):
            for state in range(STATES):
                bring(state)
                for command in COMMANDS:
                    wanted[command].add(Run(*command, index=index).expecting(0, 1).output)
        stop = time.monotonic() + seconds
        faults = []

        def read(number):
            draw = random.Random(number)
            while time.monotonic() < stop and not faults:
                command = draw.choice(COMMANDS)
                try:
                    run = Run(*command, index=index).expecting(0, 1)
                    require(run.output in wanted[command], f"an answer of no state: {run}")
                    counts["answers"] += 1
                except Exception as fault:
                    faults.append(fault)

        readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
        for reader in readers:
            reader.start()
        state = 0
        while time.monotonic() < stop and not faults:
            bring(state % STATES)
            counts["commits"] += 1
            state += 1
        for reader in readers:
            reader.join()
        require(not faults, f"{faults[:1]}")
        Run("check", "--full", index=index).expecting(0)
    print(f"together: {READERS} readers, {seconds:g} s: " + ", ".join(
        f"{count} {name}" for name, count in sorted(counts.items())))


main(body)
