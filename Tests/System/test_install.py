"""Installs the program from a clean clone, runs it without the clone, and uninstalls it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from support.program import ROOT, SAMPLES, Program
from support.web import serve

INSTALL = ROOT / "scripts/install"


def run(*command, expecting=0, seconds=120, **options):
    """Runs a command until it exits and returns its output."""
    done = subprocess.run(
        list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=seconds, **options)
    assert done.returncode == expecting, f"{command}: {done.returncode}: {done.stdout[-3000:]}"
    return done.stdout


def files(folder):
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def test_unknown_option_prints_the_usage():
    assert "scripts/install [--prefix FOLDER]" in run(INSTALL, "--prefx", "/tmp", expecting=64)


def test_uninstalling_what_is_not_installed_is_refused(work):
    assert str(work) in run(INSTALL, "--uninstall", "--prefix", work, expecting=1)


def test_folder_without_rights_is_refused_before_anything_is_built(work):
    user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    # Another user may not be able to read the project.
    shutil.copytree(ROOT / "scripts", work / "scripts")
    closed = work / "closed"
    closed.mkdir(0o555)
    printed = run(work / "scripts/install", "--prefix", closed / "new", expecting=1, cwd=work, **user)
    assert str(closed) in printed and "--prefix" in printed


@pytest.fixture(scope="module")
def clone(shared):
    """A clone of the committed project."""
    run("git", "clone", "--quiet", ROOT, shared / "clone")
    return shared / "clone"


@pytest.fixture(scope="module")
def installed(clone, shared):
    """The installation folder. The clone is renamed so that its files cannot be used."""
    prefix = shared / "prefix"
    run(clone / "scripts/install", "--prefix", prefix, seconds=3600)
    moved = clone.rename(shared / "moved")
    yield prefix
    moved.rename(clone)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_demo_builds_and_finds_matches(clone):
    printed = run(clone / "scripts/demo", seconds=3500)
    assert "$ duansou search 控辍保学" in printed
    assert "控辍保学" in printed.rpartition("$ duansou search 控辍保学")[2]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_installed_files_are_listed(installed):
    listed = (installed / "share/duansou/installed-files").read_text().splitlines()
    assert files(installed) == sorted([*listed, "share/duansou/installed-files"])
    for name in (
            "bin/duansou", "bin/duansou-web", "lib/duansou/libduansou_fts5.so",
            "share/man/man1/duansou.1", "share/man/man1/duansou.search.1",
            "share/bash-completion/completions/duansou", "share/zsh/site-functions/_duansou",
            "share/fish/vendor_completions.d/duansou.fish"):
        assert (installed / name).stat().st_size > 0, name


@pytest.mark.long
def test_installed_program_indexes_searches_and_serves(installed, work):
    program = Program(installed / "bin/duansou")
    program("index", SAMPLES, folder=work)
    assert "控辍保学" in program("search", "控辍保学", folder=work).text
    with serve(program, work / "index/reports.sqlite") as page:
        status, _, body = page.get("/?q=控辍保学")
    assert status == 200 and "控辍保学" in body.decode()


@pytest.mark.long
def test_installed_program_needs_no_library_of_the_build(installed):
    for name in ("bin/duansou", "bin/duansou-web", "lib/duansou/libduansou_fts5.so"):
        libraries = run("ldd", installed / name)
        assert "not found" not in libraries and ".build" not in libraries, libraries


@pytest.mark.long
def test_installed_program_needs_no_swift(installed, work):
    """Hides the folder of Swift's libraries, as on a machine without Swift, and uses what is installed."""
    target = json.loads(run("swift", "-print-target-info"))
    swift = next(
        path for path in target["paths"]["runtimeLibraryPaths"] if Path(path, "libswiftCore.so").exists())
    hidden = ["unshare", "--mount", "--map-root-user", "sh", "-c",
              'mount -t tmpfs none "$0" && exec "$@"', swift]
    if subprocess.run([*hidden, "true"], capture_output=True, timeout=60).returncode != 0:
        pytest.skip("this system does not let users hide a folder")
    for name in ("bin/duansou", "bin/duansou-web", "lib/duansou/libduansou_fts5.so"):
        assert "not found" not in (libraries := run(*hidden, "ldd", installed / name)), libraries
    run(*hidden, installed / "bin/duansou", "index", SAMPLES, "--index", work / "index.sqlite")
    if shutil.which("sqlite3"):
        load = f".load {installed / 'lib/duansou/libduansou_fts5.so'}"
        assert run(*hidden, "sqlite3", ":memory:", load, "SELECT duansou_fold('控輟')") == "控辍\n"


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("sqlite3"), reason="sqlite3 is missing (scripts/setup --tests)")
def test_installed_extension_is_loaded_by_sqlite(installed):
    extension = installed / "lib/duansou/libduansou_fts5.so"
    assert run("sqlite3", ":memory:", f".load {extension}", "SELECT duansou_fold('控輟')") == "控辍\n"


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_manual_page_can_be_read(installed):
    page = installed / "share/man/man1/duansou.search.1"
    assert "duansou" in run("man", "-l", page, env={**os.environ, "MANPAGER": "cat", "LANG": "C.UTF-8"})


@pytest.mark.long
def test_completions_are_valid_scripts(installed):
    run("bash", "-n", installed / "share/bash-completion/completions/duansou")


# Must be the last test: it uninstalls the program.
@pytest.mark.long
def test_uninstalling_removes_every_file_but_indexes(installed):
    index = installed / "reports.sqlite"
    Program(installed / "bin/duansou")("index", SAMPLES, index=index)
    foreign = installed / "lib/foreign"
    foreign.write_text("of another program\n")
    run(INSTALL, "--uninstall", "--prefix", installed)
    assert files(installed) == ["lib/foreign", "reports.sqlite"]
    assert not (installed / "share/duansou").exists() and not (installed / "lib/duansou").exists()
    run(INSTALL, "--uninstall", "--prefix", installed, expecting=1)
