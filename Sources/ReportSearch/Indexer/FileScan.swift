import Corpus
import Foundation

/// The files below given paths, sorted by path, and the errors of the scan.
struct FileScan {
  /// A file and its stamp.
  struct File: Hashable, Sendable {
    let name: FileName
    let stamp: FileStamp
  }

  private(set) var files: [File] = []
  private(set) var errors: [ReadingError] = []

  /// The suffix that the name of a hit list gets in the name of its provenance file.
  private static let provenance = ".provenance.json"
  private let excluded: Set<String>
  private let pattern: String?
  private var seenFiles: Set<String> = []
  private var seenFolders: Set<FolderIdentity> = []

  /// A directory by device and inode, which are the same for all links to it.
  private struct FolderIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// Scans files and directories.
  ///
  /// Hidden files, the `_files` directories of saved web pages, and hit lists with a provenance
  /// file next to them are skipped. Symbolic links are followed. A directory is walked once, even
  /// if several links lead to it.
  ///
  /// - Parameters:
  ///   - paths: Files and directories.
  ///   - pattern: A file name pattern with `*` and `?`. In directories, other files are skipped.
  ///   - excluded: Further files to skip.
  init(of paths: [String], matching pattern: String?, excluding excluded: [String]) {
    self.excluded = Set(excluded.map(Self.absolute))
    self.pattern = pattern
    for path in paths { look(at: FileName(Self.absolute(path)), isNamed: true) }
    files.sort { $0.stamp.path.utf8.lexicographicallyPrecedes($1.stamp.path.utf8) }
  }

  /// Scans one file.
  ///
  /// - Parameter path: An absolute path, as a scan returns it.
  init(ofFileAt path: String) {
    (excluded, pattern) = ([], nil)
    look(at: FileName(resolving: path), isNamed: true)
  }

  /// Returns the absolute form of a path, without `.`, `..` and symbolic links.
  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private mutating func look(at name: FileName, isNamed: Bool) {
    var status = stat()
    guard name.withCString({ stat($0, &status) }) == 0 else {
      errors.append(ReadingError(path: name.text, kind: .system(errno)))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let folder = FolderIdentity(
        device: UInt64(truncatingIfNeeded: status.st_dev),
        inode: UInt64(truncatingIfNeeded: status.st_ino))
      if seenFolders.insert(folder).inserted { walk(name) }
    case S_IFREG: take(name, status, isNamed: isNamed)
    default: errors.append(ReadingError(path: name.text, kind: .notAFile))
    }
  }

  private mutating func walk(_ folder: FileName) {
    guard var names = folder.entries() else {
      errors.append(ReadingError(path: folder.text, kind: .system(errno)))
      return
    }
    names.removeAll { $0.first == UInt8(ascii: ".") || ends($0, with: "_files") }
    // An exported hit list in this directory would otherwise be indexed as a source.
    let lists = Set(names.filter { ends($0, with: Self.provenance) })
    names.removeAll { lists.contains($0) || lists.contains($0 + Array(Self.provenance.utf8)) }
    names.sort { $0.lexicographicallyPrecedes($1) }
    for name in names { look(at: folder.appending(name), isNamed: false) }
  }

  private func ends(_ name: [UInt8], with ending: String) -> Bool {
    name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  private mutating func take(_ name: FileName, _ status: stat, isNamed: Bool) {
    let path = name.text
    if excluded.contains(path) { return }
    if !isNamed, let pattern, fnmatch(pattern, (path as NSString).lastPathComponent, 0) != 0 {
      return
    }
    guard seenFiles.insert(path).inserted else { return }
    let modified = status.modificationTime
    let stamp = FileStamp(
      path: path, byteCount: Int(status.st_size),
      modifiedNanoseconds: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      inode: Int(truncatingIfNeeded: status.st_ino))
    files.append(File(name: name, stamp: stamp))
  }
}

extension stat {
  /// The time of the last modification.
  fileprivate var modificationTime: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}
