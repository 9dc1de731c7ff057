"""Compares the answers of the API with its own description: python3 api.py ADDRESS

The server serves the index of Tests/Samples/reports.
"""
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

ADDRESS = sys.argv[1].rstrip("/")


def get(path, **parameters):
    """The status and the body of an answer."""
    address = ADDRESS + path + "?" + urllib.parse.urlencode(parameters, doseq=True)
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.read().decode("utf-8-sig")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


description = json.loads(get("/api/v1/openapi.json")[1])
validate(description)
operations = {path: methods["get"] for path, methods in description["paths"].items()}
told = set()


def check(path, status=200, **parameters):
    """Compares an answer with its schema, and remembers which parameters were asked."""
    place = path
    for name, value in list(parameters.items()):
        if "{" + name + "}" in place:
            place = place.replace("{" + name + "}", parameters.pop(name))
    code, body = get(place, **{name.replace("_", "-"): value for name, value in parameters.items()})
    assert (code == 200) == (status == 200), (path, parameters, code, body[:300])
    response = operations[path]["responses"]["200" if status == 200 else "default"]
    schema = response["content"].get("application/json", {}).get("schema")
    if schema:
        validator = Draft202012Validator(
            {**schema, "components": description["components"]})
        for error in validator.iter_errors(json.loads(body)):
            raise AssertionError(f"{path} {parameters}: {error.json_path}: {error.message}")
    if status == 200:
        told.update((path, name.replace("_", "-")) for name in parameters)
    return body


WORD = "控辍保学"
hits = json.loads(
    check(
        "/api/v1/search", q=WORD, limit=100, offset=0, sort="year", explain="true",
        facets="year,region,type,section,report-year,source", fold_copies="false", lang="en"))
check("/api/v1/search", q="控缀保学")
check("/api/v1/search", q="~学校 | 学", fold_copies="true")
check("/api/v1/kwic", q=WORD, limit=5, offset=2, sort="left", context=9, lang="zh")
check("/api/v1/years", q=[WORD, "学"], by="report-year", lang="zh")
for columns in ["section", "query"]:
    check(
        "/api/v1/panel", q=[WORD, "学"], rows="year", columns=columns, by="report-year", level="city",
        lang="zh")
check("/api/v1/panel", q=WORD, rows="region", columns="type")
check("/api/v1/panel", status=400, q=WORD, rows="region", columns="region")
for what in ["region", "year", "report-year", "type", "issuer"]:
    check("/api/v1/absent", q=WORD, by=what, level="county", lang="zh")
check("/api/v1/ask", question="怎样防止学生辍学？", limit=3, lang="zh")
reports = json.loads(check("/api/v1/reports", limit=50, offset=0, conflicts="false", lang="zh"))
for report in reports["reports"]:
    check("/api/v1/reports/{report}", report=report["report_id"], source="true", lang="zh")
    check("/api/v1/reports/{report}/copies", report=report["report_id"], lang="zh")
check("/api/v1/reports/{report}", report=report["report_id"], paragraph=1)
check("/api/v1/copies", limit=10, offset=0, lang="zh")
check("/api/v1/copies", q=WORD)
check(
    "/api/v1/diff", left=hits["hits"][0]["paragraph_id"], right=hits["hits"][1]["paragraph_id"],
    lang="zh")
check("/api/v1/stats", lang="zh")
for form in ["csv", "jsonl"]:
    check(
        "/api/v1/export", q=WORD, format=form, per="match", sort="rank", context=5, limit=3,
        raw="true", lang="zh")
check("/api/v1/search", status=400, q="\"")
check("/api/v1/search", status=400, q=WORD, limt=5)
check("/api/v1/reports/{report}", status=404, report="none")

described = {
    (path, parameter["name"]) for path, operation in operations.items()
    for parameter in operation["parameters"] if parameter["in"] == "query"
}
assert told == described, sorted(described ^ told)
print(f"answers of {len(operations)} paths are as described")
