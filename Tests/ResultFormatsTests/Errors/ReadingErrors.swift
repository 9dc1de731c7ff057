import Corpus
import TestSupport

/// A sample of each `ReadingError`.
enum ReadingErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case system, empty, withoutReport, notText, undecodable, unparsable, tooLarge, lineTooLong,
      unpacksTooLarge, encrypted, withoutText, needsProgram, programFailed, needsData,
      unrecognizedEncoding, garbled, unreadableXML, timedOut, notAFile
  }

  static func name(of error: ReadingError) -> Name {
    switch error.kind {
    case .system: .system
    case .empty: .empty
    case .withoutReport: .withoutReport
    case .notText: .notText
    case .undecodable: .undecodable
    case .unparsable: .unparsable
    case .tooLarge: .tooLarge
    case .lineTooLong: .lineTooLong
    case .unpacksTooLarge: .unpacksTooLarge
    case .encrypted: .encrypted
    case .withoutText: .withoutText
    case .needsProgram: .needsProgram
    case .programFailed: .programFailed
    case .needsData: .needsData
    case .unrecognizedEncoding: .unrecognizedEncoding
    case .garbled: .garbled
    case .unreadableXML: .unreadableXML
    case .timedOut: .timedOut
    case .notAFile: .notAFile
    }
  }

  static var samples: [ReadingError] {
    let kinds: [ReadingError.Kind] = [
      .system(2), .system(13), .system(5), .empty, .withoutReport, .notText(.png), .notText(nil),
      .undecodable(.gb18030, byteOffset: 12), .tooLarge(byteCount: 300, limit: 200), .notAFile,
      .lineTooLong(lineNumber: 3, byteCount: 300, limit: 200), .unparsable(.html),
      .unpacksTooLarge(limit: 300), .encrypted, .withoutText(pageCount: 7),
      .needsProgram(["LibreOffice", "antiword"]), .programFailed("pdftotext"),
      .needsData(package: "poppler-data", program: "pdftotext"), .unrecognizedEncoding,
      .garbled(lineNumber: 3),
      .timedOut(seconds: 60), .unreadableXML(.word2003), .unreadableXML(.excel2003),
      .unreadableXML(.flatWord), .unreadableXML(.uniformOffice), .unreadableXML(.feed),
      .unreadableXML(.drawing), .unreadableXML(.other(root: "doc")),
    ]
    return kinds.map { ReadingError(path: "/报告/甲.txt", kind: $0) }
  }
}

/// A sample of each `MetadataTable.Failure`.
enum MetadataTableFailureSamples: ErrorSamples {
  enum Name: CaseIterable {
    case notText, withoutPaths, invalid
  }

  static func name(of error: MetadataTable.Failure) -> Name {
    switch error {
    case .notText: .notText
    case .withoutPaths: .withoutPaths
    case .invalid: .invalid
    }
  }

  static var samples: [MetadataTable.Failure] {
    [
      .notText, .withoutPaths, .invalid(row: 3, column: "year", text: "去年"),
    ]
  }
}
