"""Options, fixtures and reports of the system tests."""

import collections
import os
import random
import shlex
from pathlib import Path

import pytest

from support.program import ROOT, SAMPLES, Program, temporary_folder
from support.web import serve

SEED = int(os.environ.get("SEED", "20261130"))


def pytest_addoption(parser):
    group = parser.getgroup("duansou")
    group.addoption("--long", action="store_true", help="run all tests, in full")
    group.addoption(
        "--build-dir", default=".build/debug", metavar="FOLDER",
        help="folder of the built programs, relative to the project (default: %(default)s)")
    group.addoption("--same-answers", metavar="PATH", help="the built program same-answers")
    group.addoption("--pictures", metavar="FOLDER", help="save screenshots of the web page here")
    group.addoption(
        "--megabytes", type=float, default=1000, help="size of the corpus of test_gigabyte.py")
    for name in ("index", "queries", "folder"):
        group.addoption(
            f"--load-{name}", metavar="PATH", help=f"{name} for test_load.py (default: the samples)")


def pytest_sessionstart(session):
    program = ROOT / session.config.getoption("--build-dir") / "duansou"
    if not program.exists():
        raise pytest.UsageError(f"{program} is missing: run `swift build --build-tests` first.")


def pytest_generate_tests(metafunc):
    numbered = metafunc.definition.get_closest_marker("numbered")
    if numbered:
        count = numbered.kwargs["long" if metafunc.config.getoption("--long") else "short"]
        metafunc.parametrize("number, count", [(number, count) for number in range(count)],
                             ids=map(str, range(count)))


def pytest_collection_modifyitems(config, items):
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    items[:] = [item for item in items if not item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call" and "figures" in getattr(item, "funcargs", {}):
        report.user_properties.append(("figures", dict(item.funcargs["figures"])))
    if report.failed:
        words = [f"SEED={SEED}", "scripts/system"]
        words += ["--long"] if item.config.getoption("--long") else []
        words += ["--build-dir", item.config.getoption("--build-dir"), shlex.quote(item.nodeid)]
        report.sections.append(("To repeat this failure", " ".join(words)))
    return report


def pytest_terminal_summary(terminalreporter):
    totals = collections.defaultdict(collections.Counter)
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, figures in getattr(report, "user_properties", []):
                if name == "figures":
                    totals[report.nodeid.split("[")[0]].update(figures)
    if totals:
        terminalreporter.section("figures")
    for test, figures in totals.items():
        told = ", ".join(f"{count:g} {name}" for name, count in figures.items())
        terminalreporter.write_line(f"{test}: {told}")


@pytest.fixture
def figures():
    """Counts of a test, such as how many runs were killed in time.

    They are added up over the parameters of a test and printed at the end of the session.
    """
    return collections.Counter()


@pytest.fixture
def draw(request):
    """A random number generator that depends only on the seed and the test."""
    return random.Random(f"{SEED}/{request.node.nodeid}")


@pytest.fixture(scope="session")
def amount(request):
    """Returns the first of two amounts in the short form, the second one in the long form."""
    is_long = request.config.getoption("--long")
    return lambda short, long: long if is_long else short


@pytest.fixture(scope="session")
def build_dir(request):
    return ROOT / request.config.getoption("--build-dir")


@pytest.fixture(scope="session")
def program(build_dir):
    return Program(build_dir / "duansou")


@pytest.fixture
def work():
    """A temporary folder that other users can read."""
    with temporary_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def shared():
    """A temporary folder for the tests of one module."""
    with temporary_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def site(program, shared):
    """The web page of an index of the samples and of two reports that share a paragraph."""
    copies = shared / "copies"
    copies.mkdir()
    for year in (2016, 2018):
        (copies / f"柳溪县校车安全工作总结{year}.txt").write_text(
            f"柳溪县{year}年校车安全工作总结\n一年来，全县对42辆接送车辆逐一检验，建立一车一档，更换老旧轮胎，"
            f"安装卫星定位设备，行车路线报县交警大队备案。\n{year}年共排查隐患路段17处，增设警示标志，劝返超员车辆3辆，"
            "全年没有发生一起责任事故。\n")
    program("index", SAMPLES, copies, index=shared / "samples.sqlite")
    with serve(program, shared / "samples.sqlite") as server:
        yield server


@pytest.fixture(scope="session")
def chromium():
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("Chromium is not installed (scripts/setup --tests installs it)")
    return "/usr/bin/chromium"
