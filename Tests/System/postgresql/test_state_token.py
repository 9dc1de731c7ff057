"""State tokens of indexes on servers: two states that follow the same older state are distinguished.

A restored dump, and a standby that is promoted before it has caught up, continue the commit counter from an older
state of the same index. A web page that is already running must then show the current state.
"""

import json
import subprocess
import types

import pytest

from support.program import wait_until
from support.web import serve


@pytest.fixture(scope="module")
def states(folder, program):
    """Three folders, and an index of the first.

    The other two lead to equal numbers of commits, reports and paragraphs, and to equal lengths.
    """
    texts = {}
    for name, year, count in (("base", 2010, 1), ("lost", 2015, 2), ("kept", 2021, 3)):
        texts[name] = folder / name
        texts[name].mkdir()
        lines = "今年新建学校若干所，修缮校舍。\n" * count + "今年召开会议若干次，部署工作。\n" * (3 - count)
        (texts[name] / "报告.txt").write_text(f"某县教育局{year}年工作总结\n{lines}", "utf-8")
    program("index", texts["base"], index=folder / "base.sqlite")
    return types.SimpleNamespace(index=folder / "base.sqlite", **texts)


def ask(server, tag=""):
    """Returns the matches of 学校 by year and the ETag, or the status of an answer without content."""
    status, headers, body = server.get("/api/v1/years", {"If-None-Match": tag}, q="学校")
    if status != 200:
        return status, None
    rows = json.loads(body)["queries"][0]["rows"]
    return {row["year"]: row["matches"] for row in rows if row["matches"]}, headers["ETag"]


def test_page_shows_restored_dump(program, states, servers, server, database, work):
    uri = server.uri(database)
    program("copy", "--from", states.index, "--to", uri)
    dump = subprocess.run(
        [servers.binaries / "pg_dump", "-n", "duansou", uri], check=True, capture_output=True, text=True,
        timeout=120).stdout
    with serve(program, uri) as page:
        program("index", states.lost, index=uri)
        lost, tag = ask(page)
        assert lost == {"2010": 1, "2015": 2}
        (work / "dump.sql").write_text("DROP SCHEMA duansou CASCADE;\n" + dump, "utf-8")
        subprocess.run(
            [servers.binaries / "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-f", work / "dump.sql", uri],
            check=True, capture_output=True, timeout=120)
        program("index", states.kept, index=uri)
        kept, _ = ask(page)
        assert kept == {"2010": 1, "2021": 3}
        # A browser does not keep its cached page of the lost state either.
        assert ask(page, tag)[0] == kept


def test_page_shows_promoted_standby_that_lagged(program, states, servers):
    primary = servers.make("lagging-primary")
    program("copy", "--from", states.index, "--to", primary.uri())
    # The standby never connects to the primary, so it lacks the following changes.
    data = servers.folder / "lagging-standby"
    servers.run("pg_basebackup", "-X", "stream", "-c", "fast", "-D", data, "-d", primary.uri())
    subprocess.run(["touch", data / "standby.signal"], check=True)
    standby = servers.make(data.name)
    both = primary.uri().replace(primary.place, f"{primary.place},{standby.place}")
    with serve(program, both) as page:
        program("index", states.lost, index=primary.uri())
        lost, tag = ask(page)
        assert lost == {"2010": 1, "2015": 2}
        primary.stop()
        standby.sql("SELECT pg_promote()")
        program("index", states.kept, index=standby.uri())
        # The page notices with its next request that the primary has gone.
        kept = wait_until(
            lambda: next((found for found in [ask(page)[0]] if found not in (500, 503)), None), "an answer")
        assert kept == {"2010": 1, "2021": 3}
        assert ask(page, tag)[0] == kept


def test_index_of_older_server_format_is_refused(program, states, server, database):
    uri = server.uri(database)
    program("copy", "--from", states.index, "--to", uri)
    server.sql("UPDATE duansou.index_format SET server = server - 1", database)
    for command in (("search", "学校"), ("index", states.kept)):
        run = program.fails(2, "copy", *command, index=uri)
        assert "has format" in run.messages
    # A copy replaces the index.
    program("copy", "--from", states.index, "--to", uri, "--replace")
    program("search", "学校", index=uri)
