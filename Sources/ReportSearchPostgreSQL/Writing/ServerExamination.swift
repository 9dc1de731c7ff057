#if PostgreSQL
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
    /// - Complexity: Reads the whole index, and needs two to three times the room for temporary files that a
    ///   file of it takes.
    func examine(server uri: String, isFull: Bool) throws -> IndexExamination {
      try PrivateFolder.with { try examine(server: uri, copiedTo: $0 + "/copy.sqlite", isFull) }
    }

    private func examine(
      server uri: String, copiedTo path: String, _ isFull: Bool
    ) throws -> IndexExamination {
      var faults = IndexExamination()
      do {
        _ = try copy(server: uri, toFile: path) { connection in
          try compareFoldedTexts(connection, withFileAt: path, &faults)
          try compareLists(connection, withFileAt: path, &faults)
        }
        // Only now, as the server's index cannot be replaced while it is read.
        var examination = try ReportIndex(path: path).examine(isFull: isFull)
        for fault in faults.faults { examination.add(fault) }
        return examination
      } catch let error as IndexError {
        guard case .damaged(let message) = error.kind else { throw error }
        faults.add(.table(message))
        return faults
      }
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
      let isSharded = try PostgreSQLSchema.isSharded(connection)
      if !isSharded {
        guard try PostgreSQLSchema.hasGramsIndex(connection) else {
          examination.add(.table(PostgreSQLSchema.gramsIndex))
          return
        }
        // A server would rather read a small table than its index.
        try connection.execute("SET LOCAL enable_seqscan = off")
      }
      let strings = try ReportIndex(path: path).read {
        try $0.sampleStrings(count: Self.stringCount)
      }
      try SQLiteStorage(path: path).reading { file in
        let attributes = try ParagraphAttributes(reading: file)
        let expected = try file.postings(attributes: attributes, version: file.version())
        let found = PostgreSQLPostings(connection, isSharded: isSharded, attributes: attributes)
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
