"""Compares what the web page says of the same index in a file and on a server: python3 pages.py FILE SERVER WORD...

Both are addresses of the page. It follows every link from the pages that it begins with, and asks the API as well.
"""
import collections
import html
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

FILE, SERVER, WORDS = sys.argv[1].rstrip("/"), sys.argv[2].rstrip("/"), sys.argv[3:]
LIMIT = 400


def get(address, path):
    """The status, the type and the body of an answer, without the day on which it was made."""
    try:
        with urllib.request.urlopen(address + path, timeout=60) as answer:
            status, kind, body = answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as error:
        status, kind, body = error.code, error.headers["Content-Type"], error.read()
    return status, kind, re.sub(rb'"created":"[^"]*"', b"", body)


def text(body):
    """The end of a page's text, for people."""
    return re.sub(r"(\s*<[^>]*>)+\s*", " ", body.decode(errors="replace"))[-500:]


starts = ["/", "/?lang=en", "/report/none", "/report/r%00", "/api/v1/stats", "/api/v1/reports?conflicts=true", "/api/v1/copies"]
for word in WORDS:
    q = "q=" + urllib.parse.quote(word)
    starts += [f"/?{q}", f"/?{q}&view=kwic", f"/?{q}&copies=fold"]
    starts += [f"/api/v1/{name}?{q}" for name in ("search", "kwic", "years", "panel", "absent", "ask")]
    starts += [f"/api/v1/export?{q}&format={name}" for name in ("csv", "jsonl", "bib")]
waiting, seen, statuses = collections.deque(starts), set(starts), collections.Counter()
while waiting:
    path = waiting.popleft()
    one, two = get(FILE, path), get(SERVER, path)
    # A workbook holds the moment at which it was made.
    if "format=xlsx" in path:
        one, two = one[:2], two[:2]
    if one != two:
        sys.exit(f"{path}: {one[:2]} from the file, {two[:2]} from the server\n{text(one[2])}\n{text(two[2])}")
    statuses[one[0]] += 1
    if one[1].startswith("text/html"):
        for link in re.findall(r'href="(/[^"]*)"', one[2].decode()):
            link = html.unescape(link).split("#")[0]
            if link not in seen and len(seen) < LIMIT:
                seen.add(link)
                waiting.append(link)
told = ", ".join(f"{count} with {status}" for status, count in sorted(statuses.items()))
if statuses[200] < LIMIT / 2:
    sys.exit(f"too few pages were there: {told}")
print(f"pages: {sum(statuses.values())} answers ({told}): the same to the last byte")
