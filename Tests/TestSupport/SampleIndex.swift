import Foundation
public import ReportSearch

/// An index of the sample reports that is built once per test process.
public enum SampleIndex {
  private static let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appendingPathComponent("duansou-samples-\(ProcessInfo.processInfo.processIdentifier)").path

  private static let making = Task {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Static values are never deinitialized, so the folder is removed at exit.
    atexit { try? FileManager.default.removeItem(atPath: SampleIndex.folder) }
    // No connection to the original is opened after this. SQLite's POSIX locks are released when
    // the same process closes any descriptor of the file, as copying it does.
    let original = folder + "/original.sqlite"
    _ = try await Indexer(indexPath: original).index([ProjectFolder.samples])
    let shared = folder + "/reports.sqlite"
    try FileManager.default.copyItem(atPath: original, toPath: shared)
    return (original: original, shared: shared)
  }

  /// Returns the path of the shared index. A test that changes the index works on a ``copy(to:)``.
  public static func path() async throws -> String { try await making.value.shared }

  /// Opens the shared index.
  public static func open() async throws -> ReportIndex { try ReportIndex(path: await path()) }

  /// Copies the index to a new file and creates the folder of that file.
  public static func copy(to copy: String) async throws {
    let original = try await making.value.original
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: copy).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: original, toPath: copy)
  }
}
