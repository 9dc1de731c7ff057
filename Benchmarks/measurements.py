"""Reads the raw.jsonl file of a run of scripts/bench."""

import json
import math
import statistics

OWN = "duansou"


class Run:
    """The measurements of several engines on the same paragraphs and strings, in several rounds."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.rows = [json.loads(line) for line in file]

    def phase(self, name, peer=OWN):
        """Returns the rows of a phase of an engine."""
        return [row for row in self.rows if row["phase"] == name and row["peer"] == peer]

    @property
    def peers(self):
        """The engines, ours first, then in the order in which they ran."""
        return list(dict.fromkeys([OWN] + [row["peer"] for row in self.rows]))

    def queries(self, peer=OWN, kind="literal", key="top10_ms"):
        """Returns the median time in milliseconds of each query of a kind, by its string."""
        times = {}
        for row in self.phase("query", peer):
            if row.get("set", "literal") == kind:
                times.setdefault(row["query"], []).append(row[key])
        return {string: statistics.median(each) for string, each in times.items()}

    @property
    def kinds(self):
        """The kinds of duansou queries other than single strings."""
        return [kind for kind in dict.fromkeys(row["set"] for row in self.phase("query")) if kind != "literal"]

    def hits(self, peer=OWN):
        """Returns the number of paragraphs that an engine finds for each string."""
        return {
            row["query"]: row["hits"] for row in self.phase("query", peer)
            if row.get("set", "literal") == "literal"}

    def speeds(self, peer=OWN, phase="index"):
        """Returns the speeds of the rounds in megabytes of text per second, ascending."""
        return sorted(row["text_bytes"] / row["seconds"] / 1e6 for row in self.phase(phase, peer))


def geometric_mean(values):
    """Returns the geometric mean. The ratio of two geometric means is the mean of the ratios."""
    return math.exp(statistics.fmean(math.log(value) for value in values))


def ratio(run, peer):
    """Returns the mean ratio of the times of duansou to those of another engine, over its strings."""
    own, other = run.queries(), run.queries(peer)
    return geometric_mean(own[string] / other[string] for string in other)
