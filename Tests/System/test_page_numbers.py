"""The numbers of the web page: headline, facets, charts, table, list and files agree with the command line.

Run with pytest. The programs are those in `swift build --show-bin-path`, or in the folder DUANSOU_PROGRAMS. The
index contains the folder DUANSOU_REPORTS, or the samples.
"""
import csv
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUERIES = [
    "教育", "义务教育", "扫除文盲", "农业", "粮食", "改革开放", "对外开放", "人民公社", "乡镇企业", "住房",
    "就业 创业", "养老 | 医疗", "环境保护 -治理", "计划 /10 生产", "科学?技术", "~安全生产", "年", "人均",
    "section:plan 教育", "控辍保学",
]
FACETS = ["year", "type", "section", "region"]


def programs():
    """Returns the folder of the programs."""
    if folder := os.environ.get("DUANSOU_PROGRAMS"):
        return pathlib.Path(folder)
    output = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=ROOT, capture_output=True, text=True, check=True)
    return pathlib.Path(output.stdout.strip())


@pytest.fixture(scope="session")
def folder():
    return programs()


@pytest.fixture(scope="session")
def index(folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "reports.sqlite"
    reports = os.environ.get("DUANSOU_REPORTS", ROOT / "Tests/Samples/reports")
    subprocess.run([folder / "duansou", "index", reports, "--index", path], capture_output=True, check=True)
    return path


class Server:
    """A running `duansou serve`."""

    def __init__(self, folder, index, *options):
        self.process = subprocess.Popen(
            [folder / "duansou", "serve", "--port", "0", "--index", index, *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip().rstrip("/")
        assert self.address.startswith("http://"), "the server did not start"

    def get(self, path, **headers):
        """Returns the status, the headers and the text of an answer."""
        request = urllib.request.Request(
            self.address + path,
            headers={"Accept-Language": "zh", **{k.replace("_", "-"): v for k, v in headers.items()}})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def page(self, query, **parameters):
        """Returns the page of a search."""
        status, _, text = self.get("/?" + urllib.parse.urlencode({"q": query, **parameters}))
        assert status == 200
        return Page(text)

    def follow(self, link):
        """Returns the page to which a link leads."""
        status, _, text = self.get(html.unescape(link))
        assert status == 200
        return Page(text)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


class Page:
    """The parsed text and numbers of a page."""

    def __init__(self, text):
        self.text = text

    @staticmethod
    def number(text):
        return int(text.replace(",", ""))

    @property
    def headline(self):
        return self.number(re.search(r'class="totals">([\d,]+) 处', self.text)[1])

    def facet(self, name):
        """Returns the numbers of a facet by label. ``None`` is the key of the values that are not listed."""
        part = re.search(rf'<section class="facet {name}">.*?</section>', self.text, re.S)
        if not part:
            return {}
        values = {label: self.number(count) for label, count in re.findall(
            r'class="value">([^<]*)</span><span class="count">([\d,]+)', part[0])}
        if left := re.search(r"未列出，共 ([\d,]+) 处", part[0]):
            values[None] = self.number(left[1])
        return values

    @property
    def chart(self):
        return re.search(r'<figure class="chart".*?</figure>', self.text, re.S)

    @property
    def bars(self):
        """The numbers of the chart by series and year."""
        marks = re.findall(r"<title>(?:([^<]*) )?(\d{4}) ([\d.,]+)</title>", self.chart[0])
        return {(name, int(year)): float(value.replace(",", "")) for name, year, value in marks}

    @property
    def links(self):
        """The links of the bars or points of the chart, with their numbers."""
        return [(link, float(value.replace(",", ""))) for link, value in re.findall(
            r'<a href="([^"]*)">\s*<(?:rect|circle|path|polygon)[^>]*>\s*<title>[^<]*?\d{4} ([\d.,]+)</title>',
            self.chart[0])]

    @property
    def outside_chart(self):
        """The number of literal matches that the chart reports as omitted."""
        caption = "".join(re.findall(r"<text [^>]*>([^<]*)</text>", self.chart[0]))
        # The caption is broken into several text elements. The description of the chart repeats it.
        elsewhere = re.search(r"其中 (\d+) 处涉及多个年份", caption)
        distant = re.search(r"另有 (\d+) 处的年份在", caption)
        return sum(int(found[1]) for found in [elsewhere, distant] if found)

    @property
    def cells(self):
        """The numbers of the table, including those that are not listed."""
        table = re.search(r'<div class="heat".*?</div>', self.text, re.S)[0]
        numbers = [self.number(text) for text in re.findall(
            r'<td class="(?:s\d|zero)">(?:<a [^>]*>)?([\d,]+)', table)]
        left = re.search(r'class="note left">[^<]*[行列]未列出，共 ([\d,]+) 处', self.text)
        return sum(numbers) + (self.number(left[1]) if left else 0)


@pytest.fixture(scope="session")
def server(folder, index):
    server = Server(folder, index)
    yield server
    server.stop()


def command(folder, index, *arguments):
    """Returns the output of a command."""
    return subprocess.run(
        [folder / "duansou", *arguments, "--index", index], capture_output=True, text=True,
        env={**os.environ, "LANG": "zh_CN.UTF-8"}).stdout


def years(folder, index, query):
    """Returns the rows of `duansou years` by year."""
    rows = csv.DictReader(io.StringIO(command(folder, index, "years", query, "--format", "csv")))
    return {row["year"] if row["year"] != "" else None: row for row in rows}


@pytest.mark.parametrize("query", QUERIES)
def test_a_number_means_the_same_wherever_it_is_shown(query, folder, index, server):
    answer = json.loads(command(folder, index, "search", query, "--limit", "0", "--format", "json"))
    matches = answer["totals"]["matches"]
    page = server.page(query)
    if answer["totals"]["paragraphs"] == 0:
        assert "没有找到" in page.text
        return
    assert page.headline == matches
    for name in FACETS:
        facet = page.facet(name)
        assert sum(facet.values()) == matches, (name, facet)
    rows = years(folder, index, query)
    assert sum(int(row["matches"] or 0) for row in rows.values()) == matches
    if page.chart:
        check_charts(page, rows, matches, server, query)
    for choice in [{}, {"rows": "year", "columns": "none"}, {"rows": "year", "columns": "report-year"},
                   {"rows": "section", "columns": "type"}, {"rows": "report-year", "columns": "none"}]:
        assert server.page(query, view="counts", **choice).cells == matches, choice
    lines = server.page(query, view="kwic")
    assert lines.headline == matches
    status, _, export = server.get("/export?" + urllib.parse.urlencode({"q": query, "format": "jsonl"}))
    assert status == 200
    assert export.count("\n") == matches + answer["totals"]["loose"]


def check_charts(page, rows, matches, server, query):
    """Compares the charts of a query with the rows of `duansou years`."""
    bars = page.bars
    assert sum(bars.values()) + page.outside_chart == matches
    shown = [year for _, year in bars]
    for year in range(min(shown), max(shown) + 1):
        row = rows.get(str(year))
        if row is None or row["matches"] == "":
            assert ("", year) not in bars, f"there is no text of {year}: this is not 0"
        else:
            assert bars[("", year)] == int(row["matches"]), year
    rates = server.page(query, measure="per-100k").bars
    assert set(rates) == set(bars)
    for (_, year), rate in rates.items():
        assert rate == pytest.approx(float(rows[str(year)]["per_100k_chars"]), abs=0.006)
    split = server.page(query, chart="sections")
    assert sum(split.bars.values()) + split.outside_chart == matches
    sums = {}
    for (_, year), value in split.bars.items():
        sums[year] = sums.get(year, 0) + value
    assert sums == {year: value for (_, year), value in bars.items()}
    for chart in [page, split]:
        for link, value in chart.links[:: max(1, len(chart.links) // 3)]:
            assert server.follow(link).headline == value, link


@pytest.mark.parametrize("query", ["教育", "学", "农业"])
def test_listing_near_duplicates_once_changes_no_count(query, folder, index, server):
    whole, once = server.page(query), server.page(query, copies="once")
    assert once.headline == whole.headline
    for name in FACETS:
        assert once.facet(name) == whole.facet(name)
    assert bool(once.chart) == bool(whole.chart)
    if whole.chart:
        assert once.bars == whole.bars
    totals = json.loads(
        command(folder, index, "search", query, "--limit", "0", "--format", "json"))["totals"]
    folded = totals["without_copies"]
    if folded["paragraphs"] < totals["paragraphs"]:
        for page in [whole, once]:
            assert f"{folded['matches']:,} 处、{folded['paragraphs']:,} 段" in page.text


def test_a_value_of_a_facet_leads_to_as_many_matches(server):
    page = server.page("教育")
    links = re.findall(
        r'<li><a href="([^"]*)"><span class="value">[^<]*</span><span class="count">([\d,]+)', page.text)
    assert len(links) > 5
    for link, count in links[:: max(1, len(links) // 12)]:
        assert server.follow(link).headline == Page.number(count), link


def test_no_number_is_zero_where_there_is_no_text(folder, index, server, tmp_path):
    """The files, the API and the command line leave the cell of a year without texts empty."""
    query = "教育"
    rows = years(folder, index, query)
    missing = {year for year, row in rows.items() if row["reports_total"] == "0"}
    text = server.get("/counts?" + urllib.parse.urlencode(
        {"q": query, "rows": "year", "columns": "none", "format": "csv"}))[2].lstrip("\ufeff")
    answers = json.loads(
        server.get("/api/v1/years?" + urllib.parse.urlencode({"q": query}))[2])["queries"][0]["rows"]
    for row in csv.DictReader(io.StringIO(text)):
        assert (row["year"] in missing) == (row["matches"] == "" == row["per_100k_chars"])
    for row in answers:
        assert (row["year"] in missing) == (row["matches"] is None)
    svg = server.get("/counts?" + urllib.parse.urlencode(
        {"q": query, "rows": "year", "columns": "none", "format": "svg"}))[2]
    drawn = set(re.findall(r"<title>(\d{4}) ", svg))
    assert drawn and not drawn & missing


def test_a_page_is_another_one_after_concepts_or_programs_changed(folder, index, tmp_path):
    (tmp_path / "programs").mkdir()
    for name in ["duansou", "duansou-web"]:
        shutil.copy2(folder / name, tmp_path / "programs" / name)
    shutil.copy2(index, tmp_path / "reports.sqlite")
    address = "/?" + urllib.parse.urlencode({"q": "@学段"})

    def tag(server):
        status, headers, _ = server.get(address)
        assert status == 200
        return headers["ETag"]

    server = Server(tmp_path / "programs", tmp_path / "reports.sqlite")
    try:
        before = tag(server)
        assert server.get(address, If_None_Match=before)[0] == 304
        (tmp_path / "concepts.tsv").write_text("学段\t小学\n", "utf-8")
        status, headers, text = server.get(address, If_None_Match=before)
        assert status == 200 and "<mark>小学</mark>" in text
        (tmp_path / "concepts.tsv").write_text("学段\t中学\n", "utf-8")
        status, _, text = server.get(address, If_None_Match=headers["ETag"])
        assert status == 200 and "<mark>中学</mark>" in text
        last = tag(server)
    finally:
        server.stop()
    # Simulates another build. The loader ignores bytes appended to a program.
    with open(tmp_path / "programs" / "duansou-web", "ab") as program:
        program.write(b"another build")
    server = Server(tmp_path / "programs", tmp_path / "reports.sqlite")
    try:
        assert server.get(address, If_None_Match=last)[0] == 200
        assert tag(server) != last
    finally:
        server.stop()


def test_a_query_that_is_too_long_is_refused_and_not_cut(server):
    assert "maxlength" not in server.get("/")[2]
    for path in ["/", "/export", "/counts"]:
        query = "教育 | " + "义务教育" * 250
        status, _, text = server.get(
            path + "?" + urllib.parse.urlencode({"q": query, "format": "csv"}))
        assert status == 400
        assert "检索式有 1005 个字符，上限是 1000" in text
