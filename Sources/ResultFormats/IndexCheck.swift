package import ReportSearch

/// The printable result of an integrity check, with the summary of the repair if there was one.
package struct IndexCheck: Sendable {
  private let examination: IndexExamination
  private let repair: IndexRepair.Summary?

  /// Creates a result.
  ///
  /// - Parameter repair: The summary of the repair; `nil` if no repair was requested.
  package init(_ examination: IndexExamination, repair: IndexRepair.Summary? = nil) {
    self.examination = examination
    self.repair = repair
  }

  /// The result as JSON.
  package var record: Record {
    let postings = examination.postings
    return Record([
      ("schema", .integer(SearchAnswer.schema)),
      ("sound", .boolean(examination.isSound)),
      ("faults", .records(examination.faults.map(Self.record))),
      ("further_faults", .integer(examination.furtherFaults)),
      ("paragraphs", .integer(examination.paragraphs)),
      ("paragraphs_compared", .integer(examination.comparedParagraphs)),
      ("strings_compared", .integer(postings?.stringCount)),
      ("occurrences_compared", .integer(postings?.occurrenceCount)),
      (
        "differences",
        .records((postings?.differences ?? []).map { Record([("string", .text($0))]) })
      ),
      ("unreadable", .text(postings?.unreadable?.message(in: .english))),
      ("lists_compared", .boolean(examination.comparedLists)),
      ("files_compared", .integer(examination.comparedFiles)),
      ("files_changed", .integer(examination.changedFiles.count)),
      ("files_missing", .integer(examination.missingFiles.count)),
      ("changed", Self.texts("path", examination.changedFiles)),
      ("missing", Self.texts("path", examination.missingFiles)),
      ("repair", repair.map { .record(Self.record($0)) } ?? .null),
    ])
  }

  private static func record(_ fault: IndexFault) -> Record {
    Record([("message", .text(fault.message(in: .english)))])
  }

  private static func texts(_ name: String, _ texts: [String]) -> Cell {
    .records(texts.map { Record([(name, .text($0))]) })
  }

  private static func record(_ repair: IndexRepair.Summary) -> Record {
    Record([
      ("sources", .integer(repair.sources)),
      ("lost", texts("path", repair.lost)),
      ("doubtful", texts("path", repair.doubtful)),
      ("torn_tables", texts("table", repair.tornTables)),
      ("backup", .text(repair.backup)),
    ])
  }

  /// Returns the result as text: one line for each fault, the scope of the check, and the
  /// conclusion.
  ///
  /// - Parameter path: The path of the index.
  package func text(in language: Language, path: String) -> String {
    var lines = examination.faults.map { $0.message(in: language) }
    if examination.furtherFaults > 0 {
      lines.append(
        language.choose(
          "另有 \(examination.furtherFaults) 处错误", "and \(examination.furtherFaults) more errors"))
    }
    if let postings = examination.postings {
      lines += postings.differences.map {
        language.choose(
          "用两种读取方法检索“\($0)”的结果不一致",
          "The two methods of reading posting lists give different results for “\($0)”")
      }
      if let unreadable = postings.unreadable { lines.append(unreadable.message(in: language)) }
    }
    lines += scope(in: language)
    lines += verdict(in: language, path: path)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the lines that say how many paragraphs and source files were compared.
  private func scope(in language: Language) -> [String] {
    var lines = [
      language.choose(
        "已比对 \(examination.paragraphs) 段中的 \(examination.comparedParagraphs) 段",
        "Compared \(examination.comparedParagraphs) of \(examination.paragraphs) paragraphs")
    ]
    let (changed, missing) = (examination.changedFiles, examination.missingFiles)
    if examination.comparedFiles + changed.count + missing.count > 0 {
      lines.append(
        language.choose(
          """
          原文件：\(examination.comparedFiles) 个已比对，\(changed.count) 个编入后已改动或无法打开，\(missing.count) 个已不存在
          """,
          """
          Files: \(examination.comparedFiles) compared, \(changed.count) changed since indexing or cannot be opened, \
          \(missing.count) no longer exist
          """))
      lines += changed.map {
        "  " + $0 + language.choose("：编入后已改动或无法打开", ": changed since indexing or cannot be opened")
      }
      lines += missing.map { "  " + $0 + language.choose("：已不存在", ": no longer exists") }
    }
    return lines
  }

  private func verdict(in language: Language, path: String) -> [String] {
    if let repair { return self.text(of: repair, in: language, path: path) }
    guard examination.isSound, let postings = examination.postings else {
      return [
        language.choose(
          "索引已损坏。",
          "The index is corrupted. ")
          + IndexError(path: path, kind: .damaged(message: "")).repairing(in: language)
      ]
    }
    let (strings, places) = (postings.stringCount, postings.occurrenceCount)
    return [
      language.choose(
        "索引完好。用两种读取方法各检索了 \(strings) 个字符串，\(places) 处结果全部一致。",
        "The index is intact. Both methods of reading found the same \(places) occurrences "
          + "of \(strings) strings."
      )
    ]
  }

  private func text(
    of repair: IndexRepair.Summary, in language: Language, path: String
  ) -> [String] {
    var lines = repair.lost.map {
      language.choose(
        "\($0)：原文无法完整读取，未能恢复", "\($0): the text cannot be read completely and was not recovered")
    }
    lines += repair.doubtful.map {
      language.choose(
        "\($0)：原文与倒排表不一致，无法判断哪一个正确；已保留，下次编入时重新读取",
        "\($0): the text and the posting lists differ, and it is unknown which is right; "
          + "the text was kept, and the file is read again at the next indexing run")
    }
    lines += repair.tornTables.map {
      language.choose("表 \($0) 的部分行无法读取", "Some rows of table \($0) cannot be read")
    }
    lines.append(
      language.choose(
        "已根据索引中的原文重建 \(repair.sources) 个文件的内容。旧索引保存为 \(repair.backup)，确认无误后可以删除。",
        "The contents of \(repair.sources) files were rebuilt from the text stored in the "
          + "index. The old index is kept as \(repair.backup); delete it after checking the "
          + "new one."))
    if !repair.isComplete {
      lines.append(
        language.choose(
          "请重新编入以上文件：duansou index 文件夹 --index \(path)",
          "Index the files listed above again: duansou index FOLDER --index \(path)"))
    }
    return lines
  }
}
