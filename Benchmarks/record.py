"""Prints the summary of a run: record.py RAW TITLE"""

import statistics
import sys

from measurements import OWN, Run, geometric_mean, ratio

run = Run(sys.argv[1])
index = run.phase("index")


def span(values):
    """Returns the minimum, the median and the maximum of ascending values."""
    return f"{values[0]:.1f} / {statistics.median(values):.1f} / {values[-1]:.1f}"


def queries(times):
    """Returns the geometric mean and the slowest query."""
    slowest = max(times, key=times.get)
    return f"{geometric_mean(times.values()):.3f} ms, slowest {times[slowest]:.1f} ms ({slowest})"


print(f"{sys.argv[2]}: {index[0]['paragraphs']:,} paragraphs, {index[0]['text_bytes']:,} bytes; {len(index)} rounds,")
print("the engines in turn. Speeds: least / median / most. Times: geometric mean of the medians.\n")
print(f"* folding and tokenizing alone: {span(run.speeds(phase='tokenize'))} MB/s")
print(f"* indexing: {span(run.speeds())} MB/s, peak memory "
      f"{statistics.median(row['peak_memory_bytes'] for row in index) / 1e6:.0f} MB")
print(f"* ten best and exact count, {len(run.queries())} strings: {queries(run.queries())}")
print(f"* exact count alone: {queries(run.queries(key='count_ms'))}")
print(f"* the same by FTS5's interface: {queries(run.queries(key='interface_top10_ms'))}")
for length in sorted({len(string) for string in run.queries()}):
    times = {string: time for string, time in run.queries().items() if len(string) == length}
    print(f"* {length} characters: {queries(times)}")
for kind in run.kinds:
    print(f"* {kind}: {queries(run.queries(kind=kind))}")
print("\n| engine | ten best and count | slowest | our time over theirs | same count as ours | indexing | index ÷ text |")
print("|---|---|---|---|---|---|---|")
for peer in run.peers:
    times, own, found = run.queries(peer), run.hits(), run.hits(peer)
    same = sum(found[string] == own[string] for string in found)
    rows = run.phase("index", peer)
    size = statistics.median(row["index_bytes"] / row["text_bytes"] for row in rows)
    print(
        f"| {peer} | {geometric_mean(times.values()):.3f} ms | {max(times.values()):.1f} ms | "
        f"{'' if peer == OWN else format(ratio(run, peer), '.2f')} | {same} of {len(found)} | "
        f"{statistics.median(run.speeds(peer)):.1f} MB/s | {size:.2f} |")
print("\nOur index holds the texts and their attributes, the others only the lists.")
