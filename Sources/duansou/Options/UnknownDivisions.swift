import ReportSearch
import ResultFormats

/// Warns on standard error about region names that match no administrative division. They are
/// stored as written, without a code.
func tellUnknownDivisions(among regions: [String?]) {
  let unknown = Set(regions.compactMap(\.self)).filter { RegionFilter($0).divisions.isEmpty }
  for region in unknown.sorted() {
    tell(
      say(
        "注意：行政区划中没有“\(region)”，将按原样记录，不带代码。如有误，请改正后重新运行。",
        "Note: there is no administrative division “\(region)”; it is stored as written, "
          + "without a code. If this is a mistake, correct it and run the command again."))
  }
}
