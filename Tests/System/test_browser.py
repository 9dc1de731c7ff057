"""Uses the web page in Chromium: on desktop screens, on phones, by keyboard and without JavaScript."""

import urllib.parse
from pathlib import Path

import pytest

from support.program import ROOT

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is missing (scripts/setup --tests installs it)")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is missing (scripts/setup --tests)")

QUERY = "控辍保学"
MATCHES = 31
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LOOKS = {
    "light": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": NARROW},
    "phone-dark": {"viewport": NARROW, "color_scheme": "dark"},
}
# The short form tests only the phone.
EVERY_LOOK = pytest.mark.parametrize(
    "look", [pytest.param(look, marks=[] if look == "phone" else pytest.mark.long) for look in LOOKS])
ONE_LOOK = pytest.mark.parametrize("look", ["light"])


class Visitor:
    """A browser window with the web page."""

    def __init__(self, context, address, name, pictures):
        self.page = context.new_page()
        self.address = address
        self.name = name
        self.pictures = pictures
        self.problems = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("dialog", lambda dialog: self.problems.append("a dialog opened"))
        self.page.on(
            "console",
            lambda message: message.type == "error" and self.problems.append(message.text))

    def open(self, query=None, **parameters):
        parameters = {"q": query, **parameters} if query else parameters
        self.page.goto(self.address + "/?" + urllib.parse.urlencode(parameters))

    def inspect(self, name):
        """Checks a page with axe, checks its width, and saves a screenshot if --pictures is given."""
        violations = [
            f"{violation['id']}: {violation['help']} {[node['html'][:120] for node in violation['nodes'][:3]]}"
            for violation in axe.Axe().run(self.page).response["violations"]]
        assert not violations, f"{name}: {violations}"
        assert not self.page.evaluate("document.documentElement.scrollWidth > innerWidth"), (
            f"{name} is wider than the window")
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{name}-{self.name}.png")

    @property
    def matches(self):
        """The number of matches in the first line of the results."""
        return int(self.page.inner_text("#totals").split()[0].replace(",", ""))

    def download(self, link):
        with self.page.expect_download() as download:
            self.page.click(link)
        return Path(download.value.path()).read_bytes()


@pytest.fixture(scope="module")
def browser(chromium):
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser, site, look, request):
    context = browser.new_context(locale="zh-CN", **LOOKS[look])
    pictures = request.config.getoption("--pictures")
    visitor = Visitor(context, site.address, look, pictures and ROOT / pictures)
    yield visitor
    context.close()
    assert not visitor.problems, visitor.problems


