#if PostgreSQL
  import Foundation
  import ReportSearch
  import TextAnalysis

  extension IndexCopy {
    /// Proves an index on a server sound, or tells what is wrong with it.
    ///
    /// One state of it is copied to a temporary file, which is examined as any file is; then the server's folded
    /// texts are compared with the file's texts, and the lists that both give of strings from all over the index.
    ///
    /// - Parameter isFull: As of `ReportIndex.examine(isFull:)`. Files are looked for on this machine.
    /// - Throws: An `IndexError` if the index cannot be looked at; damage is no error here.
    /// - Complexity: Reads the whole index, and needs as much room for temporary files as a file of it takes.
    func examine(server uri: String, isFull: Bool) throws -> IndexExamination {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "duansou-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "copy.sqlite").path
      var examination = IndexExamination()
      do {
        _ = try copy(server: uri, toFile: path) { connection in
          examination = try ReportIndex(path: path).examine(isFull: isFull)
          try compareFoldedTexts(connection, withFileAt: path, &examination)
          try compareLists(connection, withFileAt: path, &examination)
        }
      } catch let error as IndexError {
        guard case .damaged(let message) = error.kind else { throw error }
        examination.add(.table(message))
      }
      return examination
    }

    private func compareFoldedTexts(
      _ connection: PostgreSQLConnection, withFileAt path: String,
      _ examination: inout IndexExamination
    ) throws {
      let stored = try connection.forEachTuple(of: PostgreSQLSchema.folded)
      var expected = TableDigest()
      try SQLiteStorage(path: path).reading { file in
        try StoredTable.forEachFoldedTuple(in: file) { expected.add($0) }
      }
      if stored != expected { examination.add(.table(PostgreSQLSchema.folded.name)) }
    }

    private func compareLists(
      _ connection: PostgreSQLConnection, withFileAt path: String,
      _ examination: inout IndexExamination
    ) throws {
      let strings = try ReportIndex(path: path).sampleStrings(count: Self.stringCount)
      try SQLiteStorage(path: path).reading { file in
        let attributes = try ParagraphAttributes(reading: file)
        let expected = try file.postings(attributes: attributes, version: file.version())
        let found = PostgreSQLPostings(
          connection, isSharded: try PostgreSQLSchema.isSharded(connection),
          attributes: attributes)
        for string in strings {
          let isSame =
            try found.counts(of: string) == expected.counts(of: string)
            && found.occurrences(of: string) == expected.occurrences(of: string)
          if !isSame {
            examination.add(.table("\(PostgreSQLSchema.folded.name): \(string.string)"))
          }
        }
      }
    }

    /// The number of strings that are looked for both on the server and in the file.
    private static let stringCount = 200
  }
#endif
