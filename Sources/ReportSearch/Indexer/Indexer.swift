public import Corpus
import Foundation

/// Brings an index up to date with files and folders.
///
/// Files are read and taken apart on all cores while one writer stores the ones before. Memory is
/// bounded by two batches. What a batch holds is decided by the files alone, so that the same folder
/// gives the same index on any machine.
public struct Indexer {
  /// What to do, beyond the usual.
  public struct Options: Sendable {
    /// How many files to read at the same time.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// Whether files of the index that are below the paths and no longer there are taken out.
    public var prunesVanishedFiles = false
    /// Whether files that look unchanged are read and compared as well.
    public var verifiesContents = false
    /// A file name with `*` and `?`: in folders, only such files count.
    public var pattern: String?
    /// Larger files are refused: bytes.
    public var largestFile = 256 << 20

    /// The usual.
    public init() {}
  }

  /// What an indexing did.
  public struct Summary: Sendable {
    /// The number of files that the index did not know.
    public var newFiles = 0
    /// The number of files whose content is another.
    public var changedFiles = 0
    /// The number of files that are as the index knows them.
    public var unchangedFiles = 0
    /// The number of files that were taken out: vanished, or no longer readable as reports.
    public var removedFiles = 0
    /// The number of files that were opened.
    public var openedFiles = 0
    /// The number of bytes that were read.
    public var readBytes = 0
    /// What could not be read, with the reasons.
    public var errors: [ReadingError] = []
    /// Whether the indexing was stopped before its end.
    public var isInterrupted = false
    /// What the index holds now.
    public var contents: IndexContents?
    /// How long it took.
    public var duration: Duration = .zero
  }

  /// How far an indexing is.
  public struct Progress: Sendable {
    /// The number of files to open, and of their bytes.
    public let files, bytes: Int
    /// The number of those that are done.
    public let filesDone, bytesDone: Int
    /// The time since the beginning.
    public let elapsed: Duration
  }

  private let writer: IndexWriter
  private let indexPath: String
  private let options: Options

  /// Creates an indexer, and the index if there is none.
  ///
  /// - Throws: An ``IndexError``.
  public init(indexPath: String, options: Options = Options()) throws {
    self.indexPath = indexPath
    self.options = options
    writer = try IndexWriter(path: indexPath)
  }

  /// Adds and updates files and folders.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - progress: Called after each batch of files.
  ///   - isInterrupted: Asked after each batch; if it answers yes, what is done is kept.
  /// - Returns: What was done; files that could not be read are part of it, and no failure.
  /// - Throws: An ``IndexError``; what was committed before stays.
  public func index(
    _ paths: [String],
    progress: (Progress) -> Void = { _ in },
    isInterrupted: () -> Bool = { false }
  ) async throws -> Summary {
    let start = ContinuousClock.now
    var summary = Summary()
    let scan = FileScan(of: paths, matching: options.pattern, index: indexPath)
    summary.errors = scan.errors
    let known = try writer.knownFiles()
    var pending: [FileStamp] = []
    for file in scan.files {
      if let held = known[file.path], held.stamp == file, !options.verifiesContents,
        held.extractionVersion == SourceReader.extractionVersion
      {
        summary.unchangedFiles += 1
      } else {
        pending.append(file)
      }
    }
    let bytes = pending.reduce(0) { $0 + $1.byteCount }
    var bytesDone = 0
    var filesDone = 0
    var uncommittedBytes = 0
    var batches = Self.batches(of: pending)[...]
    var reading = batches.popFirst().map { read($0) }
    while let current = reading {
      let results = await current.value
      reading = batches.popFirst().map { read($0) }
      for result in results {
        try store(result, known: known, &summary)
        filesDone += 1
        bytesDone += result.file.byteCount
        uncommittedBytes += result.file.byteCount
      }
      if uncommittedBytes >= Self.transactionByteCount {
        try writer.commit()
        uncommittedBytes = 0
      }
      progress(
        Progress(
          files: pending.count, bytes: bytes, filesDone: filesDone, bytesDone: bytesDone,
          elapsed: .now - start))
      if isInterrupted() {
        reading?.cancel()
        summary.isInterrupted = true
        break
      }
    }
    if options.prunesVanishedFiles, !summary.isInterrupted {
      summary.removedFiles = try prune(paths, found: scan, known: known)
    }
    try writer.commit()
    if summary.readBytes > Self.optimizingByteCount { try writer.optimize() }
    summary.contents = try writer.contents()
    summary.duration = .now - start
    return summary
  }

