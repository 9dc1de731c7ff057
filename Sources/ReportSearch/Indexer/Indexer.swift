public import Corpus
import Foundation

/// Updates an index from files and directories.
///
/// Files are read and parsed on all cores while one writer stores the previous batch. Memory is
/// bounded by two batches. Batches depend only on the files, so that the same directory gives the
/// same index on any machine.
public struct Indexer {
  /// Options of an indexing run.
  public struct Options: Sendable {
    /// The number of files to read concurrently.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// True to remove indexed files below the paths that no longer exist.
    public var prunesVanishedFiles = false
    /// True to read and compare also files with an unchanged stamp.
    public var verifiesContents = false
    /// A file name pattern with `*` and `?`. In directories, other files are skipped.
    public var pattern: String?
    /// Files that are never indexed.
    public var excludedFiles: [String] = []
    /// The maximum size of a file, and of its unpacked contents, in bytes. Larger ones are errors.
    public var largestFile = 256_000_000
    /// True to replace any number of undecodable bytes by U+FFFD. False to refuse files with more than
    /// one undecodable byte in a hundred.
    public var replacesUndecodable = false
    /// The time limit for external converters, in seconds per file.
    public var conversionSeconds = 120
    /// Metadata overrides, by the absolute paths of the files. The index stores them.
    public var metadata: [ToldFact] = []

    /// Creates default options.
    public init() {}
  }

  /// The result of an indexing run.
  public struct Summary: Sendable {
    /// The number of files that were not indexed before.
    public var newFiles = 0
    /// The number of files whose content has changed.
    public var changedFiles = 0
    /// The number of files that are unchanged.
    public var unchangedFiles = 0
    /// The number of files that were removed because they no longer exist or are no longer readable
    /// as reports.
    public var removedFiles = 0
    /// The number of files that were opened.
    public var openedFiles = 0
    /// The number of bytes that were read.
    public var readBytes = 0
    /// The errors of files that could not be read.
    public var errors: [ReadingError] = []
    /// The contents read in this run of which text may be missing, with the reasons.
    public var incomplete: [(path: String, reasons: [Incompleteness])] = []
    /// The paths in ``Options/metadata`` that the index does not contain.
    public var unknownMetadataPaths: [String] = []
    /// True if the run was interrupted.
    public var isInterrupted = false
    /// The size of the index after the run.
    public var contents: IndexContents?
    /// The duration of the run.
    public var duration: Duration = .zero
  }

  /// The progress of an indexing run.
  public struct Progress: Sendable {
    /// The number of files to open, and of their bytes.
    public let files, bytes: Int
    /// The number of files and bytes that are done.
    public let filesDone, bytesDone: Int
    /// The time since the start.
    public let elapsed: Duration
  }

  private let writer: IndexWriter
  private let options: Options

  /// Creates an indexer, and the index if there is none.
  ///
  /// - Throws: An ``IndexError``.
  public init(indexPath: String, options: Options = Options()) throws {
    self.init(writer: try IndexWriter(path: indexPath), options: options)
  }

  /// Creates an indexer that uses a writer exclusively.
  public init(writer: IndexWriter, options: Options = Options()) {
    self.writer = writer
    self.options = options
  }

  /// Adds and updates files and directories.
  ///
  /// - Parameters:
  ///   - paths: Files and directories.
  ///   - progress: Called after each batch of files.
  ///   - isInterrupted: Called after each batch. If it returns true, the run ends and keeps what is
  ///     done.
  /// - Returns: A summary, which includes the errors of files that could not be read.
  /// - Throws: An ``IndexError``; earlier commits are kept.
  public func index(
    _ paths: [String],
    progress: (Progress) -> Void = { _ in },
    isInterrupted: () -> Bool = { false }
  ) async throws -> Summary {
    let start = ContinuousClock.now
    var summary = Summary()
    let scan = FileScan(
      of: paths, matching: options.pattern,
      excluding: writer.storage.files + options.excludedFiles)
    summary.errors = scan.errors
    let known = try writer.knownFiles()
    let retold = try writer.tell(options.metadata)
    // Releases the write lock while files are read. Overrides that this run does not apply are
    // found again by the next one.
    try writer.commit()
    var pending: [FileScan.File] = []
    for file in scan.files {
      if let held = known[file.stamp.path], held.stamp == file.stamp, !options.verifiesContents,
        held.extractionVersion == SourceReader.extractionVersion,
        retold.isDisjoint(with: held.paths)
      {
        summary.unchangedFiles += 1
      } else {
        pending.append(file)
      }
    }
    let bytes = pending.reduce(0) { $0 + $1.stamp.byteCount }
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
        bytesDone += result.file.stamp.byteCount
        uncommittedBytes += result.file.stamp.byteCount
      }
      if uncommittedBytes >= writer.storage.transactionByteCount {
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
    let contents = try writer.contents()
    summary.contents = contents
    if summary.readBytes > Self.optimizingByteCount,
      summary.readBytes > contents.sourceBytes / Self.optimizingPart
    {
      try writer.optimize()
    }
    if !options.metadata.isEmpty {
      let held = Set(try writer.knownFiles().values.flatMap(\.paths))
      summary.unknownMetadataPaths = Set(options.metadata.map(\.path)).subtracting(held).sorted()
    }
    summary.duration = .now - start
    return summary
  }

