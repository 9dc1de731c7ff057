import Corpus
package import ReportSearch

extension Facet {
  /// The facet as people read it.
  package func label(in language: Language) -> String {
    switch self {
    case .mentionYear: language.choose("所述年份", "Year mentioned")
    case .reportYear: language.choose("报告年份", "Report year")
    case .region: language.choose("地区", "Region")
    case .city: language.choose("市", "City")
    case .province: language.choose("省", "Province")
    case .issuer: language.choose("发文机关", "Issuer")
    case .documentType: language.choose("文种", "Document type")
    case .section: language.choose("所在部分", "Section")
    case .source: language.choose("来源", "Source")
    }
  }

  /// The columns of a table in which a value stands.
  var columnNames: [String] {
    switch self {
    case .mentionYear, .reportYear: ["year"]
    case .region, .city, .province: ["region_code", "region_name"]
    case .documentType: ["doc_type"]
    case .issuer: ["issuer"]
    case .section: ["section_kind"]
    case .source: ["source"]
    }
  }

  /// A value in these columns.
  func cells(of value: FacetValue) -> [Cell] {
    func known(_ text: String) -> Cell { text.isEmpty ? .null : .text(text) }
    guard level != nil else { return [known(value.value)] }
    return [value.value == value.label ? .null : known(value.value), known(value.label)]
  }

  /// A value in a table, as people read it.
  func label(of value: FacetValue, in language: Language) -> String {
    switch value.value {
    case MentionedYears.placeholder.row where isByYear: language.choose("年份已隐去", "year redacted")
    case MentionedYears.undated.row, "": language.choose("不详", "unknown")
    case let section where self == .section:
      SectionKind(rawValue: section)?.label(in: language) ?? value.label
    default: value.label
    }
  }
}
