public import ReportSearch

/// What a check of an index found.
public struct IndexCheck: Sendable {
  /// What SQLite finds wrong with the file.
  public let faults: [String]
  /// Whether both ways of reading lists agree on a sample; `nil` if they were not compared, as the file is
  /// damaged.
  public let postings: PostingsComparison?

  /// Takes the findings.
  public init(faults: [String], postings: PostingsComparison?) {
    self.faults = faults
    self.postings = postings
  }

  /// Whether nothing is wrong. Pages of a kind that is not known are no damage: FTS5 answers.
  public var isSound: Bool {
    guard faults.isEmpty, let postings, postings.differences.isEmpty else { return false }
    return switch postings.unreadable {
    case nil, .version, .structure: true
    case .page, .positions, .paragraph: false
    }
  }

  /// The findings as JSON.
  public var record: Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)),
      ("sound", .boolean(isSound)),
      ("faults", .records(faults.map { Record([("message", .text($0))]) })),
      ("strings_compared", .integer(postings?.stringCount)),
      ("occurrences_compared", .integer(postings?.occurrenceCount)),
      (
        "differences",
        .records((postings?.differences ?? []).map { Record([("string", .text($0))]) })
      ),
      ("unreadable", .text(postings?.unreadable?.message(in: .english))),
    ])
  }

  /// The findings in sentences.
  public func text(in language: Language) -> String {
    var lines = faults.map {
      language.choose("文件损坏：\($0)", "The file is damaged: \($0)")
    }
    if let postings {
      lines += postings.differences.map {
        language.choose(
          "“\($0)”用两种读法找到的不同", "The two ways of reading lists differ on “\($0)”")
      }
      if let unreadable = postings.unreadable { lines.append(unreadable.message(in: language)) }
    }
    lines.append(verdict(in: language))
    return lines.joined(separator: "\n") + "\n"
  }

  private func verdict(in language: Language) -> String {
    guard isSound, let postings else {
      return language.choose(
        "索引已损坏。请删除它并重建：duansou index 文件夹",
        "The index is damaged. Delete it and build it again: duansou index FOLDER")
    }
    let (strings, places) = (postings.stringCount, postings.occurrenceCount)
    return language.choose(
      "索引完好。两种读法各找了 \(strings) 个词句，\(places) 处全部一致。",
      "The index is sound. Both ways of reading found the same \(places) places of \(strings) strings."
    )
  }
}
