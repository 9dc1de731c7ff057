import Corpus
import Foundation

/// The files below some paths, in the order of their paths, and what could not be looked at.
struct FileScan {
  /// A file and what it looks like.
  struct File: Hashable, Sendable {
    let name: FileName
    let stamp: FileStamp
  }

  private(set) var files: [File] = []
  private(set) var errors: [ReadingError] = []

  /// What stands behind the name of a hit list in that of its provenance.
  private static let provenance = ".provenance.json"
  private let excluded: Set<String>
  private let pattern: String?
  private var seenFiles: Set<String> = []
  private var seenFolders: Set<FolderIdentity> = []

  /// A folder by its place in the file systems, whatever links lead to it.
  private struct FolderIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// Looks at files and folders.
  ///
  /// Hidden files, the `_files` folders of saved pages, and hit lists that stand beside their provenance
  /// are left out. Symbolic links are followed; a folder is walked once, however many
  /// links lead to it.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - pattern: A file name with `*` and `?`: in folders, only such files count.
  ///   - excluded: Files that are left out as well.
  init(of paths: [String], matching pattern: String?, excluding excluded: [String]) {
    self.excluded = Set(excluded.map(Self.absolute))
    self.pattern = pattern
    for path in paths { look(at: FileName(Self.absolute(path)), isNamed: true) }
    files.sort { $0.stamp.path.utf8.lexicographicallyPrecedes($1.stamp.path.utf8) }
  }

  /// Looks at one file, whose path is absolute and as a scan gave it.
  init(ofFileAt path: String) {
    (excluded, pattern) = ([], nil)
    look(at: FileName(resolving: path), isNamed: true)
  }

  /// The absolute form of a path, without `.`, `..` and links in its folders.
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
    // A hit list that was written here would be found as its own source.
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
  /// When the file was last written.
  fileprivate var modificationTime: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}
