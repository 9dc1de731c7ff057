"""Reads the tables that duansou writes with the libraries that people read them with, and compares."""
import csv, json, os, subprocess, sys

import bibtexparser, openpyxl, pandas, rispy

folder = sys.argv[1]
samples = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Samples/reports")
failures = 0


def check(what, found, wanted):
    global failures
    if found != wanted:
        failures += 1
        print(f"{what}: {found!r} and not {wanted!r}")


def duansou(*arguments):
    run = subprocess.run([os.environ["DUANSOU"], *arguments], cwd=folder, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{arguments}: {run.returncode} {run.stderr}")
    return run.stdout


# Cells that a spreadsheet would run, and characters that tables take amiss.
os.mkdir(os.path.join(folder, "报告"))
with open(os.path.join(folder, "报告/2011年工作总结.txt"), "w", encoding="utf-8") as file:
    file.write("2011年教育工作总结\n=1+1，控辍保学\n+86 控辍保学，\"引号\"，{括号} & 100% _x0041_ #1\n"
               "-5度控辍保学\n@双减\t控辍保学𠮷\n学校抓控辍保学 <b>\n")
duansou("index", samples, "报告")
queries = ["控辍保学", "双减"]
for name in ["hits.csv", "hits.tsv", "hits.xlsx", "hits.json", "hits.jsonl", "hits.bib", "hits.ris", "hits.html"]:
    duansou("export", *queries, "-o", name)
duansou("export", *queries, "-o", "raw.csv", "--raw")
duansou("export", *queries, "-o", "gb.csv", "--encoding", "gb18030")
for name in ["years.csv", "years.xlsx", "years.json", "years.svg"]:
    duansou("years", *queries, "-o", name)
path = lambda name: os.path.join(folder, name)

# JSON is typed and untouched: what the others are compared with.
hits = json.load(open(path("hits.json"), encoding="utf-8"))
rows = hits["hits"]
names = next(csv.reader(open(path("hits.csv"), encoding="utf-8-sig")))
check("JSON Lines", [json.loads(line) for line in open(path("hits.jsonl"), encoding="utf-8")], rows)
check("the rows are the matches", len(rows), sum(q["totals"]["matches"] for q in hits["queries"]))
check("the names of columns", set(names), set(rows[0]))
formulas = [row for row in rows if (row["paragraph"] or "")[0] in "=+-@"]
check("there are formulas to neutralise", len(formulas) >= 4, True)


def text(value, guard):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = " › ".join(value)
    if isinstance(value, str):
        return ("'" if guard and value[:1] in ("=", "+", "-", "@", "\t", "\r") else "") + value
    return value


def compare(what, found, guard, change=lambda value: value):
    check(f"{what}: rows", len(found), len(rows))
    for number, (line, row) in enumerate(zip(found, rows)):
        for name in names:
            wanted = text(row[name], guard)
            value = line[name]
            if isinstance(wanted, (int, float)):
                value = float(value)
            check(f"{what}: row {number} {name}", value, change(wanted) if isinstance(wanted, str) else wanted)


flat = lambda value: value.replace("\t", " ").replace("\n", " ") if isinstance(value, str) else value
compare("csv", list(csv.DictReader(open(path("hits.csv"), encoding="utf-8-sig", newline=""))), True)
compare("raw csv", list(csv.DictReader(open(path("raw.csv"), encoding="utf-8-sig", newline=""))), False)
compare("gb18030", list(csv.DictReader(open(path("gb.csv"), encoding="gb18030", newline=""))), True)
compare("tsv", list(csv.DictReader(open(path("hits.tsv"), encoding="utf-8", newline=""), delimiter="\t",
                                   quoting=csv.QUOTE_NONE)), True, flat)
frame = pandas.read_csv(path("hits.csv"), dtype={"region_code": str, "mention_year_row": str}, keep_default_na=False)
check("pandas: shape", frame.shape, (len(rows), len(names)))
check("pandas: numbers", list(frame["char_from"]), [row["char_from"] for row in rows])
check("pandas: paragraphs", list(frame["paragraph"]), [text(row["paragraph"], True) for row in rows])

book = openpyxl.load_workbook(path("hits.xlsx"))
check("xlsx: sheets", book.sheetnames, ["hits", "provenance"])
sheet = book["hits"]
lines = list(sheet.iter_rows(values_only=True))
check("xlsx: header", list(lines[0]), names)
check("xlsx: frozen header", sheet.freeze_panes, "A2")
check("xlsx: filter", sheet.auto_filter.ref, f"A1:{openpyxl.utils.get_column_letter(len(names))}{len(rows) + 1}")
check("xlsx: rows", len(lines) - 1, len(rows))
for number, (line, row) in enumerate(zip(lines[1:], rows)):
    for name, value in zip(names, line):
        wanted = row[name]
        if isinstance(wanted, list):
            wanted = " › ".join(wanted) or None
        if isinstance(wanted, str):
            # Excel's own way to write an underscore that would begin an escape.
            wanted = wanted.replace("_x0041_", "_x005F_x0041_")
        # An empty cell and one with an empty text are the same to a spreadsheet.
        wanted = None if wanted == "" else wanted
        if isinstance(wanted, float):
            # The library writes sixteen digits, and Excel shows fifteen.
            value, wanted = float(f"{value:.14g}"), float(f"{wanted:.14g}")
        check(f"xlsx: row {number} {name}", value, wanted)
        check(f"xlsx: type {number} {name}", type(value) in (type(wanted), int), True)
check("xlsx: no formulas", [c.value for r in sheet.iter_rows() for c in r if c.data_type == "f"], [])
facts = {line[0]: line[1] for line in book["provenance"].iter_rows(values_only=True)}
check("xlsx: provenance", (facts["queries.1.query"], facts["options.format"]), ("控辍保学", "xlsx"))
check("xlsx: no date", "created" in facts, False)

reports = {row["report_id"]: row for row in rows}
records = rispy.load(open(path("hits.ris"), encoding="utf-8"))
check("ris: records", [r["id"] for r in records], list(dict.fromkeys(row["report_id"] for row in rows)))
for record in records:
    row = reports[record["id"]]
    check("ris: title", record["title"], row["title"])
    check("ris: author", record.get("authors"), row["issuer"] and [row["issuer"]])
entries = bibtexparser.load(open(path("hits.bib"), encoding="utf-8")).entries
check("bib: entries", [e["ID"] for e in entries], [r["id"] for r in records])
for entry in entries:
    check("bib: title", entry["title"].strip("{}"), reports[entry["ID"]]["title"])
    check("bib: author", entry.get("author", "").strip("{}"), reports[entry["ID"]]["issuer"] or "")

counts = pandas.read_csv(path("years.csv"), dtype={"year": str})
for query in hits["queries"]:
    table = counts[counts["query"] == query["name"]]
    check("years add up", int(table["matches"].sum()), query["totals"]["matches"])
    check("missing is not zero", set(table[table["matches"].isna()]["reports_total"]), {0})
years = openpyxl.load_workbook(path("years.xlsx"))["counts"]
lines = list(years.iter_rows(values_only=True))
check("years.xlsx: rows", len(lines) - 1, len(counts))
check("years.xlsx: matches", sum(line[2] or 0 for line in lines[1:]), int(counts["matches"].sum()))
drawn = subprocess.run(["rsvg-convert", path("years.svg"), "-o", path("years.png")], capture_output=True)
check("svg: drawn", (drawn.returncode, open(path("years.png"), "rb").read(4)), (0, b"\x89PNG"))

print(f"{len(rows)} rows of {len(names)} columns were read back from every format; {failures} differ")
sys.exit(1 if failures else 0)
