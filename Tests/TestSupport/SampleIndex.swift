import Foundation
public import ReportSearch

/// An index of the sample reports that is made once for all tests.
public enum SampleIndex {
  private static let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appendingPathComponent("duansou-samples-\(ProcessInfo.processInfo.processIdentifier)").path

  private static let making = Task {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Static values live as long as the process.
    atexit { try? FileManager.default.removeItem(atPath: SampleIndex.folder) }
    // Nobody opens the original after this: a file that SQLite holds open must not be copied by the
    // same process, which would lose its locks.
    let original = folder + "/original.sqlite"
    _ = try await Indexer(indexPath: original).index([ProjectFolder.samples])
    let shared = folder + "/reports.sqlite"
    try FileManager.default.copyItem(atPath: original, toPath: shared)
    return (original: original, shared: shared)
  }

  /// Returns the path of the index. It is shared: a test that changes it takes a ``copy(to:)``.
  public static func path() async throws -> String { try await making.value.shared }

  /// Opens the index.
  public static func open() async throws -> ReportIndex { try ReportIndex(path: await path()) }

  /// Copies the index to a new file; its folder is made.
  public static func copy(to copy: String) async throws {
    let original = try await making.value.original
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: copy).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: original, toPath: copy)
  }
}
