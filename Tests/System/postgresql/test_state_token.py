"""State tokens of indexes on servers: two states that follow the same older state are distinguished.

A restored dump, and a standby that is promoted before it has caught up, continue the commit counter from an older
state of the same index. A web page that is already running must then show the current state.

Starts servers of its own on loopback, in a folder that is deleted.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BUILD = Path(os.environ.get("DUANSOU_BUILD_DIR", ROOT / ".build" / "debug"))
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def postgresql():
    """Returns the folder of the programs of the newest installed PostgreSQL, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


def duansou(*arguments, expecting=(0,)):
    done = subprocess.run(
        [BUILD / "duansou", *map(str, arguments)], capture_output=True, text=True, timeout=300, env=ENVIRONMENT)
    assert done.returncode in expecting, f"{arguments}: {done.stdout}{done.stderr}"
    return done


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Server:
    """A running server with its data folder."""

    def __init__(self, data, *, copying=None):
        self.binaries, self.data, self.port = postgresql(), data, free_port()
        if copying:
            self.run("pg_basebackup", "-d", copying.uri, "-D", data, "-X", "stream", "-c", "fast")
            (data / "standby.signal").touch()
        else:
            self.run("initdb", "-D", data, "-U", "owner", "--auth=trust", "--locale=C.UTF-8", "-E", "UTF8", "-N")
        with open(data / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(
                f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n")
        self.uri = f"postgresql://owner@127.0.0.1:{self.port}/postgres"
        self.run("pg_ctl", "-D", data, "-l", f"{data}.log", "-w", "start")

    def run(self, program, *arguments):
        # initdb refuses to run as root.
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        subprocess.run(
            [*user, self.binaries / program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL,
            timeout=120)

    def sql(self, *arguments):
        return subprocess.run(
            [self.binaries / "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", self.uri, *arguments], check=True,
            capture_output=True, text=True, timeout=120).stdout

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")


@pytest.fixture(scope="module")
def work():
    if not postgresql():
        pytest.skip("PostgreSQL is not installed (scripts/setup --tests installs it)")
    if not (BUILD / "duansou-web").exists():
        pytest.skip(f"{BUILD} has no programs")
    refused = duansou("stats", "--index", "postgresql://owner@127.0.0.1:1/postgres", expecting=(2,))
    if "--traits PostgreSQL" in refused.stderr:
        pytest.skip("the program was built without PostgreSQL (build with DUANSOU_TRAITS=PostgreSQL)")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "servers").mkdir()
    if os.getuid() == 0:
        shutil.chown(folder / "servers", "postgres", "postgres")
    # Two states that follow the same one, with equal numbers of commits, reports and paragraphs, and equal lengths.
    for name, year, count in (("base", 2010, 1), ("lost", 2015, 2), ("kept", 2021, 3)):
        (folder / name).mkdir()
        says = "今年新建学校若干所，修缮校舍。\n" * count + "今年召开会议若干次，部署工作。\n" * (3 - count)
        (folder / name / "报告.txt").write_text(f"某县教育局{year}年工作总结\n{says}", "utf-8")
    duansou("index", folder / "base", "--index", folder / "base.sqlite")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def start(work):
    """Starts servers that are stopped after the test."""
    servers = []

    def start(**options):
        data = Path(tempfile.mkdtemp(dir=work / "servers"))
        data.rmdir()
        if os.getuid() == 0:
            data.mkdir(mode=0o700)
            shutil.chown(data, "postgres", "postgres")
        servers.append(Server(data, **options))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def serve():
    """Returns a function that serves an index and returns a function for its matches by year and the ETag."""
    serving = []

    def serve(index):
        process = subprocess.Popen(
            [BUILD / "duansou", "serve", "--port", "0", "--index", index], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
        serving.append(process)
        address = process.stdout.readline().strip()

        def ask(tag=None):
            headers = {"If-None-Match": tag} if tag else {}
            query = urllib.parse.urlencode({"q": "学校"})
            request = urllib.request.Request(f"{address.rstrip('/')}/api/v1/years?{query}", headers=headers)
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    return matches_by_year(answer.read()), answer.headers["ETag"]
            except urllib.error.HTTPError as error:
                return error.code, None

        return ask

    yield serve
    for process in serving:
        process.terminate()
        process.wait(timeout=30)


def matches_by_year(answer):
    rows = json.loads(answer)["queries"][0]["rows"]
    return {row["year"]: row["matches"] for row in rows if row["matches"]}


def test_page_shows_restored_dump(work, start, serve):
    server = start()
    duansou("copy", "--from", work / "base.sqlite", "--to", server.uri)
    dump = work / "dump.sql"
    with open(dump, "wb") as output:
        subprocess.run(
            [postgresql() / "pg_dump", "-n", "duansou", server.uri], check=True, stdout=output, timeout=120)
    ask = serve(server.uri)
    duansou("index", work / "lost", "--index", server.uri)
    lost, tag = ask()
    assert lost == {"2010": 1, "2015": 2}
    server.sql("-c", "DROP SCHEMA duansou CASCADE", "-f", dump)
    duansou("index", work / "kept", "--index", server.uri)
    kept, _ = ask()
    assert kept == {"2010": 1, "2021": 3}
    # A browser does not keep its cached page of the lost state either.
    assert ask(tag)[0] == kept


def test_page_shows_promoted_standby_that_lagged(work, start, serve):
    primary = start()
    duansou("copy", "--from", work / "base.sqlite", "--to", primary.uri)
    # The standby never connects to the primary, so it lacks the following changes.
    standby = start(copying=primary)
    ask = serve(f"postgresql://owner@127.0.0.1:{primary.port},127.0.0.1:{standby.port}/postgres")
    duansou("index", work / "lost", "--index", primary.uri)
    lost, tag = ask()
    assert lost == {"2010": 1, "2015": 2}
    primary.stop()
    standby.sql("-c", "SELECT pg_promote()")
    duansou("index", work / "kept", "--index", standby.uri)
    end = time.monotonic() + 30
    # The page notices with its next request that the primary has gone.
    while (kept := ask()[0]) in (500, 503) and time.monotonic() < end:
        time.sleep(0.2)
    assert kept == {"2010": 1, "2021": 3}
    assert ask(tag)[0] == kept


def test_index_of_older_server_format_is_refused(work, start):
    server = start()
    duansou("copy", "--from", work / "base.sqlite", "--to", server.uri)
    assert server.sql("-c", "SELECT server FROM duansou.index_format").strip() == "3"
    server.sql("-c", "UPDATE duansou.index_format SET server = 2")
    for command in (("search", "学校"), ("index", work / "kept")):
        refused = duansou(*command, "--index", server.uri, expecting=(2,))
        assert "has format version 2" in refused.stderr and "copy" in refused.stderr, refused.stderr
    # A copy replaces the index.
    duansou("copy", "--from", work / "base.sqlite", "--to", server.uri, "--replace")
    duansou("search", "学校", "--index", server.uri)
