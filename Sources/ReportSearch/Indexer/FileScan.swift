import Corpus
import Foundation

/// The files below some paths, in the order of their paths, and what could not be looked at.
struct FileScan {
  private(set) var files: [FileStamp] = []
  private(set) var errors: [ReadingError] = []

  /// What stands behind the name of a hit list in that of its provenance.
  private static let provenance = ".provenance.json"
  private let index: String
  private let pattern: String?
  private var seen: Set<String> = []

  /// Looks at files and folders.
  ///
  /// Hidden files, the `_files` folders of saved pages, hit lists that stand beside their provenance, and
  /// the index itself are left out. A folder is
  /// walked without following symbolic links.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - pattern: A file name with `*` and `?`: in folders, only such files count.
  ///   - index: The path of the index.
  init(of paths: [String], matching pattern: String?, index: String) {
    self.index = Self.absolute(index)
    self.pattern = pattern
    for path in paths { look(at: Self.absolute(path), isNamed: true) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The absolute form of a path, without `.`, `..` and links in its folders.
  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private mutating func look(at path: String, isNamed: Bool) {
    guard seen.insert(path).inserted else { return }
    var status = stat()
    guard (isNamed ? stat(path, &status) : lstat(path, &status)) == 0 else {
      errors.append(ReadingError(path: path, kind: .system(errno)))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: walk(path)
    case S_IFREG: take(path, status, isNamed: isNamed)
    case S_IFLNK: break
    default: errors.append(ReadingError(path: path, kind: .notAFile))
    }
  }

  private mutating func walk(_ folder: String) {
    guard let directory = opendir(folder) else {
      errors.append(ReadingError(path: folder, kind: .system(errno)))
      return
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), !name.hasSuffix("_files") { names.append(name) }
    }
    // A hit list that was written here would be found as its own source.
    let lists = Set(names.filter { $0.hasSuffix(Self.provenance) })
    names.removeAll { lists.contains($0) || lists.contains($0 + Self.provenance) }
    for name in names.sorted() { look(at: folder + "/" + name, isNamed: false) }
  }

  private mutating func take(_ path: String, _ status: stat, isNamed: Bool) {
    if path == index || path == index + "-wal" || path == index + "-shm" { return }
    if !isNamed, let pattern, fnmatch(pattern, (path as NSString).lastPathComponent, 0) != 0 {
      return
    }
    let modified = status.modificationTime
    files.append(
      FileStamp(
        path: path, byteCount: Int(status.st_size),
        modifiedNanoseconds: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
        inode: Int(truncatingIfNeeded: status.st_ino)))
  }
}

extension stat {
  /// When the file was last written.
  fileprivate var modificationTime: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}
