"""Commands that read an index, whose output must not depend on where the index is stored."""

import re
import zipfile

# The commands of the short form, which the long form runs as well.
SHORT = """
search --format json --explain 控辍保学|学校
search --fold-copies --offset 5 --limit 5 学校
search 控缀保学
kwic --sort right --context 10 控辍保学|学校
years --by report-year --format json --reject {rejected} 控辍保学 学校
panel --rows region --columns section --level province --format json 学校
absent --by type --format json 控辍保学
ask 怎样防止学生辍学
reports --format json
show {report}
copies
diff {report}.3 {copy}.3
stats --format json
export --format tsv --per paragraph --sort source 控辍保学 学校
export -o hits.xlsx 学校
""".strip().split("\n")

LONG = """
search 控辍保学
search --format jsonl --sort year --fold-copies 控辍保学|学校
search --sort source ~控辍保学 NOT 松山
search same:sentence(控辍 学生)
search --format json year:2019 type:工作总结 学校
search 控?保学
search 学校|学生 教育 NOT 安全
kwic 学校
years 控辍保学
years --measure share --format svg 控辍保学|学校
years --format csv --queries {queries}
panel 学校
panel --rows type --columns issuer --format tsv --reject {rejected} 学校
panel --rows query --columns year --format csv 控辍保学 学校
panel --by report-year --measure per-100k --format svg 学校
absent 控辍保学
absent --by report-year --format json 控辍保学 学校
absent --by issuer --level province 控辍保学
ask --format json --limit 50 营养改善计划怎么落实
reports --conflicts
show {report} --paragraph 2
show {report} --original
copies --format json 学校
copies --report {report} --format csv
copies --pairs --format json
diff {report}.3 {copy}.3 --format json
stats
corrections export corrections.csv
export 学校
export --format csv --reject {rejected} 学校
export --format json --queries {queries}
export --format jsonl --sort year --limit 7 学校
export --format md 控辍保学
export --format html 控辍保学
export --format bib 控辍保学
export --format ris 控辍保学
export -o hits.csv --encoding gb18030 学校
export -o hits.do 学校
years -o years.xlsx 控辍保学
panel -o panel.xlsx 学校
""".strip().split("\n")


def parts(path):
    """Returns the contents of a written file without its creation time."""
    contents = {"": path.read_bytes()}
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            contents = {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}
    return {name: re.sub(rb'"created":"[^"]*"', b"", data) for name, data in contents.items()}


def answer(program, command, index, folder):
    """Returns the exit code, the output, the messages and the files of a command."""
    folder.mkdir()
    run = program(*command, index=index, folder=folder, expecting=(0, 1))
    assert run.output or run.messages, f"no output: {run}"
    files = {path.name: parts(path) for path in sorted(folder.iterdir())}
    return run.status, run.text, run.messages, files


def require_same_answer(program, samples, command, uri, work):
    """Fails if the answer of a command on a server differs from that on the sample index file."""
    words = command.format(**samples.names).split()
    number = len(list(work.iterdir()))
    wanted = answer(program, words, samples.index, work / f"{number}-file")
    assert answer(program, words, uri, work / f"{number}-server") == wanted, command
