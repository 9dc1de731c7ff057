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
    /// Files that are no sources, wherever they lie.
    public var excludedFiles: [String] = []
    /// Larger files are refused, and those that unpack to more: bytes.
    public var largestFile = 256_000_000
    /// True to replace any number of bytes that fit no encoding by U+FFFD; otherwise more than one in
    /// a hundred are an error.
    public var replacesUndecodable = false
    /// After how many seconds a program that converts a file is given up.
    public var conversionSeconds = 120
    /// What somebody knows about the reports, by the absolute paths of their files. The index remembers
    /// it.
    public var metadata: [ToldFact] = []

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
    /// The contents that were read in this run and of which text may be missing, with the reasons.
    public var incomplete: [(path: String, reasons: [Incompleteness])] = []
    /// The paths that metadata were given for and that the index does not hold.
    public var unknownMetadataPaths: [String] = []
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
  private let options: Options

  /// Creates an indexer, and the index if there is none.
  ///
  /// - Throws: An ``IndexError``.
  public init(indexPath: String, options: Options = Options()) throws {
    self.init(writer: try IndexWriter(path: indexPath), options: options)
  }

  /// Creates an indexer of the index that a writer changes, and nobody else by the same writer.
  public init(writer: IndexWriter, options: Options = Options()) {
    self.writer = writer
    self.options = options
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
    let scan = FileScan(
      of: paths, matching: options.pattern,
      excluding: writer.storage.files + options.excludedFiles)
    summary.errors = scan.errors
    let known = try writer.knownFiles()
    let retold = try writer.tell(options.metadata)
    // Nobody is kept waiting while files are read; what the reports do not go by yet is told again next time.
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

  /// The bytes of files that are read while the ones before are stored.
  private static let batchByteCount = 4 << 20
  /// The bytes of new files that make it worth the time to merge the index's lists, which is about that of reading
  /// all files once more.
  private static let optimizingByteCount = 16 << 20
  /// Which part of all files these must be.
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

  /// Reads a batch of files in the background, `jobs` at a time, and gives them in their order.
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
        // A file that could not be opened may still say what it said.
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
    // What the file said is no longer there.
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

  /// Takes files out that lie below the paths and are no longer there.
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
