"""The way of a reader through the pages, in Chromium: python3 journey.py ADDRESS [FOLDER FOR SCREENSHOTS]

The server serves the index of Tests/Samples/reports and of two reports that share a text. Each step fails by an assertion; console errors and
violations found by axe fail at the end.
"""
import pathlib
import sys
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ADDRESS = sys.argv[1].rstrip("/")
PICTURES = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
QUERY = "控辍保学"
problems = []


def look(page, name):
    """Checks a page by axe, and keeps a picture of it."""
    for violation in Axe().run(page).response["violations"]:
        places = [node["html"][:120] for node in violation["nodes"][:3]]
        problems.append(f"{name}: {violation['id']}: {violation['help']} {places}")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, f"{name} is wider than the window"
    if PICTURES:
        page.screenshot(path=PICTURES / f"{name}.png")


def matches(page):
    """The number of matches that the page tells first."""
    return int(page.inner_text("#totals").split()[0].replace(",", ""))


def journey(page, name):
    """Search, facet, chart, concordance, report, source, download."""
    page.goto(ADDRESS + "/")
    look(page, f"home-{name}")
    page.fill("#q", QUERY)
    page.press("#q", "Enter")
    page.wait_for_selector(".hit")
    assert matches(page) == 31
    look(page, f"search-{name}")
    facet = page.locator(".facet.section li a").first
    count = int(facet.locator(".count").inner_text())
    facet.click()
    page.wait_for_selector(".chip")
    assert matches(page) == count
    page.click(".chip")
    page.wait_for_selector(".hit")
    assert matches(page) == 31
    page.locator(".chart a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".chip")
    assert matches(page) < 31
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote(QUERY)}&view=kwic")
    assert page.locator(".kwic tbody tr").count() == 31
    look(page, f"kwic-{name}")
    page.go_back()
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote(QUERY)}")
    with page.expect_download() as download:
        page.click(".downloads a >> nth=0")
    rows = pathlib.Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) == 32 and rows[0].startswith("hit_id,")
    counts(page, name)
    copies(page, name)
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote(QUERY)}")
    page.click(".hit h2 a >> nth=0")
    page.wait_for_selector(".report")
    assert page.locator("mark").count() == 2
    look(page, f"report-{name}")
    page.click(".original a")
    page.wait_for_selector(".lines")
    look(page, f"source-{name}")
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote('控缀保学')}")
    look(page, f"nothing-{name}")
    page.click(".empty a >> nth=0")
    page.wait_for_selector(".hit")


def counts(page, name):
    """The chart by 100,000 characters and by sections; the table, one of its cells, its files."""
    page.click(".choosing a >> nth=1")
    page.wait_for_selector(".chart svg")
    assert "measure=per-100k" in page.url
    page.click(".choosing .choices >> nth=1 >> a >> nth=1")
    page.wait_for_selector(".chart polyline", state="attached")
    look(page, f"chart-{name}")
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote(QUERY)}&view=counts")
    page.wait_for_selector(".heat")
    look(page, f"counts-{name}")
    page.click(".choosing .choices >> nth=0 >> text=所在部分")
    page.wait_for_selector(".heat")
    cells = page.locator(".heat td a")
    assert cells.count() > 3
    assert sum(int(text) for text in page.locator(".heat tbody td").all_inner_texts()
               if text != "—") == 31, "the cells add up to the matches"
    wanted = int(cells.first.inner_text())
    cells.first.click()
    page.wait_for_selector(".hit")
    assert matches(page) == wanted, "a cell leads to what it counts"
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote(QUERY)}&view=counts&rows=year&columns=section")
    look(page, f"counts-by-year-{name}")
    for form in ["CSV", "XLSX", "SVG"]:
        with page.expect_download() as download:
            page.click(f".downloads a:text-is('{form}')")
        data = pathlib.Path(download.value.path()).read_bytes()
        assert data.startswith({"CSV": b"\xef\xbb\xbfquery", "XLSX": b"PK", "SVG": b"<?xml"}[form])
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote(QUERY)}")


def copies(page, name):
    """Paragraphs that stand in two reports, side by side."""
    page.goto(f"{ADDRESS}/?q={urllib.parse.quote('隐患路段')}")
    page.click("a.copies")
    page.wait_for_selector(".pair")
    own = page.locator(".pair .own").all_inner_texts()
    assert own == ["2016年", "2018年"], own
    look(page, f"copies-{name}")


def keyboard(page):
    """The same without a pointer: / n p Enter."""
    page.goto(ADDRESS + "/")
    assert page.evaluate("document.activeElement.id") == "q", "the first page begins with the box"
    page.goto(ADDRESS + "/?q=" + urllib.parse.quote("学"))
    page.keyboard.press("/")
    page.keyboard.type(QUERY)
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == "h1"
    page.keyboard.press("Enter")
    page.wait_for_selector(".report")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def hostile(page):
    """Nothing of an address becomes a script."""
    page.on("dialog", lambda dialog: problems.append("a dialog opened"))
    for text in ["\"><script>alert(1)</script>", "\"\u0308 onfocus=alert(1) autofocus=\""]:
        page.goto(ADDRESS + "/?q=" + urllib.parse.quote(text))
        assert page.locator("script").count() == 1
        assert page.evaluate("document.getElementById('q').getAttribute('onfocus')") is None


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
    for name, options in {
        "light": {"viewport": {"width": 1280, "height": 900}},
        "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
        "phone": {"viewport": {"width": 390, "height": 844}},
        "phone-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    }.items():
        context = browser.new_context(locale="zh-CN", **options)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console",
            lambda message: message.type == "error" and problems.append(message.text))
        journey(page, name)
        if name == "light":
            keyboard(page)
            hostile(page)
        context.close()
    # axe is a script, so that pages without scripts are only walked through.
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(ADDRESS + "/")
    page.fill("#q", QUERY)
    page.click(".box button")
    assert page.locator(".hit").count() == 20
    page.click(".pages a[rel=next]")
    assert page.locator(".hit").count() == 5
    page.click(".hit h2 a >> nth=0")
    assert page.locator("mark").count() > 0
    browser.close()

assert not problems, "\n".join(sorted(set(problems)))
print("the way through the pages is as it should be")
