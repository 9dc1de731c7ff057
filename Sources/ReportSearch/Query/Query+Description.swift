import Corpus
import TextAnalysis

extension Query: CustomStringConvertible {
  /// The normal form of the query: what it was read as. It parses to the same query.
  public var description: String {
    switch self {
    case .term(.literal(let literal)): literal.description
    case .filter(let filter): filter.description
    case .all(let queries): queries.map(\.description).joined(separator: " ")
    default: ""
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The literal as a query: in quotation marks where it would otherwise mean something else.
  public var description: String {
    let sign = allowsInterruption ? "~" : ""
    if case .term(.literal(let plain))? = try? QueryParser().parse(sign + text), plain == self {
      return sign + text
    }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return "\(sign)\"\(String(escaped))\""
  }
}

extension Filter: CustomStringConvertible {
  /// The filter as a query.
  public var description: String {
    switch self {
    case .mentionYear(let years): "year:\(years)"
    case .reportYear(let years): "report-year:\(years)"
    case .published: ""
    case .region(let region): "region:\(region.text)"
    case .documentType(let name): "type:\(name.string)"
    case .section(let section): "section:\(section.rawValue)"
    case .text(let field, let text): "\(field.rawValue):\(text.string)"
    }
  }
}

extension YearFilter: CustomStringConvertible {
  /// The years as the value of a filter.
  public var description: String {
    if let row { return "=\(row)" }
    if let first, first == last { return "\(first)" }
    return "\(first.map(String.init) ?? "")..\(last.map(String.init) ?? "")"
  }
}
