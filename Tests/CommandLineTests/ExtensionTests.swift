import Foundation
import TestSupport
import Testing

/// Tests the loadable SQLite extension in other programs: the sqlite3 shell and Debian's python3.
struct ExtensionTests {
  private static let sqliteShell = "/usr/bin/sqlite3"
  private static let python = "/usr/bin/python3"
  private let folder: TemporaryFolder
  private let library = RunningCommand.products.appendingPathComponent("libduansou_fts5.so").path

  init() async throws {
    folder = try TemporaryFolder()
    try await SampleIndex.copy(to: folder("index/reports.sqlite"))
  }

  private func shell(_ statements: String...) throws -> RunningCommand {
    try RunningCommand(
      ["index/reports.sqlite", ".load \(library)"] + statements, in: folder.path,
      program: Self.sqliteShell)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/bin/sqlite3"), "there is no sqlite3 shell"))
  func `the SQLite shell with the extension finds the same matches as the program`() async throws {
    let queries = ["控辍保学", "控輟保學", "辍", "QQ群", "“双减”", "13", "99.8%", "𠮷", "没有这样的话", "5G+智慧", "的"]
    for query in queries {
      let program = await CommandRun(
        ["search", "\"\(query)\"", "--format", "json", "--limit", "0"],
        index: folder("index/reports.sqlite"))
      let run = try shell(
        "SELECT count(*) FROM paragraph_fts WHERE paragraph_fts MATCH duansou_match('\(query)')")
      let count = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(program.output.contains("\"paragraphs\":\(count),"), "\(query) \(run) \(program)")
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/bin/sqlite3"), "there is no sqlite3 shell"))
  func `the functions fold and quote, and the index is intact`() throws {
    let run = try shell(
      "SELECT duansou_fold('控輟 ＱＱ“群”'), duansou_fold(NULL) IS NULL, duansou_fold('') = ''",
      "SELECT duansou_fold(x'ff41'), duansou_fold(12), duansou_match('控'), duansou_match('“双减”')",
      "SELECT highlight(paragraph_fts, 0, '[', ']') LIKE '%[控輟保學]%' FROM paragraph_fts WHERE paragraph_fts MATCH '控辍保学' AND rowid IN (SELECT paragraph.id FROM paragraph JOIN report ON report.id = report WHERE title LIKE '雲嶺縣%') LIMIT 1",
      "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES ('integrity-check', 1)",
      "CREATE VIRTUAL TABLE temp.t USING fts5(a, tokenize='duansou')",
      "INSERT INTO temp.t VALUES ('落實控輟 保學責任')", "SELECT count(*) FROM temp.t WHERE t MATCH '控辍保学'")
    #expect(run.status == 0, "\(run)")
    #expect(run.messages.isEmpty, "\(run)")
    #expect(
      run.output == """
        控辍qq"群"|1|1
        \u{FFFD}a|12|"控" *|\"\"\"双减\"\"\"
        1
        1

        """, "\(run)")
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/bin/python3"), "there is no Debian python3"))
  func `Python with the extension finds the same matches as the program`() async throws {
    let program = """
      import sqlite3
      for _ in range(3):
          db = sqlite3.connect("index/reports.sqlite")
          db.enable_load_extension(True)
          db.load_extension("\(library.dropLast(3))")
          print(db.execute("SELECT count(*) FROM paragraph_fts WHERE paragraph_fts MATCH duansou_match(?)", ("控辍保学",)).fetchone()[0])
          db.close()
      """
    let run = try RunningCommand(["-c", program], in: folder.path, program: Self.python)
    #expect(run.output == "25\n25\n25\n", "\(run)")
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/bin/python3"), "there is no Debian python3"))
  func `the FTS5 extension passes all trap queries`() throws {
    var suites = [(ProjectFolder.root + "/Tests/ReportSearchTests/Suites/traps.json", 33)]
    if ProjectFolder.hasShared { suites.append((ProjectFolder.shared + "/spec/traps.json", 28)) }
    for (path, count) in suites {
      let program = """
        import json, sqlite3
        traps = json.load(open("\(path)", encoding="utf-8"))
        db = sqlite3.connect(":memory:")
        db.enable_load_extension(True)
        db.load_extension("\(library.dropLast(3))")
        db.execute("CREATE VIRTUAL TABLE p USING fts5(text, tokenize='duansou')")
        db.executemany("INSERT INTO p(rowid, text) VALUES (?, ?)", [(p["id"], p["text"]) for p in traps["paragraphs"]])
        def found(query):
            return [r[0] for r in db.execute("SELECT rowid FROM p WHERE p MATCH duansou_match(?) ORDER BY rowid", (query,))]
        print(sum(found(t["query"]) == t["hits"] for t in traps["queries"]), "of", len(traps["queries"]))
        """
      let run = try RunningCommand(["-c", program], in: folder.path, program: Self.python)
      #expect(run.output == "\(count) of \(count)\n", "\(run)")
      print("traps passed through the extension: \(run.output)", terminator: "")
    }
  }
}
