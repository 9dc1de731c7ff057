"""An index that is built and changed directly on a server."""

import re
import shutil
import time

import pytest

from support.commands import LONG, SHORT, require_same_answer
from support.index import contents, difference, remove_index
from support.program import wait_until

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]
# The key of the lock that a writer holds.
LOCK = "SELECT pg_advisory_lock(1685681013)"
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
# Tables that may be empty.
OPTIONAL = {"metadata", "correction"}


@pytest.fixture
def writer(program, work):
    """The program with a separate temporary folder, in which it must leave no files."""
    temporary = work / "temporary"
    temporary.mkdir()
    yield program.with_environment(TMPDIR=str(temporary))
    assert list(temporary.iterdir()) == [], "temporary files were left"


@pytest.fixture
def written(server, database):
    """The address of a database for the index."""
    return server.uri(database)


@pytest.fixture(scope="session")
def some(folder, large):
    """A folder with the first 2,000 paragraphs of four long reports."""
    some = folder / "some"
    some.mkdir()
    for year in range(2014, 2018):
        lines = (large.reports / f"{year}年工作总结.txt").read_text().splitlines(keepends=True)
        (some / f"{year}年工作总结.txt").write_text("".join(lines[:4000]))
    return some


def check(program, uri):
    program("check", "--full", index=uri)


def all_paragraphs(program, index):
    """Returns all paragraphs in an order that does not depend on the order of indexing."""
    run = program("export", "的", "--per", "paragraph", "--sort", "source", index=index)
    return sorted(run.output.splitlines())


class Pair:
    """An index file and an index on a server, on which the same commands run."""

    def __init__(self, program, file, uri, work):
        self.program = program
        self.file = file
        self.uri = uri
        self.back = work / "back.sqlite"

    def __call__(self, *arguments):
        """Runs a command on both and compares the output except for times."""
        printed = []
        for index in (self.file, self.uri):
            # 1: nothing was found. 3: some files cannot be read.
            run = self.program(*arguments, index=index, expecting=(0, 1, 3))
            printed.append((run.status, *(
                re.sub('[0-9.]* s, .*|"seconds":[0-9.]*', "", text) for text in (run.text, run.messages))))
        assert printed[0] == printed[1], arguments

    def require_same_tables(self):
        """Compares all rows except for indexing times and the number of transactions."""
        remove_index(self.back)
        self.program("copy", "--from", self.uri, "--to", self.back)
        volatile = {("source", "indexed_at")}
        old, new = (contents(index, volatile=volatile) for index in (self.file, self.back))
        assert {table for table, rows in new.items() if not rows} <= OPTIONAL
        assert difference(old, new) is None
        check(self.program, self.uri)


@pytest.fixture
def both(writer, written, work):
    return Pair(writer, work / "written.sqlite", written, work)


def test_indexing_on_a_server_makes_the_index_of_a_file(both, samples, work):
    both("index", samples.reports)
    both("set", samples.report, "--region", "341000", "--date", "2020-01-15")
    both.require_same_tables()
    answers = work / "answers"
    answers.mkdir()
    for command in SHORT + LONG:
        require_same_answer(both.program, samples, command, both.uri, answers)


def test_changes_on_a_server_make_the_index_of_a_file(both, samples, work):
    both("index", samples.reports)
    both("set", samples.report, "--region", "341000", "--date", "2020-01-15")
    changing = work / "changing"
    shutil.copytree(samples.reports, changing)
    both("index", changing)
    # One file changes, one is removed, and one with metadata is added.
    original = changing / samples.original
    original.write_text(original.read_text("utf-8").replace("控辍保学", "防止辍学", 1), "utf-8")
    (changing / samples.copy).unlink()
    (changing / "新.txt").write_text(
        "新川县教育局2013年工作总结\n\n一、控辍保学\n\n全县落实控辍保学责任，学生零辍学。\n", "utf-8")
    metadata = work / "metadata.csv"
    metadata.write_text(f"path,region,year\n{changing / '新.txt'},341000,2014\n", "utf-8")
    both("index", "--prune", "--metadata", metadata, changing)
    both("index", "--verify", samples.reports)
    both.require_same_tables()

    corrections = work / "corrections.csv"
    both("set", samples.report, "--year", "2020")
    both.program("corrections", "export", corrections, index=both.file)
    both("set", samples.report, "--clear")
    both("corrections", "import", corrections)
    both.require_same_tables()

    both("remove", changing)
    both.require_same_tables()
    both("index", changing)
    for words in ("控辍保学", "防止辍学|控辍保学", "学校"):
        both("search", "--format", "json", "--explain", "--fold-copies", words)
        both("years", "--format", "json", words)
        both("copies", "--format", "json", words)