  /// The bytes of files that a transaction holds at least, but for the last one.
  private static let transactionByteCount = 64 << 20
  /// The bytes of files that are read while the ones before are stored.
  private static let batchByteCount = 4 << 20
  /// The bytes of new text that make it worth the time to merge the index's lists.
  private static let optimizingByteCount = 16 << 20

  private struct ReadFile: Sendable {
    let file: FileStamp
    let byteCount: Int
    let content: Result<Source, ReadingError>
  }

  private static func batches(of files: [FileStamp]) -> [[FileStamp]] {
    var batches: [[FileStamp]] = []
    var bytes = batchByteCount
    for file in files {
      if bytes >= batchByteCount || batches[batches.count - 1].count >= 256 {
        batches.append([])
        bytes = 0
      }
      batches[batches.count - 1].append(file)
      bytes += file.byteCount
    }
    return batches
  }

  /// Reads a batch of files in the background, `jobs` at a time, and gives them in their order.
  private func read(_ files: [FileStamp]) -> Task<[ReadFile], Never> {
    let options = options
    return Task.detached {
      await withTaskGroup(of: (Int, ReadFile).self) { group in
        var results = [ReadFile?](repeating: nil, count: files.count)
        var next = 0
        func start() {
          guard next < files.count, !Task.isCancelled else { return }
          let place = next
          next += 1
          group.addTask { (place, Self.read(files[place], options)) }
        }
        for _ in 0..<max(options.jobs, 1) { start() }
        for await (place, result) in group {
          results[place] = result
          start()
        }
        return results.compactMap { $0 }
      }
    }
  }

  private static func read(_ file: FileStamp, _ options: Options) -> ReadFile {
    guard file.byteCount <= options.largestFile else {
      let kind = ReadingError.Kind.tooLarge(byteCount: file.byteCount, limit: options.largestFile)
      return ReadFile(
        file: file, byteCount: 0, content: .failure(ReadingError(path: file.path, kind: kind)))
    }
    do {
      let bytes = try FileContent.bytes(of: file.path)
      return try bytes.withUnsafeBytes { bytes in
        let source = try SourceReader().read(bytes, path: file.path)
        return ReadFile(file: file, byteCount: bytes.count, content: .success(source))
      }
    } catch let error as ReadingError {
      return ReadFile(file: file, byteCount: file.byteCount, content: .failure(error))
    } catch {
      preconditionFailure("reading fails with ReadingError only, not with \(error)")
    }
  }

  private func store(
    _ result: ReadFile, known: [String: IndexWriter.KnownFile], _ summary: inout Summary
  ) throws {
    summary.openedFiles += 1
    summary.readBytes += result.byteCount
    switch result.content {
    case .failure(let error):
      summary.errors.append(error)
      // What the file said is no longer there. A file that could not be opened may still say it.
      if known[result.file.path] != nil, !error.isOfSystem {
        try writer.remove(filesAt: [result.file.path])
        summary.removedFiles += 1
      }
    case .success(let source):
      if try writer.noteUnchanged(result.file, digest: source.digest) {
        summary.unchangedFiles += 1
      } else {
        try writer.add(source, file: result.file)
        if known[result.file.path] == nil {
          summary.newFiles += 1
        } else {
          summary.changedFiles += 1
        }
      }
    }
  }

  /// Takes files out that lie below the paths and are no longer there.
  private func prune(
    _ paths: [String], found: FileScan, known: [String: IndexWriter.KnownFile]
  ) throws -> Int {
    let present = Set(found.files.map(\.path))
    let unreadable = found.errors.map(\.path)
    let roots = paths.map(FileScan.absolute)
    let vanished = known.keys.filter { path in
      !present.contains(path)
        && roots.contains { path == $0 || path.hasPrefix($0 + "/") }
        && !unreadable.contains { path.hasPrefix($0 + "/") }
        && access(path, F_OK) != 0
    }
    try writer.remove(filesAt: vanished.sorted())
    return vanished.count
  }
}
