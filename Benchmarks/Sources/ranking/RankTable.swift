import Foundation

/// The identifiers of the ten best results of each question, one question a line.
struct RankTable {
  private let lines: [String]

  /// Creates a table of questions and their ranked identifiers.
  init(questions: [JudgedQuestion], ranks: [[String]]) {
    lines = zip(questions, ranks).map { question, ids in
      "\(question.id)\t\(ids.prefix(10).joined(separator: " "))"
    }
  }

  func write(to path: String) throws {
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Prints the differences from a recorded table. Returns true if there are none.
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
        "\(changes.insertions.count) of \(lines.count) questions have ranks that differ from the recorded ones"
      )
    }
    return changes.isEmpty
  }
}
