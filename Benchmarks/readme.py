"""Updates the table in README.md from the run that README.md names. With --check, fails if the table is outdated."""

import os
import re
import statistics
import sys

from measurements import OWN, Run, geometric_mean, ratio

HERE = os.path.dirname(os.path.abspath(__file__))
README = os.path.join(HERE, "..", "README.md")
# <!-- figures: NAME OF THE RUN --> … <!-- /figures -->
PLACE = re.compile(r"(<!-- figures: ([\w-]+) -->\n).*?(<!-- /figures -->)", re.DOTALL)


def table(name):
    """Returns the table of a run, in Chinese."""
    run = Run(os.path.join(HERE, "runs", name, "raw.jsonl"))
    index = run.phase("index")[0]
    own = run.hits()
    lines = [
        f"{index['paragraphs']:,} 段（{index['text_bytes'] / 1e6:.0f} MB 法规），{len(own)} 个词，"
        "取前十段和准确的段数，同一台机器轮流测：", "",
        "| | 一次检索（几何平均） | 最慢 | 段搜用时是它的 | 段数与段搜相同 | 编入索引 |", "|---|---|---|---|---|---|"]
    for peer in run.peers:
        times, found = run.queries(peer), run.hits(peer)
        same = sum(found[string] == own[string] for string in found)
        lines.append(
            f"| {'段搜' if peer == OWN else peer} | {geometric_mean(times.values()):.2f} 毫秒 | "
            f"{max(times.values()):.1f} 毫秒 | {'' if peer == OWN else f'{ratio(run, peer):.2f} 倍'} | "
            f"{'' if peer == OWN else f'{same} / {len(found)}'} | {statistics.median(run.speeds(peer)):.1f} MB/s |")
    lines += ["", f"怎样测的、在什么机器上：[{name}](Benchmarks/runs/{name}/README.md)；`scripts/bench` 可以重测。"]
    return "\n".join(lines) + "\n"


def main():
    with open(README, encoding="utf-8") as file:
        text = file.read()
    written = PLACE.sub(lambda found: found[1] + table(found[2]) + found[3], text)
    if not PLACE.search(text):
        sys.exit("README.md names no run")
    if "--check" in sys.argv:
        if written != text:
            sys.exit("README.md: the figures are not those of the run; python3 Benchmarks/readme.py writes them")
        return
    with open(README, "w", encoding="utf-8") as file:
        file.write(written)


if __name__ == "__main__":
    main()
