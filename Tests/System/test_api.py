"""Compares the answers of the API with its own OpenAPI description."""

import json

import pytest

validators = pytest.importorskip("jsonschema", reason="jsonschema is missing (scripts/setup --tests)")
openapi = pytest.importorskip(
    "openapi_spec_validator", reason="openapi-spec-validator is missing (scripts/setup --tests)")

WORD = "控辍保学"


class DescribedAPI:
    """The API, of which every answer is validated against its schema."""

    def __init__(self, site):
        self.site = site
        self.description = json.loads(site.get("/api/v1/openapi.json")[2])
        self.operations = {path: each["get"] for path, each in self.description["paths"].items()}
        self.asked = set()

    def check(self, path, is_answered=True, **parameters):
        """Requests a path, validates the answer, and records which parameters were used."""
        place = path
        for name, value in list(parameters.items()):
            if "{" + name + "}" in place:
                place = place.replace("{" + name + "}", parameters.pop(name))
        parameters = {name.replace("_", "-"): value for name, value in parameters.items()}
        status, _, body = self.site.get(place, **parameters)
        assert (status == 200) == is_answered, (path, parameters, status, body[:300])
        response = self.operations[path]["responses"]["200" if is_answered else "default"]
        schema = response["content"].get("application/json", {}).get("schema")
        if schema:
            validator = validators.Draft202012Validator(
                {**schema, "components": self.description["components"]})
            faults = [f"{fault.json_path}: {fault.message}" for fault in
                      validator.iter_errors(json.loads(body))]
            assert not faults, (path, parameters, faults[:3])
        if is_answered:
            self.asked.update((path, name) for name in parameters)
        return json.loads(body) if schema else body


def test_answers_match_the_openapi_description(site, figures):
    api = DescribedAPI(site)
    openapi.validate(api.description)
    check = api.check
    hits = check(
        "/api/v1/search", q=WORD, limit=100, offset=0, sort="year", explain="true",
        facets="year,region,type,section,report-year,source", fold_copies="false", lang="en")["hits"]
    check("/api/v1/search", q="控缀保学")
    check("/api/v1/search", q="~学校 | 学", fold_copies="true")
    check("/api/v1/kwic", q=WORD, limit=5, offset=2, sort="left", context=9, lang="zh")
    check("/api/v1/years", q=[WORD, "学"], by="report-year", lang="zh")
    for columns in ["section", "query"]:
        check(
            "/api/v1/panel", q=[WORD, "学"], rows="year", columns=columns, by="report-year",
            level="city", lang="zh")
    check("/api/v1/panel", q=WORD, rows="region", columns="type")
    check("/api/v1/panel", False, q=WORD, rows="region", columns="region")
    for what in ["region", "year", "report-year", "type", "issuer"]:
        check("/api/v1/absent", q=WORD, by=what, level="county", lang="zh")
    check("/api/v1/ask", question="怎样防止学生辍学？", limit=3, lang="zh")
    reports = check("/api/v1/reports", limit=50, offset=0, conflicts="false", incomplete="false", lang="zh")["reports"]
    for report in reports:
        check("/api/v1/reports/{report}", report=report["report_id"], source="true", lang="zh")
        check("/api/v1/reports/{report}/copies", report=report["report_id"], lang="zh")
    check("/api/v1/reports/{report}", report=reports[-1]["report_id"], paragraph=1)
    check("/api/v1/copies", limit=10, offset=0, lang="zh")
    check("/api/v1/copies", q=WORD)
    left, right = (hit["paragraph_id"] for hit in hits[:2])
    check("/api/v1/diff", left=left, right=right, lang="zh")
    check("/api/v1/stats", lang="zh")
    for form in ["csv", "jsonl"]:
        check(
            "/api/v1/export", q=WORD, format=form, per="match", sort="rank", context=5, limit=3,
            raw="true", lang="zh")
    check("/api/v1/search", False, q="\"")
    check("/api/v1/search", False, q=WORD, limt=5)
    check("/api/v1/reports/{report}", False, report="none")
    described = {
        (path, parameter["name"]) for path, operation in api.operations.items()
        for parameter in operation["parameters"] if parameter["in"] == "query"}
    assert api.asked == described, "every parameter is asked for, and every one is described"
    figures["described paths"] += len(api.operations)
