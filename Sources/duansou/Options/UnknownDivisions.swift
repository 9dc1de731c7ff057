import ReportSearch
import ResultFormats

/// Says of names of regions which of them no division has: they are noted as written.
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
