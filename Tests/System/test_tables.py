"""Reads the exported tables with common libraries and compares the values."""

import csv
import json
import shutil
import subprocess
import types

import pytest

from support.program import SAMPLES

WHY = "a Python package is missing (scripts/setup --tests installs it)"
bibtexparser = pytest.importorskip("bibtexparser", reason=WHY)
openpyxl = pytest.importorskip("openpyxl", reason=WHY)
pandas = pytest.importorskip("pandas", reason=WHY)
rispy = pytest.importorskip("rispy", reason=WHY)

QUERIES = ["控辍保学", "双减"]
# Cells that a spreadsheet would evaluate as formulas, and characters that need escaping in some format.
REPORT = (
    "2011年教育工作总结\n=1+1，控辍保学\n+86 控辍保学，\"引号\"，{括号} & 100% _x0041_ #1\n"
    "-5度控辍保学\n@双减\t控辍保学𠮷\n学校抓控辍保学 <b>\n")


@pytest.fixture(scope="module")
def tables(program, shared):
    """The folder of the exported files, the typed rows of the JSON file, and the column names."""
    program = program.with_environment(LANG="zh_CN.UTF-8")
    (shared / "报告").mkdir()
    (shared / "报告/2011年工作总结.txt").write_text(REPORT, encoding="utf-8")
    program("index", SAMPLES, "报告", folder=shared)
    for form in ["csv", "tsv", "xlsx", "json", "jsonl", "bib", "ris", "html"]:
        program("export", *QUERIES, "-o", f"hits.{form}", folder=shared)
    program("export", *QUERIES, "-o", "raw.csv", "--raw", folder=shared)
    program("export", *QUERIES, "-o", "gb.csv", "--encoding", "gb18030", folder=shared)
    for form in ["csv", "xlsx", "json", "svg"]:
        program("years", *QUERIES, "-o", f"years.{form}", folder=shared)
    hits = json.loads((shared / "hits.json").read_text("utf-8"))
    with open(shared / "hits.csv", encoding="utf-8-sig", newline="") as file:
        names = next(csv.reader(file))
    return types.SimpleNamespace(
        folder=shared, queries=hits["queries"], rows=hits["hits"], names=names)


