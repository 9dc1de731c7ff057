import Foundation

/// Folders beside the tests.
public enum ProjectFolder {
  /// The path of the checkout, also where this file is compiled through the symbolic link in Benchmarks.
  public static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The sample reports of the project.
  public static let samples = root + "/Tests/Samples/reports"

  /// Material for testing that is no part of the project, beside the checkout; tests that need it are
  /// skipped where it is not.
  public static let shared = root + "/../shared"

  /// Whether ``shared`` is there.
  public static let hasShared = FileManager.default.fileExists(atPath: shared + "/corpora")

  /// Why tests are skipped where it is not.
  public static let withoutShared = "../shared is not there"

  /// Returns the files below a folder, sorted by their paths.
  public static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .map { folder + "/" + $0 }
      .filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }
}
