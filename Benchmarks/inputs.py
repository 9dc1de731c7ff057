"""Generates the input of the benchmarks: inputs.py TEXTS FOLDER [COPIES]

Writes FOLDER/paragraphs.tsv (an identifier, a tab and a line of text per line) from the text files in TEXTS, repeated
COPIES times, and FOLDER/queries.txt: strings of 2, 3, 4, 6 and 8 Han characters that occur in the texts, from rare to
common ones, drawn with a fixed seed.
"""

import collections
import os
import random
import re
import sys

texts, folder, copies = sys.argv[1], sys.argv[2], int((sys.argv[3:] or ["1"])[0])
LENGTHS = (2, 3, 4, 6, 8)
RUN = re.compile("[\u4e00-\u9fff]{2,}")
draw = random.Random(7)


def lines():
    """Yields the lines of all UTF-8 texts, in path order."""
    paths = []
    for root, _, names in os.walk(texts):
        paths += [os.path.join(root, name) for name in names if name.endswith((".txt", ".md"))]
    for path in sorted(paths):
        with open(path, "rb") as file:
            content = file.read()
        try:
            text = content.decode()
        except UnicodeDecodeError:
            continue
        for line in text.splitlines():
            if line := line.lstrip("#").replace("\t", " ").strip():
                yield line


paragraphs = list(lines())
with open(os.path.join(folder, "paragraphs.tsv"), "w", encoding="utf-8") as file:
    for number in range(copies * len(paragraphs)):
        print(number + 1, paragraphs[number % len(paragraphs)], sep="\t", file=file)

sample = draw.sample(paragraphs, min(len(paragraphs), 40_000))
with open(os.path.join(folder, "queries.txt"), "w", encoding="utf-8") as file:
    for length in LENGTHS:
        found = collections.Counter()
        for text in sample:
            runs = RUN.findall(text)
            found.update({run[i:i + length] for run in runs for i in range(len(run) - length + 1)})
        # Frequency classes by powers of four, from 2 paragraphs: four strings of each.
        classes = collections.defaultdict(list)
        for string, count in found.items():
            if count > 1:
                classes[min(count.bit_length() // 2, 6)].append(string)
        for _, strings in sorted(classes.items()):
            for string in draw.sample(sorted(strings), min(4, len(strings))):
                print(string, file=file)