def text(value, is_guarded):
    """Returns the value of a cell in a text table. If guarded, texts that could become formulas start with `'`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = " › ".join(value)
    if isinstance(value, str):
        return ("'" if is_guarded and value[:1] in ("=", "+", "-", "@", "\t", "\r") else "") + value
    return value


def test_json_has_a_row_for_every_match_and_every_column(tables):
    assert len(tables.rows) == sum(query["totals"]["matches"] for query in tables.queries)
    assert set(tables.names) == set(tables.rows[0])
    formulas = [row for row in tables.rows if (row["paragraph"] or "")[0] in "=+-@"]
    assert len(formulas) >= 4, "there are formulas to neutralize"


def test_json_lines_are_the_rows_of_the_json_file(tables):
    with open(tables.folder / "hits.jsonl", encoding="utf-8") as file:
        assert [json.loads(line) for line in file] == tables.rows


@pytest.mark.parametrize("name, encoding, is_guarded", [
    ("hits.csv", "utf-8-sig", True), ("raw.csv", "utf-8-sig", False), ("gb.csv", "gb18030", True),
    ("hits.tsv", "utf-8", True)])
def test_text_tables_have_the_values_of_json(tables, name, encoding, is_guarded, figures):
    is_tsv = name.endswith(".tsv")
    dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if is_tsv else {}
    with open(tables.folder / name, encoding=encoding, newline="") as file:
        lines = list(csv.DictReader(file, **dialect))
    assert len(lines) == len(tables.rows)
    for number, (line, row) in enumerate(zip(lines, tables.rows)):
        for column in tables.names:
            wanted, value = text(row[column], is_guarded), line[column]
            if isinstance(wanted, (int, float)):
                value = float(value)
            elif is_tsv:
                wanted = wanted.replace("\t", " ").replace("\n", " ")
            assert value == wanted, (number, column)
            figures["cells"] += 1


def test_pandas_reads_csv(tables):
    frame = pandas.read_csv(
        tables.folder / "hits.csv", dtype={"region_code": str, "mention_year_row": str},
        keep_default_na=False)
    assert frame.shape == (len(tables.rows), len(tables.names))
    assert list(frame["char_from"]) == [row["char_from"] for row in tables.rows]
    assert list(frame["paragraph"]) == [text(row["paragraph"], True) for row in tables.rows]


def test_workbook_has_typed_values_and_no_formulas(tables, figures):
    book = openpyxl.load_workbook(tables.folder / "hits.xlsx")
    assert book.sheetnames == ["hits", "provenance"]
    sheet = book["hits"]
    header, *lines = sheet.iter_rows(values_only=True)
    assert list(header) == tables.names
    assert sheet.freeze_panes == "A2"
    last = openpyxl.utils.get_column_letter(len(tables.names))
    assert sheet.auto_filter.ref == f"A1:{last}{len(tables.rows) + 1}"
    assert len(lines) == len(tables.rows)
    for number, (line, row) in enumerate(zip(lines, tables.rows)):
        for column, value in zip(tables.names, line):
            wanted = row[column]
            if isinstance(wanted, list):
                wanted = " › ".join(wanted)
            if isinstance(wanted, str):
                # Excel escapes an underscore that would start an escape sequence. An empty text is an empty cell.
                wanted = wanted.replace("_x0041_", "_x005F_x0041_") or None
            if isinstance(wanted, float):
                # The library writes sixteen digits, of which Excel shows fifteen.
                value, wanted = float(f"{value:.14g}"), float(f"{wanted:.14g}")
            assert value == wanted, (number, column)
            assert type(value) in (type(wanted), int), (number, column)
            figures["cells"] += 1
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_workbook_says_how_it_was_made_but_not_when(tables):
    sheet = openpyxl.load_workbook(tables.folder / "hits.xlsx")["provenance"]
    facts = {line[0]: line[1] for line in sheet.iter_rows(values_only=True)}
    assert (facts["queries.1.query"], facts["options.format"]) == (QUERIES[0], "xlsx")
    assert "created" not in facts


def test_references_have_title_and_author_of_each_report(tables):
    reports = {row["report_id"]: row for row in tables.rows}
    records = rispy.loads((tables.folder / "hits.ris").read_text("utf-8"))
    assert [record["id"] for record in records] == list(reports)
    for record in records:
        report = reports[record["id"]]
        assert record["title"] == report["title"]
        assert record.get("authors") == (report["issuer"] and [report["issuer"]])
    entries = bibtexparser.loads((tables.folder / "hits.bib").read_text("utf-8")).entries
    assert [entry["ID"] for entry in entries] == list(reports)
    for entry in entries:
        report = reports[entry["ID"]]
        assert entry["title"].strip("{}") == report["title"]
        assert entry.get("author", "").strip("{}") == (report["issuer"] or "")


def test_counts_by_year_add_up_in_csv_and_in_the_workbook(tables):
    counts = pandas.read_csv(tables.folder / "years.csv", dtype={"year": str})
    for query in tables.queries:
        table = counts[counts["query"] == query["name"]]
        assert int(table["matches"].sum()) == query["totals"]["matches"]
        assert set(table[table["matches"].isna()]["reports_total"]) == {0}, "missing is not zero"
    lines = list(openpyxl.load_workbook(tables.folder / "years.xlsx")["counts"].values)[1:]
    assert len(lines) == len(counts)
    assert sum(line[2] or 0 for line in lines) == int(counts["matches"].sum())


@pytest.mark.skipif(
    not shutil.which("rsvg-convert"), reason="rsvg-convert is missing (scripts/setup --tests)")
def test_chart_can_be_drawn(tables):
    picture = tables.folder / "years.png"
    subprocess.run(
        ["rsvg-convert", tables.folder / "years.svg", "-o", picture], check=True, timeout=60)
    assert picture.read_bytes().startswith(b"\x89PNG")
