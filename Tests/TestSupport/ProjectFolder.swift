import Foundation

/// The folders of the checkout, and the shared test material next to it.
public enum ProjectFolder {
  /// The path of the checkout. Symbolic links are resolved because Benchmarks compiles this file
  /// through one.
  public static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of the sample reports in the repository.
  public static let samples = root + "/Tests/Samples/reports"

  /// The folder of test material outside the repository, next to the checkout. Tests that need it
  /// are skipped if it does not exist.
  public static let shared = root + "/../shared"

  /// True if the corpora in ``shared`` exist.
  public static let hasShared = FileManager.default.fileExists(atPath: shared + "/corpora")

  /// The reason to report for skipped tests.
  public static let withoutShared = "../shared is not there"

  /// Returns the paths of all files below a folder, sorted.
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
