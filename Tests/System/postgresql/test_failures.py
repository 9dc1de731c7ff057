"""Servers that are killed or frozen: an error that names the server, and never a part of an answer."""

import time

import pytest

from support.postgresql import frozen
from support.program import time_limit

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


@pytest.fixture
def filled(program, server, database, samples):
    """The address of a database with a copy of the samples."""
    uri = server.uri(database)
    program("copy", "--from", samples.index, "--to", uri)
    return uri


def test_searches_while_copies_come_have_whole_answers(filled, search_while_copying):
    search_while_copying(filled)


def test_server_killed_during_a_copy_keeps_the_old_index(
        program, server, database, filled, samples, large, require_same_index, figures):
    for delay in (0.3, 0.8, 1.5):
        copying = program.start("copy", "--from", large.index, "--to", filled, "--replace")
        time.sleep(delay)
        if not copying.is_running:
            copying.finish()
            program("copy", "--from", samples.index, "--to", filled, "--replace")
            continue
        server.kill()
        assert "127.0.0.1" in copying.finish(expecting=(2,)).messages
        figures["copies killed"] += 1
        server.start()
        require_same_index(samples.index, filled)
    assert figures["copies killed"] > 0
    schemas = server.sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'duansou%'", database)
    assert schemas == "1", "a killed copy left a schema"


def test_copy_that_is_killed_can_be_repeated(program, filled, samples, large, require_same_index):
    copying = program.start("copy", "--from", large.index, "--to", filled, "--replace")
    time.sleep(0.8)
    copying.kill()
    program("copy", "--from", samples.index, "--to", filled, "--replace")
    require_same_index(samples.index, filled)


def test_export_from_a_killed_server_fails_and_leaves_no_file(
        program, server, database, filled, large, work):
    program("copy", "--from", large.index, "--to", filled, "--replace", seconds=300)
    asking = program.start("export", "学校", "-o", work / "hits.csv", index=filled)
    server.backend(database)
    server.kill()
    assert server.place in asking.finish(expecting=(2,)).messages
    assert not (work / "hits.csv").exists()
    program.fails(2, server.place, "search", "学校", index=filled)
    server.start()
    program("search", "学校", index=filled)


def test_frozen_server_is_waited_for_no_longer_than_allowed(program, server, database, filled, large, work):
    program("copy", "--from", large.index, "--to", filled, "--replace", seconds=300)
    limited = server.uri(database, connect_timeout=2, options="-c statement_timeout=1000")
    with frozen(server.process.pid), time_limit(8, "a search on a frozen server"):
        program.fails(2, server.place, "search", "学校", index=limited)
    asking = program.start("export", "学校", "-o", work / "hits.csv", index=limited)
    with frozen(server.backend(database)), time_limit(8, "an export from a frozen server"):
        assert "no answer within" in asking.finish(expecting=(2,)).messages
    assert not (work / "hits.csv").exists()
