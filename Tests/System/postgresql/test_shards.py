"""An index on a coordinator with three shards, the second of which has a standby."""

import concurrent.futures
import time

import pytest

from support.commands import LONG, SHORT, require_same_answer
from support.postgresql import frozen
from support.program import time_limit
from support.sharding import FIRST, SECOND, THIRD

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]


def test_mistakes_of_setting_up_are_reported(program, server, database, samples, shards):
    uri = server.uri(database)
    program.fails(64, "postgresql://", "shard", "status", index=samples.index)
    program.fails(2, "not a shard coordinator", "shard", "status", index=uri)
    first = shards.servers[FIRST]
    program.fails(2, "not a shard coordinator", "shard", "add", first.uri(user="reader"), index=uri)
    program("shard", "init", index=uri)
    assert "already" in program("shard", "init", index=uri).text
    program.fails(2, "belongs to another coordinator", "shard", "add", first.uri(user="reader"), index=uri)
    again = f"postgresql://reader@localhost:{first.port}/postgres"
    program.fails(2, "is already the shard duansou_shard_1", "shard", "add", again, index=shards.uri)
    secret = f"postgresql://reader:geheim@{first.place}/postgres"
    program.fails(2, "contains a password", "shard", "add", secret, index=shards.uri)


@pytest.mark.parametrize("name, drawn", [("suite", 100), ("samples", 100), ("seeds", 10), ("national-clean", 10)])
def test_queries_of_a_corpus_have_the_same_answers_on_shards(shards, corpus, same_answers, name, drawn):
    shards.fill(corpus(name))
    same_answers("compare", name, corpus(name), shards.uri, drawn)


def test_shard_uses_its_index_on_a_large_corpus(shards, corpus, same_answers):
    shards.fill(corpus("laws"))
    same_answers("compare", "laws", corpus("laws"), shards.uri, 10)
    # Also applies to the cursors of the coordinator.
    options = shards.sql(
        "SELECT option_value FROM pg_foreign_server, pg_options_to_table(srvoptions) "
        "WHERE srvname = 'duansou_shard_1' AND option_name = 'options'")
    plan = shards.servers[FIRST].sql(
        "EXPLAIN DECLARE found CURSOR FOR SELECT id, max(octet_length(folded)) "
        f"FROM {shards.schema()}.paragraph_folded WHERE grams @> '{{学校}}' "
        "AND strpos(folded, '学校') > 0 GROUP BY 1", options=options)
    assert "Bitmap Index Scan on paragraph_folded_grams" in plan


def test_commands_answer_on_shards_as_on_a_file(program, samples, shards, work):
    shards.fill(samples.index)
    for command in SHORT + LONG:
        require_same_answer(program, samples, command, shards.uri, work)
    assert shards.state("has_paragraphs") == [True, True, True]


def test_index_is_sound_after_copying_it_from_shards(program, samples, shards, work):
    shards.fill(samples.index)
    program("check", "--full", index=shards.uri)
    program("copy", "--from", shards.uri, "--to", work / "back.sqlite")
    program("check", "--full", index=work / "back.sqlite")


def test_each_shard_counts_its_matches_at_the_same_time(samples, shards):
    shards.fill(samples.index)
    plan = shards.sql(
        "SET search_path = duansou; SET enable_partitionwise_aggregate = on; SET enable_sort = off; "
        "SET enable_hashagg = off; EXPLAIN (VERBOSE) SELECT id, max(octet_length(folded)) "
        "FROM paragraph_folded WHERE grams @> '{学校}' AND strpos(folded, '学校') > 0 "
        "GROUP BY id OFFSET 0").splitlines()
    assert sum("Remote SQL" in line and "GROUP BY" in line for line in plan) == 3, plan
    assert sum("Async Foreign Scan" in line for line in plan) == 3, plan


def test_sixteen_clients_have_the_same_answers(program, samples, shards):
    shards.fill(samples.index)
    command = ("search", "--format", "json", "学校")
    wanted = program(*command, index=samples.index).output
    with concurrent.futures.ThreadPoolExecutor(16) as clients:
        for run in clients.map(lambda _: program(*command, index=shards.uri), range(160)):
            assert run.output == wanted


@pytest.mark.parametrize("command", ["index", "remove"])
def test_index_on_shards_is_replaced_as_a_whole_only(program, samples, shards, command):
    shards.fill(samples.index)
    program.fails(2, "over several servers", command, samples.reports, index=shards.uri)


def test_searches_have_whole_answers_while_copies_come(samples, shards, search_while_copying):
    shards.fill(samples.index)
    search_while_copying(shards.uri)


