"""Servers and indexes of the tests of PostgreSQL."""

import concurrent.futures
import os
import shutil
import subprocess
import types

import pytest

from support.postgresql import Servers, find_binaries
from support.program import CORPORA, ROOT, SAMPLES, temporary_folder
from support.sharding import Shards

ORIGINAL, COPY = "临岚市教育局2019年工作总结.md", "西川市教育局2021年工作总结.md"


@pytest.fixture(scope="session")
def folder():
    with temporary_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def servers(folder, program):
    if not find_binaries():
        pytest.skip("PostgreSQL is not installed (scripts/setup --tests installs it)")
    run = program("stats", index="postgresql://owner@127.0.0.1:1/postgres", expecting=(2,))
    if "--traits PostgreSQL" in run.messages:
        pytest.skip("the program was built without PostgreSQL (build with DUANSOU_TRAITS=PostgreSQL)")
    servers = Servers(folder)
    yield servers
    servers.stop()


@pytest.fixture(scope="session")
def server(servers):
    """A server with the roles `reader` and `nobody`, who have no rights at first."""
    server = servers.make("one")
    server.sql("CREATE ROLE reader LOGIN; CREATE ROLE nobody LOGIN")
    return server


@pytest.fixture
def database(server):
    """The name of an empty database on `server`."""
    yield server.make_database()
    server.ensure_running()


@pytest.fixture(scope="module")
def shards(program, servers, server, request):
    """A coordinator with three shards of this module, the second of which has a standby."""
    server.ensure_running()
    return Shards(program, servers, server, request.module.__name__.rpartition(".")[2])


@pytest.fixture(scope="session")
def samples(folder, program):
    """An index of the samples, with a near-duplicate of one report and a correction of it."""
    reports, index = folder / "reports", folder / "samples.sqlite"
    shutil.copytree(SAMPLES, reports)
    text = (SAMPLES / ORIGINAL).read_text("utf-8")
    (reports / COPY).write_text(text.replace("2019", "2021").replace("学生", "孩子"), "utf-8")
    program("index", reports, index=index)
    listed = program("reports", "--format", "json", index=index).json["reports"]
    report, copy = (
        next(each["report_id"] for each in listed if each["source_path"].endswith(name))
        for name in (ORIGINAL, COPY))
    program("set", report, "--region", "341000", "--date", "2020-01-15", index=index)
    lines = program("export", "学校", index=index).text.splitlines()
    rejected, queries = folder / "rejected", folder / "queries"
    rejected.write_text("".join(lines[place].split(",")[0] + "\t不是这个意思\n" for place in (1, 8)))
    queries.write_text("控辍\t控辍保学\n学校|学生\n")
    names = {"report": report, "copy": copy, "rejected": rejected, "queries": queries}
    return types.SimpleNamespace(
        index=index, reports=reports, report=report, original=ORIGINAL, copy=COPY, names=names)


@pytest.fixture(scope="session")
def large(folder, program, build_dir):
    """A folder of six long reports and their index, which takes seconds to copy to a server.

    A debug build takes ten times as long for each paragraph as a release build.
    """
    paragraphs = 1_000 if "debug" in build_dir.name else 10_000
    reports, index = folder / "large", folder / "large.sqlite"
    reports.mkdir()
    for year in range(2014, 2020):
        (reports / f"{year}年工作总结.txt").write_text("".join(
            f"{number} 这一段说的是{year}年第{number * 7919 % 60013}项工作和学校的安全检查。\n\n"
            for number in range(paragraphs)))
    program("index", reports, index=index, seconds=600)
    return types.SimpleNamespace(index=index, reports=reports)


@pytest.fixture(scope="session")
def same_answers(request):
    """The path of same-answers, which compares an index file with a server by the query suite and random queries."""
    option = request.config.getoption("--same-answers")
    paths = [option] if option else [
        ".build/debug/same-answers", "Benchmarks/.build/release/same-answers"]
    path = next((ROOT / path for path in paths if (ROOT / path).exists()), None)
    if not path:
        pytest.skip(f"same-answers is not built: not at {' or '.join(paths)} (see --same-answers)")

    def run(*arguments):
        done = subprocess.run(
            [path, *map(str, arguments)], capture_output=True, text=True, timeout=900,
            env={**os.environ, "LANG": "C.UTF-8"})
        if done.returncode == 64:
            pytest.skip("same-answers was built without PostgreSQL")
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        print(done.stdout)

    return run


@pytest.fixture(scope="session")
def corpus(folder, program, same_answers, samples):
    """Returns the path of the index of a corpus by its name."""
    def index(name):
        # `samples` has a separate fixture.
        path = folder / f"{name}.sqlite"
        if path.exists():
            return path
        if name == "suite":
            same_answers("suite", path)
            return path
        if not (CORPORA / name).exists():
            pytest.skip(f"{CORPORA / name} is missing")
        texts = CORPORA / name
        if name == "laws":
            # The first 60,000 paragraphs.
            texts = folder / "laws"
            texts.mkdir()
            for number, file in enumerate(sorted((CORPORA / name).rglob("*.md"))[:570]):
                shutil.copy(file, texts / f"{number}-{file.name}")
        # Some files cannot be read.
        program("index", texts, index=path, expecting=(0, 3), seconds=600)
        return path

    return index


@pytest.fixture
def require_same_index(program):
    """Fails if counts or matches differ between an index file and an index on a server."""
    def require(file, uri):
        for command in (("stats", "--format", "json"), ("export", "的")):
            assert program(*command, index=file).output == program(*command, index=uri).output

    return require


@pytest.fixture
def search_while_copying(program, samples, figures):
    """Searches with four concurrent programs while six copies replace the index."""
    def search(uri):
        command = ("search", "--format", "json", "--limit", "1000", "学校")
        wanted = program(*command, index=samples.index).output

        def copy():
            for _ in range(6):
                program("copy", "--from", samples.index, "--to", uri, "--replace")

        with concurrent.futures.ThreadPoolExecutor(5) as pool:
            copying = pool.submit(copy)
            while not copying.done():
                for run in pool.map(lambda _: program(*command, index=uri, expecting=None), range(4)):
                    assert run.output == wanted and not run.messages, f"while a copy came: {run}"
                    figures["searches while copies came"] += 1
            copying.result()
        assert figures["searches while copies came"] >= 12

    return search
