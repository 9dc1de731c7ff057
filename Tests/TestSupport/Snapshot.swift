import Foundation
public import Testing

/// Compares a whole output with the file `Snapshots/<name>` beside the test.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the files anew; a test that has written one fails once, so
/// that nobody records by accident.
public func expectSnapshot(
  _ output: String, named name: String, filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: "\(filePath)").deletingLastPathComponent()
    .appendingPathComponent("Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(output.utf8).write(to: url)
    Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  guard let recorded = try? Data(contentsOf: url) else {
    Issue.record("there is no snapshot \(name): RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: recorded, as: UTF8.self)
  guard output != expected else { return }
  let (left, right) = (output.split(separator: "\n"), expected.split(separator: "\n"))
  let line =
    zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
  Issue.record(
    """
    \(name) differs at line \(line + 1)
    wanted: \(line < right.count ? right[line] : "(end)")
    found:  \(line < left.count ? left[line] : "(end)")
    """, sourceLocation: sourceLocation)
}
