#!/usr/bin/env python3
"""Compares the main text and the titles that programs take from the evaluation pages with the answers.

    evaluate.py DUANSOU FOLDER... [--peers PYTHON] [--errors]

FOLDER holds pages (NAME.html) and answers (NAME.json) as the two scripts next to this one write them. The
program indexes the pages, and its paragraphs are read from the index. With --peers, trafilatura and
readability-lxml of that Python (scripts/setup --peers) read the same pages in the same run.

Paragraphs are compared as multisets without white space, and the F1 is micro-averaged over all pages of a
length. A title is right if it is equal without white space. --errors lists what is missing and what is
too much.
"""
import argparse
import collections
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

LENGTHS = ("short", "medium", "long")


def squeeze(text):
    return re.sub(r"[\s\u200b\u00ad]+", "", text or "")


def read_pages(folders):
    pages = {}
    for folder in folders:
        for answer in sorted(pathlib.Path(folder).glob("*.json")):
            pages[answer.stem] = (answer.with_suffix(".html"), json.loads(answer.read_text("utf-8")))
    if not pages:
        sys.exit("There are no pages; write them with the scripts next to this one.")
    return pages


def by_duansou(program, pages):
    """Indexes the pages and returns (title, date, paragraphs) by the name of the page."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = pathlib.Path(folder, "pages")
        inputs.mkdir()
        for page, _ in pages.values():
            shutil.copy(page, inputs)
        index = str(pathlib.Path(folder, "index.sqlite"))
        run = subprocess.run([program, "index", str(inputs), "--index", index], capture_output=True, text=True)
        if run.returncode not in (0, 3):
            sys.exit(run.stderr)
        connection = sqlite3.connect(index)
        found = {}
        rows = connection.execute(
            "SELECT f.path, r.id, r.title, r.publish_date FROM report r JOIN source_file f USING (source)"
            " ORDER BY f.path, r.part")
        for path, report, title, date in rows.fetchall():
            name = pathlib.Path(path).stem
            texts = [text for (text,) in connection.execute(
                "SELECT text FROM paragraph WHERE report = ? AND kind <> 'title' ORDER BY number", (report,))]
            if name in found:
                # A page that was cut into several reports: its first title counts.
                found[name][2].extend([title] + texts)
            else:
                found[name] = (title, date, texts)
        connection.close()
        return found


# Runs in the Python of the peers: reads the paths of pages, writes JSON.
PEERS = r"""
import json, sys
import lxml.html, trafilatura
from readability import Document
BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "table", "ul", "ol", "section",
          "article", "blockquote", "figcaption", "figure", "dd", "dt", "center", "pre"}
def lines(node):
    out = [""]
    def walk(node):
        if not isinstance(node.tag, str): return
        if node.tag == "tr":
            out.append("\t".join(" ".join(cell.itertext()).strip() for cell in node if cell.tag in ("td", "th")))
            out.append("")
            return
        if node.tag in BLOCKS: out.append("")
        out[-1] += node.text or ""
        for child in node:
            walk(child)
            out[-1] += child.tail or ""
        if node.tag in BLOCKS: out.append("")
    walk(node)
    return [line for line in out if line.strip()]
found = {"trafilatura": {}, "readability-lxml": {}}
for path in sys.stdin.read().splitlines():
    data = open(path, "rb").read()
    try: text = data.decode("utf-8")
    except UnicodeDecodeError: text = data.decode("gb18030")
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    document = trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
    document = document.as_dict() if document is not None else {}
    found["trafilatura"][name] = (document.get("title"), document.get("date"),
                                  (document.get("text") or "").split("\n"))
    try:
        page = Document(text)
        body = lines(lxml.html.fromstring(page.summary()))
        found["readability-lxml"][name] = (page.short_title(), None, body)
    except Exception:
        found["readability-lxml"][name] = (None, None, [])
json.dump(found, sys.stdout)
"""


def by_peers(python, pages):
    paths = "\n".join(str(page.resolve()) for page, _ in pages.values())
    run = subprocess.run([python, "-c", PEERS], input=paths, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def compare(name, found, pages, errors):
    hits = collections.Counter()
    for page, (_, answer) in pages.items():
        length = page.rsplit("-", 1)[1]
        title, date, texts = found.get(page) or (None, None, [])
        wanted = collections.Counter(squeeze(text) for text in answer["paragraphs"])
        got = collections.Counter(squeeze(text) for text in texts if squeeze(text))
        for key in (length, "all"):
            hits[key, "pages"] += 1
            hits[key, "title"] += squeeze(title) == squeeze(answer["title"])
            hits[key, "date"] += date == answer["published"]
            hits[key, "right"] += sum((wanted & got).values())
            hits[key, "wanted"] += sum(wanted.values())
            hits[key, "got"] += sum(got.values())
        if errors:
            if squeeze(title) != squeeze(answer["title"]):
                print(f"{name}\t{page}\ttitle\t{title!r}, wanted {answer['title']!r}")
            if date != answer["published"]:
                print(f"{name}\t{page}\tdate\t{date}, wanted {answer['published']}")
            for sign, texts in (("missing", wanted - got), ("too much", got - wanted)):
                for text in texts:
                    print(f"{name}\t{page}\t{sign}\t{text[:70]}")
    for length in LENGTHS + ("all",):
        count = hits[length, "pages"]
        if not count:
            continue
        right = hits[length, "right"]
        precision, recall = right / max(1, hits[length, "got"]), right / max(1, hits[length, "wanted"])
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"{name:17} {length:7} {count:5} {hits[length, 'title'] / count:7.3f} {precision:9.3f}"
            f" {recall:7.3f} {score:7.3f} {hits[length, 'date'] / count:7.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="DUANSOU")
    parser.add_argument("folders", metavar="FOLDER", nargs="+")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python with trafilatura and readability-lxml")
    parser.add_argument("--errors", action="store_true", help="list every difference of duansou")
    arguments = parser.parse_args()
    pages = read_pages(arguments.folders)
    results = {"duansou": by_duansou(arguments.program, pages)}
    if arguments.peers:
        results.update(by_peers(arguments.peers, pages))
    table = [f"{'program':17} {'length':7} pages   title precision  recall      F1    date"]
    print(table[0])
    for name, found in results.items():
        compare(name, found, pages, arguments.errors and name == "duansou")


main()
