import Foundation

/// The ten best of each question, by their ids, as a file: a line a question.
struct RankTable {
  private let lines: [String]

  /// Takes lists of ranks beside their questions.
  init(questions: [JudgedQuestion], ranks: [[String]]) {
    lines = zip(questions, ranks).map { question, ids in
      "\(question.id)\t\(ids.prefix(10).joined(separator: " "))"
    }
  }

  /// Writes the file.
  func write(to path: String) throws {
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Prints what differs from a file, and returns whether nothing does.
  func isEqual(toRecordAt path: String) throws -> Bool {
    let recorded = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { String($0) }
    let changes = lines.difference(from: recorded)
    for change in changes {
      switch change {
      case .remove(_, let line, _): print("- \(line)")
      case .insert(_, let line, _): print("+ \(line)")
      }
    }
    if !changes.isEmpty {
      print(
        "\(changes.insertions.count) of \(lines.count) questions have other ranks than recorded")
    }
    return changes.isEmpty
  }
}
