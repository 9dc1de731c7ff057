package import ReportSearch

/// What a check of an index found, and what a repair did about it, as it is told.
package struct IndexCheck: Sendable {
  private let examination: IndexExamination
  private let repair: IndexRepair.Summary?

  /// Takes the findings.
  ///
  /// - Parameter repair: What a repair did about them; `nil` if none was asked for.
  package init(_ examination: IndexExamination, repair: IndexRepair.Summary? = nil) {
    self.examination = examination
    self.repair = repair
  }

  /// The findings as JSON.
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

  /// The findings in sentences.
  ///
  /// - Parameter path: The path of the index.
  package func text(in language: Language, path: String) -> String {
    var lines = examination.faults.map { $0.message(in: language) }
    if examination.furtherFaults > 0 {
      lines.append(
        language.choose(
          "另有 \(examination.furtherFaults) 处", "and \(examination.furtherFaults) more faults"))
    }
    if let postings = examination.postings {
      lines += postings.differences.map {
        language.choose(
          "“\($0)”用两种读法找到的不同", "The two ways of reading lists differ on “\($0)”")
      }
      if let unreadable = postings.unreadable { lines.append(unreadable.message(in: language)) }
    }
    lines += scope(in: language)
    lines += verdict(in: language, path: path)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was looked at.
  private func scope(in language: Language) -> [String] {
    var lines = [
      language.choose(
        "比对了 \(examination.paragraphs) 段中的 \(examination.comparedParagraphs) 段",
        "\(examination.comparedParagraphs) of \(examination.paragraphs) paragraphs were compared")
    ]
    let (changed, missing) = (examination.changedFiles, examination.missingFiles)
    if examination.comparedFiles + changed.count + missing.count > 0 {
      lines.append(
        language.choose(
          """
          原文件：\(examination.comparedFiles) 个已比对，\(changed.count) 个编入后变过或打不开，\(missing.count) 个已不在
          """,
          """
          Files: \(examination.comparedFiles) compared, \(changed.count) changed since or cannot be opened, \
          \(missing.count) gone
          """))
      lines += changed.map {
        "  " + $0 + language.choose("：编入后变过或打不开", ": changed since, or cannot be opened")
      }
      lines += missing.map { "  " + $0 + language.choose("：已不在", ": gone") }
    }
    return lines
  }

  private func verdict(in language: Language, path: String) -> [String] {
    if let repair { return self.text(of: repair, in: language, path: path) }
    guard examination.isSound, let postings = examination.postings else {
      return [
        language.choose(
          "索引已损坏。",
          "The index is damaged. ")
          + IndexError(path: path, kind: .damaged(message: "")).repairing(in: language)
      ]
    }
    let (strings, places) = (postings.stringCount, postings.occurrenceCount)
    return [
      language.choose(
        "索引完好。两种读法各找了 \(strings) 个词句，\(places) 处全部一致。",
        "The index is sound. Both ways of reading found the same \(places) places of \(strings) strings."
      )
    ]
  }

  private func text(
    of repair: IndexRepair.Summary, in language: Language, path: String
  ) -> [String] {
    var lines = repair.lost.map {
      language.choose("\($0)：原文已读不全，没有修回", "\($0): not all of its text can be read; it is lost")
    }
    lines += repair.doubtful.map {
      language.choose(
        "\($0)：原文或段落表有一处被改过，无从判断是哪一处；已保留，下次编入时重读",
        "\($0): its text or its lists were altered and nothing tells which; it is kept and read again "
          + "when it is next indexed")
    }
    lines += repair.tornTables.map {
      language.choose("表 \($0) 有些行读不出", "Some rows of table \($0) cannot be read")
    }
    lines.append(
      language.choose(
        "已由索引里的原文重建 \(repair.sources) 个文件的内容；旧索引留在 \(repair.backup)，确认无误后可删。",
        "The contents of \(repair.sources) files were built anew from the texts in the index. The old one "
          + "is kept as \(repair.backup); delete it when all is well."))
    if !repair.isComplete {
      lines.append(
        language.choose(
          "上面列出的文件请重新编入：duansou index 文件夹 --index \(path)",
          "Index the files above again: duansou index FOLDER --index \(path)"))
    }
    return lines
  }
}
