import Foundation
public import Testing

/// Compares an output with the file `Snapshots/<name>` next to the test's source file.
///
/// `RECORD_SNAPSHOTS=1 swift test` rewrites the files. A test that has written its file fails, so
/// that a recording run is never mistaken for a passing one.
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
