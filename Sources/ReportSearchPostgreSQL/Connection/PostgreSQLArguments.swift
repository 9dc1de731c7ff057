#if PostgreSQL
  import Foundation
  import ReportSearch

  /// The arguments of a statement in libpq's format.
  struct PostgreSQLArguments {
    /// All values, each followed by a zero byte.
    private var bytes: [UInt8] = []
    private var places: [Range<Int>?] = []
    private var formats: [CInt] = []

    /// Encodes arguments.
    ///
    /// - Throws: A ``PostgreSQLFailure`` for `.text` with U+0000. `.document` may contain it.
    init(_ arguments: [StoredArgument] = []) throws {
      for argument in arguments {
        switch argument {
        case .null:
          places.append(nil)
          formats.append(0)
        case .integer(let number): append(String(number).utf8, isBinary: false)
        case .text(let text):
          guard !text.utf8.contains(0) else {
            throw PostgreSQLFailure(message: "U+0000 in an argument")
          }
          append(text.utf8, isBinary: false)
        case .document(let text): append(binary: text.utf8)
        case .bytes(let data): append(binary: data)
        }
      }
    }

    /// Appends a value in PostgreSQL's binary format.
    mutating func append(binary value: some Collection<UInt8>) { append(value, isBinary: true) }

    private mutating func append(_ value: some Collection<UInt8>, isBinary: Bool) {
      let start = bytes.count
      bytes += value
      places.append(start..<bytes.count)
      formats.append(isBinary ? 1 : 0)
      bytes.append(0)
    }

    /// Calls a closure with the number of values, pointers to them, their lengths and their
    /// formats.
    func withValues<Value>(
      _ body: (CInt, [UnsafePointer<CChar>?], [CInt], [CInt]) throws -> Value
    ) rethrows -> Value {
      try bytes.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        return try body(
          CInt(places.count), places.map { place in place.flatMap { start! + $0.lowerBound } },
          places.map { CInt($0?.count ?? 0) }, formats)
      }
    }
  }
#endif
