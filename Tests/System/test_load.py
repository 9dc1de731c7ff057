"""Measures the web page with a hundred concurrent readers while the index is written repeatedly.

The samples are indexed unless there are --load-index FILE, --load-queries FILE with a query on each line, and
--load-folder FOLDER, which is indexed into a copy of the index.
"""

import asyncio
import random
import threading
import time
import urllib.parse

import pytest

from conftest import SEED
from support.index import copy_index
from support.program import ROOT, SAMPLES
from support.web import serve

CLIENTS = 100
SECONDS = 60


async def read_pages(number, port, queries, end, times, failures):
    """Requests the page of a random query, reads it, and repeats without a pause."""
    draw = random.Random(f"{SEED}/{number}")
    while time.perf_counter() < end:
        path = "/?q=" + urllib.parse.quote(draw.choice(queries))
        begin = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        status = await reader.readline()
        first = time.perf_counter()
        body = await reader.read()
        writer.close()
        times.append(((first - begin) * 1000, (time.perf_counter() - begin) * 1000))
        if b" 200 " not in status or b"</html>" not in body[-20:]:
            failures.append((path, status))


@pytest.mark.long
def test_hundred_readers_get_pages_while_the_index_changes(program, work, request, figures):
    options = (request.config.getoption(f"--load-{name}") for name in ("index", "queries", "folder"))
    index, queries, folder = (option and ROOT / option for option in options)
    if index:
        copy_index(index, work / "index.sqlite")
    else:
        program("index", SAMPLES, index=work / "index.sqlite")
    folder = folder or SAMPLES
    queries = queries.read_text("utf-8").split("\n") if queries else ["控辍保学", "学校|学生", "教育"]
    queries = [query for query in queries if query.strip()]
    stop = threading.Event()
    faults = []

    def write():
        try:
            while not stop.is_set():
                program("index", folder, index=work / "index.sqlite", expecting=(0, 3), seconds=600)
                program("remove", folder, index=work / "index.sqlite", seconds=600)
                figures["index runs"] += 1
        except AssertionError as fault:
            faults.append(fault)

    async def read(port):
        end = time.perf_counter() + SECONDS
        await asyncio.gather(
            *(read_pages(number, port, queries, end, times, failures) for number in range(CLIENTS)))

    times, failures = [], []
    with serve(program, work / "index.sqlite") as server:
        writer = threading.Thread(target=write)
        writer.start()
        try:
            asyncio.run(read(server.port))
        finally:
            stop.set()
            writer.join(600)
    for name, values in zip(("first byte", "whole page"), zip(*times)):
        values = sorted(values)
        for share, label in ((.5, "median"), (.95, "95 %"), (.99, "99 %"), (1, "most")):
            place = min(int(len(values) * share), len(values) - 1)
            figures[f"ms {name} ({label})"] += round(values[place])
    figures["pages"] += len(times)
    assert not failures and not faults, (failures[:3], faults[:1])
