"""The numbers of the web page: headline, facets, charts, table, list and files agree with the command line.

The index contains the samples; in the long form also the national reports, where ../shared exists.
"""
import csv
import html
import io
import json
import re
import shutil
import urllib.parse

import pytest

from support.program import CORPORA, SAMPLES, Program
from support.web import serve

QUERIES = [
    "教育", "义务教育", "扫除文盲", "农业", "粮食", "改革开放", "对外开放", "人民公社", "乡镇企业", "住房",
    "就业 创业", "养老 | 医疗", "环境保护 -治理", "计划 /10 生产", "科学?技术", "~安全生产", "年", "人均",
    "section:plan 教育", "控辍保学",
]
FACETS = ["year", "type", "section", "region"]


class Corpus:
    """An index, its command line and its web page."""

    def __init__(self, program, index, server):
        self.program = program.with_environment(LANG="zh_CN.UTF-8")
        self.index = index
        self.server = server

    def get(self, path, **headers):
        """Returns the status, the headers and the text of an answer."""
        status, headers, body = self.server.get(path, {"Accept-Language": "zh", **headers})
        return status, headers, body.decode()

    def page(self, query, **parameters):
        """Returns the page of a search."""
        return self.follow("/?" + urllib.parse.urlencode({"q": query, **parameters}))

    def follow(self, link):
        """Returns the page to which a link leads."""
        status, _, text = self.get(html.unescape(link))
        assert status == 200
        return Page(text)

    def run(self, *arguments):
        return self.program(*arguments, index=self.index, expecting=(0, 1))

    def totals(self, query):
        return self.run("search", query, "--limit", "0", "--format", "json").json["totals"]

    def years(self, query):
        """Returns the rows of `duansou years` by year."""
        rows = csv.DictReader(io.StringIO(self.run("years", query, "--format", "csv").text))
        return {row["year"] if row["year"] != "" else None: row for row in rows}


@pytest.fixture(scope="module", params=["samples", pytest.param("national-clean", marks=pytest.mark.long)])
def corpus(request, program, shared):
    texts = SAMPLES if request.param == "samples" else CORPORA / request.param
    if not texts.exists():
        pytest.skip(f"{texts} is missing")
    index = shared / f"{request.param}.sqlite"
    program("index", texts, index=index, seconds=600)
    with serve(program, index) as server:
        yield Corpus(program, index, server)


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


@pytest.mark.parametrize("query", QUERIES)
def test_a_number_means_the_same_wherever_it_is_shown(query, corpus):
    totals = corpus.totals(query)
    matches = totals["matches"]
    page = corpus.page(query)
    if totals["paragraphs"] == 0:
        assert "没有找到" in page.text
        return
    assert page.headline == matches
    for name in FACETS:
        facet = page.facet(name)
        assert sum(facet.values()) == matches, (name, facet)
    rows = corpus.years(query)
    assert sum(int(row["matches"] or 0) for row in rows.values()) == matches
    if page.chart:
        check_charts(page, rows, matches, corpus, query)
    for choice in [{}, {"rows": "year", "columns": "none"}, {"rows": "year", "columns": "report-year"},
                   {"rows": "section", "columns": "type"}, {"rows": "report-year", "columns": "none"}]:
        assert corpus.page(query, view="counts", **choice).cells == matches, choice
    lines = corpus.page(query, view="kwic")
    assert lines.headline == matches
    status, _, export = corpus.get("/export?" + urllib.parse.urlencode({"q": query, "format": "jsonl"}))
    assert status == 200
    assert export.count("\n") == matches + totals["loose"]