@EVERY_LOOK
def test_search_is_narrowed_by_facet_and_by_chart(visitor):
    page = visitor.page
    visitor.open()
    visitor.inspect("home")
    page.fill("#q", QUERY)
    page.press("#q", "Enter")
    page.wait_for_selector(".hit")
    assert visitor.matches == MATCHES
    visitor.inspect("search")
    facet = page.locator(".facet.section li a").first
    count = int(facet.locator(".count").inner_text())
    facet.click()
    page.wait_for_selector(".chip")
    assert visitor.matches == count
    page.click(".chip")
    page.wait_for_selector(".hit")
    assert visitor.matches == MATCHES
    page.locator(".chart a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".chip")
    assert visitor.matches < MATCHES


@EVERY_LOOK
def test_concordance_shows_every_match(visitor):
    visitor.open(QUERY, view="kwic")
    assert visitor.page.locator(".kwic tbody tr").count() == MATCHES
    visitor.inspect("kwic")


@EVERY_LOOK
def test_download_has_a_row_for_every_match(visitor):
    visitor.open(QUERY)
    rows = visitor.download(".downloads a >> nth=0").decode("utf-8-sig").splitlines()
    assert len(rows) == MATCHES + 1 and rows[0].startswith("hit_id,")


@EVERY_LOOK
def test_chart_changes_its_measure_and_its_rows(visitor):
    page = visitor.page
    visitor.open(QUERY)
    page.click(".choosing a >> nth=1")
    page.wait_for_selector(".chart svg")
    assert "measure=per-100k" in page.url
    page.click(".choosing .choices >> nth=1 >> a >> nth=1")
    page.wait_for_selector(".chart polyline", state="attached")
    visitor.inspect("chart")


@EVERY_LOOK
def test_cells_of_the_table_of_counts_lead_to_their_matches(visitor):
    page = visitor.page
    visitor.open(QUERY, view="counts")
    page.wait_for_selector(".heat")
    visitor.inspect("counts")
    page.click(".choosing .choices >> nth=0 >> text=所在部分")
    page.wait_for_selector(".heat")
    cells = page.locator(".heat td a")
    assert cells.count() > 3
    counts = page.locator(".heat tbody td").all_inner_texts()
    assert sum(int(text) for text in counts if text != "—") == MATCHES
    wanted = int(cells.first.inner_text())
    cells.first.click()
    page.wait_for_selector(".hit")
    assert visitor.matches == wanted


@EVERY_LOOK
def test_table_of_counts_can_be_downloaded(visitor):
    visitor.open(QUERY, view="counts", rows="year", columns="section")
    visitor.inspect("counts-by-year")
    for form, start in {"CSV": b"\xef\xbb\xbfquery", "XLSX": b"PK", "SVG": b"<?xml"}.items():
        assert visitor.download(f".downloads a:text-is('{form}')").startswith(start), form


@EVERY_LOOK
def test_copies_of_a_paragraph_are_shown_side_by_side(visitor):
    visitor.open("隐患路段")
    visitor.page.click("a.copies")
    visitor.page.wait_for_selector(".pair")
    assert visitor.page.locator(".pair .own").all_inner_texts() == ["2016年", "2018年"]
    visitor.inspect("copies")


@EVERY_LOOK
def test_hit_leads_to_its_report_and_to_the_original_text(visitor):
    page = visitor.page
    visitor.open(QUERY)
    page.click(".hit h2 a >> nth=0")
    page.wait_for_selector(".report")
    assert page.locator("mark").count() == 2
    visitor.inspect("report")
    page.click(".original a")
    page.wait_for_selector(".lines")
    visitor.inspect("source")


@EVERY_LOOK
def test_search_without_matches_suggests_another_spelling(visitor):
    visitor.open("控缀保学")
    visitor.inspect("nothing")
    visitor.page.click(".empty a >> nth=0")
    visitor.page.wait_for_selector(".hit")


@ONE_LOOK
def test_keys_replace_the_pointer(visitor):
    page = visitor.page

    def focused(property):
        return page.evaluate(f"document.activeElement.{property}")

    visitor.open()
    assert focused("id") == "q", "the search box of the first page has the focus"
    visitor.open("学")
    page.keyboard.press("/")
    page.keyboard.type(QUERY)
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    for key in "nnp":
        page.keyboard.press(key)
    assert focused("id") == "h1"
    page.keyboard.press("Enter")
    page.wait_for_selector(".report")
    page.keyboard.press("n")
    assert focused("tagName") == "MARK"
    page.keyboard.press("/")
    assert focused("id") == "q"


@ONE_LOOK
@pytest.mark.parametrize(
    "text", ["\"><script>alert(1)</script>", "\"\u0308 onfocus=alert(1) autofocus=\""],
    ids=["element", "attribute"])
def test_query_never_becomes_a_script(visitor, text):
    visitor.open(text)
    assert visitor.page.locator("script").count() == 1
    assert visitor.page.evaluate("document.getElementById('q').getAttribute('onfocus')") is None


def test_pages_work_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(site.address + "/")
    page.fill("#q", QUERY)
    page.click(".box button")
    assert page.locator(".hit").count() == 20
    page.click(".pages a[rel=next]")
    assert page.locator(".hit").count() == 5
    page.click(".hit h2 a >> nth=0")
    assert page.locator("mark").count() > 0
    context.close()