def test_programs_that_write_at_once_make_the_index_of_all_files(
        writer, written, samples, some, work, figures):
    # Two of them index the same file.
    imports = [
        writer.start("index", some / f"{year}年工作总结.txt", index=written)
        for year in (2014, 2015, 2016, 2017, 2014)]
    imports.append(writer.start("index", samples.reports, index=written))

    def has_index():
        assert any(each.is_running for each in imports), imports[-1].finish()
        return writer("stats", index=written, expecting=None).status == 0

    wait_until(has_index, "an index", 60)
    while any(each.is_running for each in imports) or figures["searches meanwhile"] < 10:
        writer("search", "学校", index=written, expecting=(0, 1))
        figures["searches meanwhile"] += 1
    for each in imports:
        each.finish()
    file = work / "file.sqlite"
    writer("index", some, samples.reports, index=file)
    assert all_paragraphs(writer, file) == all_paragraphs(writer, written)
    check(writer, written)


@pytest.mark.parametrize("victim", ["program", "server"])
def test_indexing_goes_on_after_a_kill(
        program, server, database, written, samples, some, work, victim):
    program("index", samples.reports, index=written)
    writing = program.start("index", some, index=written)

    def is_writing():
        assert writing.is_running, writing.finish()
        return int(server.sql(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT%' "
            f"AND datname = '{database}'"))

    wait_until(is_writing, "a statement that writes", 60)
    if victim == "program":
        writing.kill()
        writing.finish(expecting=(-9,))
    else:
        server.kill()
        assert server.place in writing.finish(expecting=(2,)).messages
        server.start()
    check(program, written)
    program("index", some, index=written)
    file = work / "file.sqlite"
    program("index", some, samples.reports, index=file)
    assert all_paragraphs(program, file) == all_paragraphs(program, written)


def test_reader_cannot_write(writer, server, database, written, samples):
    writer("index", samples.reports, index=written)
    as_reader = server.uri(database, "reader")
    writer.fails(2, "permission denied", "index", samples.reports, index=as_reader)
    server.sql(
        "GRANT USAGE ON SCHEMA duansou TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA duansou TO reader",
        database)
    writer("search", "学校", index=as_reader)
    writer.fails(2, "permission denied", "remove", samples.reports, index=as_reader)


def test_rights_survive_the_replacement_of_the_index(writer, server, database, written, samples):
    writer("index", samples.reports, index=written)
    server.sql(
        "GRANT USAGE ON SCHEMA duansou TO reader; "
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA duansou TO reader", database)
    writer("copy", "--from", samples.index, "--to", written, "--replace")
    as_reader = server.uri(database, "reader")
    writer("index", samples.reports, index=as_reader)
    writer("search", "学校", index=as_reader)


def test_writers_wait_for_each_other_but_a_copy_does_not(writer, server, database, written, samples):
    writer("index", samples.reports, index=written)
    with server.holding(f"{LOCK}, pg_sleep(8)", database) as holder:
        time.sleep(0.5)
        writer.fails(
            2, "is writing", "copy", "--from", samples.index, "--to", written, "--replace")
        writing = writer.start("index", "--verify", samples.reports, index=written)
        wait_until(lambda: server.sql(WAITING, database) == "1", "a program that waits", 8)
        writing.finish()
        assert holder.poll() is not None, "a program wrote while another one held the lock"


def test_writer_notices_that_the_index_was_replaced(writer, server, database, written, samples):
    writer("index", samples.reports, index=written)
    with server.holding(f"{LOCK}, pg_sleep(8)", database) as holder:
        time.sleep(0.5)
        writing = writer.start("index", "--verify", samples.reports, index=written)
        wait_until(lambda: server.sql(WAITING, database) == "1", "a program that waits", 8)
        server.sql("UPDATE duansou.index_format SET copy = copy + 1", database)
        holder.wait(30)
        assert "replaced" in writing.finish(expecting=(2,)).messages


def test_corruption_on_a_server_is_found(writer, server, database, written, samples):
    writer("index", samples.reports, index=written)

    def require_found(name):
        run = writer("check", index=written, expecting=(2,))
        assert name in run.text, run

    server.sql("DROP INDEX duansou.paragraph_folded_grams", database)
    require_found("paragraph_folded_grams")
    server.sql(
        "CREATE INDEX paragraph_folded_grams ON duansou.paragraph_folded USING gin (grams)", database)
    writer("check", index=written)
    server.sql(
        "UPDATE duansou.paragraph_folded SET folded = replace(folded, '学', '字') WHERE id = "
        "(SELECT min(id) FROM duansou.paragraph_folded WHERE folded LIKE '%学%')", database)
    require_found("paragraph_folded")
    writer.fails(2, "not supported", "check", "--repair", index=written)
    server.sql("DELETE FROM duansou.setting WHERE name = 'next_paragraph'", database)
    writer.fails(2, "is corrupted", "index", "--verify", samples.reports, index=written)