def check_charts(page, rows, matches, corpus, query):
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
    rates = corpus.page(query, measure="per-100k").bars
    assert set(rates) == set(bars)
    for (_, year), rate in rates.items():
        assert rate == pytest.approx(float(rows[str(year)]["per_100k_chars"]), abs=0.006)
    split = corpus.page(query, chart="sections")
    assert sum(split.bars.values()) + split.outside_chart == matches
    sums = {}
    for (_, year), value in split.bars.items():
        sums[year] = sums.get(year, 0) + value
    assert sums == {year: value for (_, year), value in bars.items()}
    for chart in [page, split]:
        for link, value in chart.links[:: max(1, len(chart.links) // 3)]:
            assert corpus.follow(link).headline == value, link


@pytest.mark.parametrize("query", ["教育", "学", "农业"])
def test_listing_near_duplicates_once_changes_no_count(query, corpus):
    whole, once = corpus.page(query), corpus.page(query, copies="once")
    assert once.headline == whole.headline
    for name in FACETS:
        assert once.facet(name) == whole.facet(name)
    assert bool(once.chart) == bool(whole.chart)
    if whole.chart:
        assert once.bars == whole.bars
    totals = corpus.totals(query)
    folded = totals["without_copies"]
    if folded["paragraphs"] < totals["paragraphs"]:
        for page in [whole, once]:
            assert f"{folded['matches']:,} 处、{folded['paragraphs']:,} 段" in page.text


def test_a_value_of_a_facet_leads_to_as_many_matches(corpus):
    page = corpus.page("教育")
    links = re.findall(
        r'<li><a href="([^"]*)"><span class="value">[^<]*</span><span class="count">([\d,]+)', page.text)
    assert len(links) > 5
    for link, count in links[:: max(1, len(links) // 12)]:
        assert corpus.follow(link).headline == Page.number(count), link


def test_no_number_is_zero_where_there_is_no_text(corpus):
    """The files, the API and the command line leave the cell of a year without texts empty."""
    query = "教育"
    rows = corpus.years(query)
    missing = {year for year, row in rows.items() if row["reports_total"] == "0"}
    text = corpus.get("/counts?" + urllib.parse.urlencode(
        {"q": query, "rows": "year", "columns": "none", "format": "csv"}))[2].lstrip("\ufeff")
    answers = json.loads(
        corpus.get("/api/v1/years?" + urllib.parse.urlencode({"q": query}))[2])["queries"][0]["rows"]
    for row in csv.DictReader(io.StringIO(text)):
        assert (row["year"] in missing) == (row["matches"] == "" == row["per_100k_chars"])
    for row in answers:
        assert (row["year"] in missing) == (row["matches"] is None)
    svg = corpus.get("/counts?" + urllib.parse.urlencode(
        {"q": query, "rows": "year", "columns": "none", "format": "svg"}))[2]
    drawn = set(re.findall(r"<title>(\d{4}) ", svg))
    assert drawn and not drawn & missing


def test_a_page_is_another_one_after_concepts_or_programs_changed(program, shared, tmp_path):
    for name in ["duansou", "duansou-web"]:
        shutil.copy2(program.path.parent / name, tmp_path / name)
    own, index = Program(tmp_path / "duansou"), tmp_path / "reports.sqlite"
    own("index", SAMPLES, index=index)
    address = "/?" + urllib.parse.urlencode({"q": "@学段"})

    def ask(server, tag=""):
        status, headers, body = server.get(address, {"Accept-Language": "zh", "If-None-Match": tag})
        return status, headers["ETag"], body.decode()

    with serve(own, index) as server:
        _, before, _ = ask(server)
        assert ask(server, before)[0] == 304
        (tmp_path / "concepts.tsv").write_text("学段\t小学\n", "utf-8")
        status, tag, text = ask(server, before)
        assert status == 200 and "<mark>小学</mark>" in text
        (tmp_path / "concepts.tsv").write_text("学段\t中学\n", "utf-8")
        status, last, text = ask(server, tag)
        assert status == 200 and "<mark>中学</mark>" in text
    # Simulates another build. The loader ignores bytes appended to a program.
    with open(tmp_path / "duansou-web", "ab") as built:
        built.write(b"another build")
    with serve(own, index) as server:
        status, tag, _ = ask(server, last)
        assert status == 200 and tag != last
