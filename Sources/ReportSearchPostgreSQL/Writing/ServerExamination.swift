#if PostgreSQL
  import ReportSearch
  import TextAnalysis

  extension IndexCopy {
    /// Checks the integrity of an index on a server.
    ///
    /// A snapshot of it is copied to a temporary file, which is checked as any index file. Then the
    /// folded texts on the server are compared with the texts in the file, and the postings of
    /// strings from the whole index are compared between both.
    ///
    /// - Parameter isFull: True for a full check, as described at `ReportIndex.examine(isFull:)`.
    ///   Source files are looked up on this machine.
    /// - Throws: An `IndexError` if the index cannot be examined. Corruption is not an error here.
    /// - Complexity: Reads the whole index. Needs disk space for temporary files of two to three
    ///   times the size of an index file.
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
        // After the transaction on the server, because it prevents replacing the index.
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
        // The server prefers scanning a small table to using its index.
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

    /// The number of strings that are looked up on the server and in the file.
    private static let stringCount = 200
  }
#endif
