import ReportSearch
import ResultFormats

/// Warns on standard error about region names that match no administrative division. They are
/// stored as written, without a code.
func tellUnknownDivisions(among regions: [String?]) {
  let unknown = Set(regions.compactMap(\.self)).filter { RegionFilter($0).divisions.isEmpty }
  for region in unknown.sorted() {
    tell(
      say(
        "注意：区划里没有“\(region)”，照写的记下，没有代码。写错了的请改正后重新运行。",
        "Note: there is no division “\(region)”; it is noted as written, without a code. If it is a slip, mend it "
          + "and run the command again."))
  }
}
