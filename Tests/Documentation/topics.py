"""Says which public symbols a module has at its top level that the Topics of its catalog do not list.

usage: topics.py CATALOG.md SYMBOLS.symbols.json"""

import json
import re
import sys

catalog, graph = sys.argv[1:]
with open(catalog, encoding="utf-8") as file:
    listed = set(re.findall(r"^- ``(\w+)``$", file.read().split("## Topics", 1)[1], re.M))
with open(graph, encoding="utf-8") as file:
    symbols = {
        symbol["pathComponents"][0]
        for symbol in json.load(file)["symbols"]
        if len(symbol["pathComponents"]) == 1
    }
for name in sorted(symbols - listed):
    print(f"{catalog}: the Topics do not list {name}", file=sys.stderr)
sys.exit(1 if symbols - listed else 0)
