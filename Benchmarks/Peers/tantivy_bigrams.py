"""Measures Tantivy with bigram tokens: tantivy_bigrams.py PARAGRAPHS QUERIES FOLDER

Tantivy has no tokenizer for Chinese. Texts are tokenized in advance, which is not measured, and a query is the phrase
of its bigrams. Indexing uses one thread, as in duansou.
"""

import json
import os
import shutil
import sys
import time

import tantivy

paragraphs, queries, folder = sys.argv[1:4]


def pairs(text):
    """Returns the bigrams of a text in lower case without spaces."""
    text = "".join(text.split()).lower()
    return [text[place:place + 2] for place in range(len(text))]


shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
builder = tantivy.SchemaBuilder()
builder.add_integer_field("id", stored=True, fast=True)
builder.add_text_field("text", stored=False, tokenizer_name="spaces", index_option="position")
schema = builder.build()
index = tantivy.Index(schema, path=folder)
index.register_tokenizer("spaces", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
texts, size = [], 0
with open(paragraphs, encoding="utf-8") as file:
    for line in file:
        number, _, text = line.rstrip("\n").partition("\t")
        size += len(text.encode())
        texts.append((int(number), " ".join(pairs(text))))

begin = time.perf_counter()
writer = index.writer(heap_size=512_000_000, num_threads=1)
for number, text in texts:
    writer.add_document(tantivy.Document(id=number, text=text))
writer.commit()
writer.wait_merging_threads()
seconds = time.perf_counter() - begin
print(json.dumps({
    "peer": "Tantivy", "phase": "index", "seconds": seconds, "text_bytes": size,
    "index_bytes": sum(os.path.getsize(entry.path) for entry in os.scandir(folder))}))

index.reload()
searcher = index.searcher()
with open(queries, encoding="utf-8") as file:
    for string in file.read().split():
        # The last token of a text is a single character, which no phrase needs.
        tokens = pairs(string)[:-1]
        if len(tokens) > 1:
            query = tantivy.Query.phrase_query(schema, "text", tokens)
        else:
            query = tantivy.Query.term_query(schema, "text", tokens[0], index_option="position")
        times = []
        for _ in range(15):
            begin = time.perf_counter()
            hits = searcher.search(query, 10, count=True).count
            times.append((time.perf_counter() - begin) * 1000)
        print(json.dumps(
            {"peer": "Tantivy", "phase": "query", "query": string, "hits": hits, "top10_ms": min(times)},
            ensure_ascii=False))
