import HTTPTypes
import Hummingbird
import ReportSearch
import ResultFormats

/// Responses of the API.
enum APIResponse {
  /// Returns a record as a JSON response.
  static func json(_ record: Record, status: HTTPResponse.Status = .ok) -> Response {
    json(JSONFormat().line(record) + "\n", status: status)
  }

  /// Returns a response with text that is already JSON.
  static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension WebError {
  /// The error as JSON: a code for programs, a localized message, and for a query error its
  /// character range in the query.
  func record(in language: Language) -> Record {
    var fields: [(String, Cell)] = [
      ("code", .text(code)), ("message", .text(message(in: language))),
    ]
    if case .query(let error) = kind {
      fields.append(("character_from", .integer(error.characterRange.lowerBound)))
      fields.append(("character_to", .integer(error.characterRange.upperBound)))
    }
    return Record([("schema", .integer(SearchAnswer.schema)), ("error", .record(Record(fields)))])
  }
}