  /// The number of bytes of files in a batch, which is read while the previous one is stored.
  private static let batchByteCount = 4 << 20
  /// The number of bytes read from which the index is optimized, which takes about as long as
  /// reading all files again.
  private static let optimizingByteCount = 16 << 20
  /// The index is optimized only if more than one part in this many of all source bytes was read.
  private static let optimizingPart = 20

  private struct ReadFile: Sendable {
    let file: FileScan.File
    let byteCount: Int
    let members: [SourceMember]
  }

  private static func batches(of files: [FileScan.File]) -> [[FileScan.File]] {
    var batches: [[FileScan.File]] = []
    var bytes = batchByteCount
    for file in files {
      if bytes >= batchByteCount || batches[batches.count - 1].count >= 256 {
        batches.append([])
        bytes = 0
      }
      batches[batches.count - 1].append(file)
      bytes += file.stamp.byteCount
    }
    return batches
  }

  /// Reads a batch of files in the background, `jobs` at a time, and returns them in order.
  private func read(_ files: [FileScan.File]) -> Task<[ReadFile], Never> {
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

  private static func read(_ file: FileScan.File, _ options: Options) -> ReadFile {
    func failure(_ error: ReadingError, byteCount: Int) -> ReadFile {
      ReadFile(
        file: file, byteCount: byteCount,
        members: [SourceMember(name: nil, content: .failure(error))])
    }
    let stamp = file.stamp
    guard stamp.byteCount <= options.largestFile else {
      let kind = ReadingError.Kind.tooLarge(byteCount: stamp.byteCount, limit: options.largestFile)
      return failure(ReadingError(path: stamp.path, kind: kind), byteCount: 0)
    }
    var reading = SourceReader.Options()
    reading.replacesUndecodable = options.replacesUndecodable
    reading.largestContent = options.largestFile
    reading.conversionSeconds = options.conversionSeconds
    do throws(ReadingError) {
      let bytes = try FileContent.bytes(of: file.name)
      return bytes.withUnsafeBytes { bytes in
        ReadFile(
          file: file, byteCount: bytes.count,
          members: SourceReader(options: reading).members(of: bytes, path: stamp.path))
      }
    } catch {
      return failure(error, byteCount: 0)
    }
  }

  private func store(
    _ result: ReadFile, known: [String: IndexWriter.KnownFile], _ summary: inout Summary
  ) throws {
    summary.openedFiles += 1
    summary.readBytes += result.byteCount
    let stamp = result.file.stamp
    let errors = result.members.compactMap { member in
      if case .failure(let error) = member.content { error } else { nil }
    }
    summary.errors += errors
    var kept: Set<String> = []
    var isChanged = false
    for member in result.members {
      let path = stamp.path(ofMember: member.name)
      switch member.content {
      case .failure(let error):
        // A file that cannot be opened keeps its contents in the index.
        if error.isOfSystem { kept.formUnion(known[stamp.path]?.paths ?? []) }
      case .success(let source):
        kept.insert(path)
        if !source.incompleteness.isEmpty {
          summary.incomplete.append((path, source.incompleteness))
        }
        let file = errors.isEmpty ? stamp : stamp.incomplete
        if try writer.noteUnchanged(file, member: member.name, digest: source.digest) { continue }
        try writer.add(source, file: file, member: member.name)
        isChanged = true
      }
    }
    // The contents that the file no longer has.
    let lost = (known[stamp.path]?.paths ?? []).filter { !kept.contains($0) }
    try writer.remove(filesAt: lost)
    if kept.isEmpty {
      if !lost.isEmpty { summary.removedFiles += 1 }
    } else if known[stamp.path] == nil {
      summary.newFiles += 1
    } else if isChanged || !lost.isEmpty {
      summary.changedFiles += 1
    } else if !errors.contains(where: \.isOfSystem) {
      summary.unchangedFiles += 1
    }
  }

  /// Removes indexed files below the paths that no longer exist, and returns their number.
  private func prune(
    _ paths: [String], found: FileScan, known: [String: IndexWriter.KnownFile]
  ) throws -> Int {
    let present = Set(found.files.map(\.stamp.path))
    let unreadable = found.errors.map(\.path)
    let roots = paths.map(FileScan.absolute)
    let vanished = known.keys.filter { path in
      !present.contains(path)
        && roots.contains { path == $0 || path.hasPrefix($0 + "/") }
        && !unreadable.contains { path.hasPrefix($0 + "/") }
        && access(path, F_OK) != 0
    }
    try writer.remove(filesAt: vanished.sorted().flatMap { known[$0]!.paths })
    return vanished.count
  }
}
