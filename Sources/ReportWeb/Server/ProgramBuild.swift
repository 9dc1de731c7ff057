import Corpus
import Foundation

/// The build of the running program.
enum ProgramBuild {
  /// The digest of the executable file, which differs between builds of the same version. On Linux,
  /// `/proc/self/exe` is the running file even after it has been replaced on disk.
  static let digest: String = {
    let paths = ["/proc/self/exe", Bundle.main.executablePath].compactMap(\.self)
    for path in paths {
      if let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) {
        return bytes.withUnsafeBytes { Digest(of: $0) }.hexadecimal
      }
    }
    // The file cannot be read. A UUID differs from the value of any other process.
    return UUID().uuidString
  }()
}
