import HTTPTypes
import ReportSearch
import ResultFormats

/// Why a request was not answered. Pages and the API tell it in their own ways.
struct WebError: Error {
  /// What is wrong.
  enum Kind {
    /// The address is no UTF-8.
    case invalidAddress
    /// There is nothing under this address.
    case notFound
    /// The address exists, but not for this method.
    case methodNotAllowed
    /// The host that the request names is not this server.
    case otherHost
    /// The secret is missing or wrong.
    case unauthorized
    /// A parameter has a value that it cannot have.
    case invalidParameter(String, String)
    /// A parameter that no version has.
    case unknownParameter(String)
    /// A parameter that must be there is missing.
    case missingParameter(String)
    /// The query cannot be understood.
    case query(QueryParserError)
    /// The question cannot be answered.
    case question(QuestionError)
    /// The index cannot be used.
    case index(IndexError)
    /// It took longer than the limit, in seconds.
    case timeLimit(Double)
    /// Too many requests are waiting.
    case tooBusy
    /// Something that should not happen.
    case other
  }

  /// What is wrong.
  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// The error that a call of the index or of a parser threw.
  init(_ error: any Error, timeLimit: Double) {
    switch error {
    case let error as WebError: self = error
    case let error as QueryParserError: kind = .query(error)
    case let error as QuestionError: kind = .question(error)
    case let error as IndexError where error.isInterruption: kind = .timeLimit(timeLimit)
    case let error as IndexError: kind = .index(error)
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
    case .timeLimit, .tooBusy: .serviceUnavailable
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

  /// The name of the error for programs.
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