def test_readers_need_rights_on_coordinator_and_shards(program, samples, shards):
    shards.fill(samples.index)
    as_reader = shards.coordinator.uri(shards.database, "reader")
    program.fails(2, "permission denied", "stats", index=as_reader)
    shards.sql(
        "GRANT USAGE ON SCHEMA duansou TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA duansou TO reader")
    on_file = program("export", "学校", index=samples.index)
    assert program("export", "学校", index=as_reader).output == on_file.output
    with pytest.raises(AssertionError, match="permission denied"):
        shards.servers[FIRST].sql(f"SELECT count(*) FROM {shards.schema()}.paragraph", user="nobody")


def test_killed_shard_is_named_in_every_error(program, samples, shards, work, require_same_index):
    shards.fill(samples.index)
    first = shards.servers[FIRST]
    first.kill()
    program.fails(2, FIRST, "search", "学校", index=shards.uri)
    program.fails(2, FIRST, "export", "学校", "-o", work / "hits.csv", index=shards.uri)
    assert not (work / "hits.csv").exists()
    program.fails(
        2, str(first.port), "copy", "--from", samples.index, "--to", shards.uri, "--replace")
    state = program("shard", "status", index=shards.uri, expecting=(2,)).text
    assert any(FIRST in line and "unavailable" in line for line in state.splitlines()), state
    first.start()
    require_same_index(samples.index, shards.uri)


def test_shard_killed_during_an_export_fails_it(
        program, samples, large, shards, work, require_same_index):
    shards.fill(large.index)
    asking = program.start("export", "学校", "-o", work / "hits.csv", index=shards.uri)
    shards.coordinator.backend(shards.database)
    shards.servers[THIRD].kill()
    assert THIRD in asking.finish(expecting=(2,)).messages
    assert not (work / "hits.csv").exists()
    shards.servers[THIRD].start()
    shards.fill(samples.index)
    require_same_index(samples.index, shards.uri)


def test_interrupted_copies_keep_the_old_index_and_are_cleared_by_the_next(
        program, samples, large, shards, require_same_index):
    shards.fill(samples.index)
    copy = ("copy", "--from", large.index, "--to", shards.uri, "--replace")
    copying = program.start(*copy)
    time.sleep(1)
    shards.servers[THIRD].kill()
    copying.finish(expecting=(2,))
    shards.servers[THIRD].start()
    require_same_index(samples.index, shards.uri)
    copying = program.start(*copy)
    time.sleep(1)
    copying.kill()
    copying.finish(expecting=(-9,))
    require_same_index(samples.index, shards.uri)
    shards.fill(samples.index)
    assert shards.state("unused_copies") == [0, 0, 0]
    require_same_index(samples.index, shards.uri)


def test_index_of_one_report_leaves_nothing_old_on_other_shards(
        program, samples, shards, work, require_same_index):
    shards.fill(samples.index)
    program("index", samples.reports / samples.original, index=work / "single.sqlite")
    shards.fill(work / "single.sqlite")
    assert shards.state("has_paragraphs") == [True, False, False]
    assert shards.state("unused_copies") == [0, 0, 0]
    shards.fill(samples.index)
    require_same_index(samples.index, shards.uri)


def test_frozen_shard_is_named_within_the_time_allowed(program, samples, shards, require_same_index):
    shards.fill(samples.index)
    limited = shards.coordinator.uri(
        shards.database, connect_timeout=2, options="-c statement_timeout=3000")
    processes = shards.servers[THIRD].processes()
    with frozen(*processes), time_limit(15, "a search on a frozen shard"):
        program.fails(2, THIRD, "search", "学校", index=limited)
    require_same_index(samples.index, shards.uri)


# Must be the last test: it destroys the second shard.
def test_standby_answers_for_a_killed_shard_and_can_be_promoted(
        program, servers, samples, large, shards, require_same_index):
    shards.fill(samples.index)
    time.sleep(1)
    shards.servers[SECOND].kill()
    require_same_index(samples.index, shards.uri)
    assert shards.state("is_standby") == [False, True, False]
    program.fails(
        2, str(shards.standby.port), "copy", "--from", samples.index, "--to", shards.uri, "--replace")
    require_same_index(samples.index, shards.uri)
    servers.run("pg_ctl", "-D", shards.standby.data, "-w", "promote")
    shards.fill(large.index)
    shards.fill(samples.index)
    require_same_index(samples.index, shards.uri)
    assert shards.state("is_standby") == [False, False, False]
