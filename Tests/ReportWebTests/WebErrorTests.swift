import Corpus
import HTTPTypes
import ReportSearch
import ResultFormats
import TestSupport
import Testing

@testable import ReportWeb

/// A sample of each `WebError`.
enum WebErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case invalidAddress, notFound, methodNotAllowed, otherHost, unauthorized, invalidParameter
    case unknownParameter, missingParameter, query, question, index, conceptFile, conceptList
    case table, timeLimit, tooBusy, other
  }

  static func name(of error: WebError) -> Name {
    switch error.kind {
    case .invalidAddress: .invalidAddress
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .otherHost: .otherHost
    case .unauthorized: .unauthorized
    case .invalidParameter: .invalidParameter
    case .unknownParameter: .unknownParameter
    case .missingParameter: .missingParameter
    case .query: .query
    case .question: .question
    case .index: .index
    case .conceptFile: .conceptFile
    case .conceptList: .conceptList
    case .table: .table
    case .timeLimit: .timeLimit
    case .tooBusy: .tooBusy
    case .other: .other
    }
  }

  static var samples: [WebError] {
    let index = [
      .unknownReport("r1"), .ambiguousReport("r"), .unknownParagraph("r1.2"), .missing, .busy(nil),
    ].map { (kind: IndexError.Kind) in
      WebError.Kind.index(IndexError(path: "reports.sqlite", kind: kind))
    }
    let kinds: [WebError.Kind] =
      [
        .invalidAddress, .notFound, .methodNotAllowed, .otherHost, .unauthorized,
        .invalidParameter("limit", "0…100"), .unknownParameter("lmit"), .missingParameter("q"),
        .query(QueryParserError(.empty, at: 0..<0)),
        .question(.empty), .conceptFile(ReadingError(path: "concepts.tsv", kind: .system(13))),
        .conceptList(ConceptListError(.missingVariant, lineNumber: 3)),
        .table(HitListError(path: "hits.xlsx", .tooManyRows(2_000_000))), .timeLimit(5),
        .timeLimit(0.5), .tooBusy, .other,
      ] + index
    return kinds.map { WebError($0) }
  }
}

/// Tests the errors that requests get.
struct WebErrorTests {
  @Test func `every error has a status, a code and a message in both languages`()
    throws
  {
    #expect(WebErrorSamples.namesWithoutSample.isEmpty)
    var text = ""
    for error in WebErrorSamples.samples {
      let (chinese, english) = (error.message(in: .chinese), error.message(in: .english))
      #expect(chinese.contains(/\p{Han}/) && english.contains(/[a-z]{3}/) && chinese != english)
      text += "\(error.status.code) \(error.code)\n\(chinese)\n\(english)\n\n"
    }
    try expectSnapshot(text, named: "errors.txt")
  }

  @Test func `thrown errors map to the right web errors`() {
    struct Unknown: Error {}
    func name(_ error: any Error) -> WebErrorSamples.Name {
      WebErrorSamples.name(of: WebError(error, timeLimit: 5))
    }
    #expect(name(QueryParserError(.empty, at: 0..<0)) == .query)
    #expect(name(QuestionError.empty) == .question)
    #expect(name(IndexError(path: "", kind: .missing)) == .index)
    #expect(name(WebError(.tooBusy)) == .tooBusy)
    #expect(name(Unknown()) == .other)
  }
}
