"""The web page of an index on shards."""

import collections
import html
import re
import time
import urllib.parse

import pytest

from support.postgresql import frozen
from support.program import time_limit, wait_until
from support.web import serve

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]
SEARCH = "/api/v1/search?q=学校"
PAGE = "/?q=学校"
LIMIT = 400
LOCKED = (
    "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted "
    "AND relation = 'duansou.index_format'::regclass")


@pytest.fixture(scope="module")
def filled(samples, shards):
    shards.fill(samples.index)
    return shards


@pytest.fixture
def page(program, filled):
    """The web page with a short time limit. Restarts the coordinator afterwards if needed."""
    with serve(program, filled.uri, "--time-limit", 5) as page:
        yield page
    filled.coordinator.ensure_running()


@pytest.fixture
def patient_page(program, filled):
    with serve(program, filled.uri, "--time-limit", 60) as page:
        yield page


def require_status(page, path, status, words=""):
    code, _, body = page.get(path)
    assert code == status and words in body.decode(), (path, code, body[:2000])


def test_coordinator_without_an_index_is_not_served(program, server, database):
    uri = server.uri(database)
    program("shard", "init", index=uri)
    program.fails(2, "There is no index", "serve", "--port", 0, index=uri)


def first_addresses():
    """Returns the paths from which the comparison of all pages starts."""
    starts = [
        "/", "/?lang=en", "/report/none", "/report/r%00", "/api/v1/stats",
        "/api/v1/reports?conflicts=true", "/api/v1/copies"]
    for query in ("学校", "~控辍保学", "@控辍保学 year:2011..2020", "控?保学"):
        q = "q=" + urllib.parse.quote(query)
        starts += [f"/?{q}", f"/?{q}&view=kwic", f"/?{q}&copies=fold"]
        starts += [f"/api/v1/{name}?{q}" for name in ("search", "kwic", "years", "panel", "absent", "ask")]
        starts += [f"/api/v1/export?{q}&format={name}" for name in ("csv", "jsonl", "bib")]
    return starts


def answer(page, path):
    """Returns the status, the content type and the body of an answer, without its creation date."""
    status, headers, body = page.get(path)
    # A workbook contains its creation time.
    body = b"" if "format=xlsx" in path and status == 200 else re.sub(rb'"created":"[^"]*"', b"", body)
    return status, headers["Content-Type"], body


def test_all_pages_are_those_of_a_file(program, samples, patient_page, figures):
    with serve(program, samples.index) as file_page:
        waiting = collections.deque(first_addresses())
        seen = set(waiting)
        while waiting:
            path = waiting.popleft()
            wanted = answer(file_page, path)
            assert answer(patient_page, path) == wanted, path
            figures[f"answers with {wanted[0]}"] += 1
            if wanted[1].startswith("text/html"):
                for link in re.findall(r'href="(/[^"]*)"', wanted[2].decode()):
                    link = html.unescape(link).split("#")[0]
                    if link not in seen and len(seen) < LIMIT:
                        seen.add(link)
                        waiting.append(link)
    assert figures["answers with 200"] >= LIMIT / 2


def test_search_waits_while_a_copy_takes_its_place(program, samples, filled, patient_page):
    """A transaction that reads a table keeps the copy from going on after it has locked the index."""
    wanted = patient_page.get(SEARCH)[2]
    lock = "BEGIN; LOCK TABLE duansou.setting IN ACCESS SHARE MODE; SELECT pg_sleep(8)"
    with filled.coordinator.holding(lock, filled.database) as holder:
        time.sleep(0.5)
        copying = program.start("copy", "--from", samples.index, "--to", filled.uri, "--replace")
        wait_until(lambda: filled.sql(LOCKED) == "1", "a copy that is held", 8)
        assert holder.poll() is None, "the copy was not held"
        found = patient_page.get(SEARCH)[2]
        assert holder.poll() is not None, "the page did not wait for the copy"
        copying.finish()
    assert found == wanted


def test_page_of_a_reader_is_sent_again_after_a_replacement(samples, filled, page):
    tag = page.get(PAGE)[1]["ETag"]
    assert page.get(PAGE, {"If-None-Match": tag})[0] == 304
    # Even a copy of the same index changes the tag.
    filled.fill(samples.index)
    assert page.get(PAGE, {"If-None-Match": tag})[0] == 200


def test_frozen_coordinator_is_given_up_in_time(filled, page):
    require_status(page, PAGE, 200)
    backends = filled.sql(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'duansou' "
        f"AND datname = '{filled.database}'").split()
    assert backends, "the page keeps no connection"
    with frozen(*map(int, backends)), time_limit(12, "a search on a frozen coordinator"):
        require_status(page, SEARCH, 503, '"time_limit"')
    require_status(page, PAGE, 200)


def test_server_stops_working_for_an_answer_that_was_given_up(filled, page):
    # The connection must be open already, because the time limit does not cover connecting.
    require_status(page, PAGE, 200)
    lock = "BEGIN; LOCK TABLE duansou.index_format; SELECT pg_sleep(15)"
    with filled.coordinator.holding(lock, filled.database) as holder:
        wait_until(lambda: filled.sql(LOCKED) == "1", "a lock", 10)
        require_status(page, SEARCH, 503, '"time_limit"')
        time.sleep(3)
        assert filled.sql(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'duansou' "
            f"AND state = 'active' AND datname = '{filled.database}'") == "0"
        holder.wait(30)
    require_status(page, PAGE, 200)


def test_killed_coordinator_is_asked_again_when_it_runs(filled, page):
    require_status(page, PAGE, 200)
    filled.coordinator.kill()
    require_status(page, SEARCH, 503, '"index_unusable"')
    filled.coordinator.start()
    require_status(page, PAGE, 200)
