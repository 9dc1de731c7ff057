import Corpus
import Foundation

/// The build of the running program.
enum ProgramBuild {
  /// The digest of the program's file: two builds of one version differ in it. Linux gives the file that runs,
  /// even after another one has replaced it.
  static let digest: String = {
    let paths = ["/proc/self/exe", Bundle.main.executablePath].compactMap(\.self)
    for path in paths {
      if let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) {
        return bytes.withUnsafeBytes { Digest(of: $0) }.hexadecimal
      }
    }
    // Nothing is known of the file: no other process has the same name.
    return UUID().uuidString
  }()
}
