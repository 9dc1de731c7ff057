"""Prints a program of all examples in the documentation of the libraries: each is a function that is to compile.

What an example uses without making it, an index or a query, is the function's parameter.
"""

import glob
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MODULES = ("TextAnalysis", "Corpus", "ReportSearch", "ResultFormats")


def examples(text):
    """The lines between ```swift and ```, with the number of the first one."""
    lines, first = [], None
    for number, line in enumerate(text.split("\n"), 1):
        line = re.sub(r"^\s*///\s?", "", line)
        if first is None:
            if line.strip() == "```swift":
                lines, first = [], number + 1
        elif line.strip() == "```":
            yield first, lines
            first = None
        else:
            lines.append(line)


print("import Foundation")
for module in MODULES:
    print(f"import {module}")
count = 0
for module in MODULES:
    for path in sorted(
            glob.glob(f"{ROOT}/Sources/{module}/**/*.swift", recursive=True)
            + glob.glob(f"{ROOT}/Sources/{module}/*.docc/*.md")):
        with open(path, encoding="utf-8") as file:
            for first, lines in examples(file.read()):
                count += 1
                print(f"func example{count}(index: ReportIndex, searcher: Searcher, query: Query) async throws {{")
                print(f'#sourceLocation(file: "{os.path.relpath(path, ROOT)}", line: {first})')
                print("\n".join(lines))
                print("#sourceLocation()\n}")
