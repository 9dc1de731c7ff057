extension YearChart.Failure {
  /// Why there is no chart and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    switch self {
    case .notByYear:
      language.choose(
        "图的横轴是年份：请用 --rows year，或存成表格。",
        "Charts are drawn by year: use --rows year, or write a table.")
    case .tooManySeries(let count):
      language.choose(
        "要画 \(count) 条线，一张图最多 \(YearChart.seriesLimit) 条才分得清。请缩小范围（例如 region:四川省），用更高的 --level，或存成表格。",
        "\(count) lines were asked for; \(YearChart.seriesLimit) at most can be told apart. Ask for less (for "
          + "example region:四川省), use a higher --level, or write a table.")
    }
  }
}
