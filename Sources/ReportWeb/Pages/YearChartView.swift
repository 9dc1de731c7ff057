import ReportSearch
import ResultFormats

/// The matches by the years that they speak of, as a picture above the hits: a bar a year, each a link.
struct YearChartView {
  let state: SearchState
  let language: Language
  /// The counts by the years of matches, whatever year is chosen.
  let counts: [FacetCount]

  /// The picture; `nil` where fewer than two single years are told of.
  var fragment: String? {
    var values: [Int: Double] = [:]
    var others = 0
    for count in counts {
      let matches = count.matches + count.looseMatches
      if let year = Int(count.value) { values[year] = Double(matches) } else { others += matches }
    }
    guard let first = values.keys.min(), let last = values.keys.max(), first < last,
      last - first < Self.mostYears
    else { return nil }
    // What is counted here is matches: a year between without one has none.
    for year in first...last where values[year] == nil { values[year] = 0 }
    let caption = language.choose(
      "另有 \(others.grouped) 处说的是几年、隐去的或不详的年份。",
      "\(others.grouped) more speak of several years, or of none that is known.")
    return YearChart(
      title: "", valueLabel: CountMeasure.matches.label(in: language),
      yearLabel: language.choose("所述年份", "year spoken of"), missingLabel: "",
      series: [YearChart.Series(name: "", values: values)], caption: others > 0 ? [caption] : []
    ).fragment { _, year in
      values[year] == 0 ? nil : state.changed { $0.chosen[.mentionYear] = ["\(year)"] }.address
    }
  }

  /// The most years that bars have room for.
  private static let mostYears = 80
}
