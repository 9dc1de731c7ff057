import Corpus
import HTTPTypes
import ReportSearch
import ResultFormats

/// An error response. Pages and the API present it in their own formats.
struct WebError: Error {
  /// The kind of an error.
  enum Kind {
    /// The address is not UTF-8.
    case invalidAddress
    /// No resource has this address.
    case notFound
    /// The address does not allow this method.
    case methodNotAllowed
    /// The request names a host other than this server.
    case otherHost
    /// The secret is missing or wrong.
    case unauthorized
    /// A parameter has an invalid value: its name and the allowed values.
    case invalidParameter(String, String)
    /// A parameter is unknown.
    case unknownParameter(String)
    /// A required parameter is missing.
    case missingParameter(String)
    /// The query cannot be parsed.
    case query(QueryParserError)
    /// The question cannot be answered.
    case question(QuestionError)
    /// The index cannot be used.
    case index(IndexError)
    /// The concept file cannot be read.
    case conceptFile(ReadingError)
    /// The concept file is not a valid table.
    case conceptList(ConceptListError)
    /// A table cannot be represented in the requested format.
    case table(HitListError)
    /// The request exceeded the time limit, in seconds.
    case timeLimit(Double)
    /// Too many requests are waiting.
    case tooBusy
    /// An unexpected error.
    case other
  }

  /// The kind of the error.
  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Creates the error response for an error thrown by the index or a parser.
  ///
  /// - Parameter timeLimit: The limit to report for an interrupted query, in seconds.
  init(_ error: any Error, timeLimit: Double) {
    switch error {
    case let error as WebError: self = error
    case let error as QueryParserError: kind = .query(error)
    case let error as QuestionError: kind = .question(error)
    case let error as IndexError where error.isInterruption: kind = .timeLimit(timeLimit)
    case let error as IndexError: kind = .index(error)
    case let error as HitListError where error.isOfFormat: kind = .table(error)
    default: kind = .other
    }
  }

  /// The status of the response.
  var status: HTTPResponse.Status {
    switch kind {
    case .invalidAddress, .invalidParameter, .unknownParameter, .missingParameter, .query,
      .question:
      .badRequest
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .otherHost: .misdirectedRequest
    case .unauthorized: .unauthorized
    case .timeLimit, .tooBusy, .conceptFile, .conceptList: .serviceUnavailable
    case .table: .unprocessableContent
    case .other: .internalServerError
    case .index(let error):
      switch error.kind {
      case .unknownReport, .unknownParagraph: .notFound
      case .ambiguousReport: .badRequest
      case .busy, .changed, .replaced, .missing, .notAnIndex, .otherFormat, .otherFolding,
        .inaccessible, .damaged, .server, .notAFile, .alreadyThere, .copyDiffers:
        .serviceUnavailable
      }
    }
  }

  /// The machine-readable error code.
  var code: String {
    switch kind {
    case .invalidAddress: "invalid_address"
    case .notFound: "not_found"
    case .methodNotAllowed: "method_not_allowed"
    case .otherHost: "other_host"
    case .unauthorized: "unauthorized"
    case .invalidParameter: "invalid_parameter"
    case .unknownParameter: "unknown_parameter"
    case .missingParameter: "missing_parameter"
    case .query: "invalid_query"
    case .question: "invalid_question"
    case .conceptFile, .conceptList: "concepts_unusable"
    case .table: "not_in_format"
    case .timeLimit: "time_limit"
    case .tooBusy: "too_busy"
    case .other: "internal"
    case .index(let error):
      switch error.kind {
      case .unknownReport: "unknown_report"
      case .unknownParagraph: "unknown_paragraph"
      case .ambiguousReport: "ambiguous_report"
      case .busy, .changed, .replaced, .missing, .notAnIndex, .otherFormat, .otherFolding,
        .inaccessible, .damaged, .server, .notAFile, .alreadyThere, .copyDiffers:
        "index_unusable"
      }
    }
  }
}

extension HitListError {
  /// True if the format cannot represent the table; false for a system error.
  fileprivate var isOfFormat: Bool {
    switch kind {
    case .tooManyRows, .tooLongCell, .notInEncoding: true
    case .system, .workbook: false
    }
  }
}
