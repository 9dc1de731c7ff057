import Corpus
import TextAnalysis

extension Filter: CustomStringConvertible {
  /// The filter in query syntax.
  public var description: String {
    switch self {
    case .mentionYear(let years): "year:\(years)"
    case .reportYear(let years): "report-year:\(years)"
    case .published(let days): "published:\(days)"
    case .region(let region): "region:" + QuotedText.value(region.text)
    case .documentType(let name): "type:" + QuotedText.value(name.string)
    case .section(let section): "section:\(section.rawValue)"
    case .text(let field, let text): "\(field.rawValue):" + QuotedText.value(text.string)
    }
  }
}

extension YearFilter: CustomStringConvertible {
  /// The years in the syntax of a filter's value.
  public var description: String {
    if let row { return "=\(row)" }
    if let first, first == last { return "\(first)" }
    return "\(first.map(String.init) ?? "")..\(last.map(String.init) ?? "")"
  }
}

extension DateFilter: CustomStringConvertible {
  /// The days in the syntax of a filter's value.
  public var description: String {
    if let first, first == last { return first.iso8601 }
    return "\(first?.iso8601 ?? "")..\(last?.iso8601 ?? "")"
  }
}
