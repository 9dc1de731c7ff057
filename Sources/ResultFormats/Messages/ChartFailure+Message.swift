extension YearChart.Failure {
  /// Returns one or two sentences that say why the chart cannot be drawn and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .notByYear:
      language.choose(
        "图的横轴只能是年份。请用 --rows year，或改存为表格。",
        "A chart needs years as its rows. Use --rows year, or write a table.")
    case .tooManySeries(let count):
      language.choose(
        "需要 \(count) 条线，而一张图最多画 \(YearChart.seriesLimit) 条。请缩小检索范围（例如 region:四川省），改用更高的 "
          + "--level，或存为表格。",
        "The chart would need \(count) lines; the limit is \(YearChart.seriesLimit). "
          + "Narrow the query (for example region:四川省), use a higher --level, or write a table.")
    }
  }
}
