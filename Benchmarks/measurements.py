"""What the lines of a run say: those that scripts/bench keeps in raw.jsonl."""

import json
import math
import statistics

OWN = "duansou"


class Run:
    """The measurements of some engines on the same paragraphs and strings, several rounds of each."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.rows = [json.loads(line) for line in file]

    def phase(self, name, peer=OWN):
        """The lines of a phase of an engine."""
        return [row for row in self.rows if row["phase"] == name and row["peer"] == peer]

    @property
    def peers(self):
        """The engines, ours first, then in the order in which they ran."""
        return list(dict.fromkeys([OWN] + [row["peer"] for row in self.rows]))

    def queries(self, peer=OWN, kind="literal", key="top10_ms"):
        """The median time of each query of a kind, in milliseconds, by its string."""
        times = {}
        for row in self.phase("query", peer):
            if row.get("set", "literal") == kind:
                times.setdefault(row["query"], []).append(row[key])
        return {string: statistics.median(each) for string, each in times.items()}

    @property
    def kinds(self):
        """The kinds of our queries beside strings alone."""
        return [kind for kind in dict.fromkeys(row["set"] for row in self.phase("query")) if kind != "literal"]

    def hits(self, peer=OWN):
        """The number of paragraphs that an engine finds, by the string."""
        return {
            row["query"]: row["hits"] for row in self.phase("query", peer)
            if row.get("set", "literal") == "literal"}

    def speeds(self, peer=OWN, phase="index"):
        """Megabytes of text a second, ascending."""
        return sorted(row["text_bytes"] / row["seconds"] / 1e6 for row in self.phase(phase, peer))


def geometric_mean(values):
    """The geometric mean: a ratio of two of them is the mean of the ratios."""
    return math.exp(statistics.fmean(math.log(value) for value in values))


def ratio(run, peer):
    """Our time over another's, on the strings that both look for."""
    own, other = run.queries(), run.queries(peer)
    return geometric_mean(own[string] / other[string] for string in other)
