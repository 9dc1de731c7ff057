"""An index that is copied to a server: the same contents, the same answers, and who can read it."""

import pytest

from support.commands import LONG, SHORT, require_same_answer
from support.index import contents, difference


@pytest.fixture(scope="module")
def copied(program, server, samples):
    """The address of a copy of the samples."""
    uri = server.uri(server.make_database())
    program("copy", "--from", samples.index, "--to", uri)
    return uri


def test_index_is_the_same_after_copying_there_and_back(program, samples, copied, work):
    program("copy", "--from", copied, "--to", work / "back.sqlite")
    program("check", index=work / "back.sqlite")
    old, new = (
        contents(index, volatile=(), numbered=True) for index in (samples.index, work / "back.sqlite"))
    assert difference(old, new) is None


@pytest.mark.parametrize(
    "command", SHORT + [pytest.param(command, marks=pytest.mark.long) for command in LONG])
def test_command_answers_as_on_a_file(program, samples, copied, work, command):
    require_same_answer(program, samples, command, copied, work)


@pytest.mark.parametrize("command", [("stats",), ("remove", "x")], ids=["stats", "remove"])
def test_missing_index_is_reported(program, server, database, command):
    program.fails(2, "There is no index", *command, index=server.uri(database))


def test_password_in_an_address_is_refused_and_not_printed(program, server):
    uri = f"postgresql://owner:geheim@{server.place}/postgres"
    assert "geheim" not in program.fails(2, "contains a password", "stats", index=uri).messages


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("name", ["suite", "samples", "seeds", "national-clean"])
def test_queries_of_a_corpus_have_the_same_answers(program, server, database, corpus, same_answers, name):
    uri = server.uri(database)
    program("copy", "--from", corpus(name), "--to", uri, seconds=600)
    same_answers("compare", name, corpus(name), uri, 100)


@pytest.mark.long
def test_index_is_replaced_only_if_asked_for(program, samples, copied):
    program.fails(2, "--replace", "copy", "--from", samples.index, "--to", copied)


@pytest.mark.long
def test_right_to_read_is_given_and_survives_replacement(program, server, database, samples, work):
    uri = server.uri(database)
    copy = ("copy", "--from", samples.index, "--to", uri)
    as_reader, as_nobody = (server.uri(database, user) for user in ("reader", "nobody"))
    program(*copy)
    program.fails(2, "permission denied", "stats", index=as_reader)
    program.fails(2, 'role "no one" does not exist', *copy, "--replace", "--reader", "no one")
    program.fails(2, "permission denied", "stats", index=as_reader)
    program.fails(
        64, "applies to servers", "copy", "--from", uri, "--to", work / "no.sqlite", "--reader", "reader")
    program(*copy, "--replace", "--reader", "reader")
    program(*copy, "--replace")
    program("stats", index=as_reader)
    program.fails(2, "permission denied", "stats", index=as_nobody)


@pytest.mark.long
def test_other_folding_rules_and_foreign_schemas_are_refused(program, server, database, samples):
    uri = server.uri(database)
    program("copy", "--from", samples.index, "--to", uri)
    server.sql("UPDATE duansou.index_format SET folding = '0'", database)
    program.fails(2, "other character folding rules", "stats", index=uri)
    server.sql(
        "DROP SCHEMA duansou CASCADE; CREATE SCHEMA duansou; CREATE TABLE duansou.other(id int)",
        database)
    program.fails(
        2, "not a duansou index", "copy", "--from", samples.index, "--to", uri, "--replace")
