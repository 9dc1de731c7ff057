/// The layout of a chart, in pixels.
///
/// From top to bottom: title, legend, label of the value axis, plot with its years, caption.
struct YearChartDrawing {
  /// The font sizes of the title and of all other text.
  static let (titleSize, textSize) = (17.0, 13.0)
  static let lineHeight = 20.0
  static let width = 760.0
  static let margin = 20.0
  static let plotHeight = 260.0

  let chart: YearChart
  let ticks: AxisTicks
  /// The title and the caption, broken into lines that fit the width.
  let title: [String]
  let caption: [String]
  let legend: [(x: Double, row: Int, item: LegendItem)]

  /// An entry of the legend.
  enum LegendItem {
    /// The line and the marker of a series.
    case series(Int)
    /// The hatching over years without a value.
    case missing
  }

  init(_ chart: YearChart) {
    self.chart = chart
    let greatest = chart.series.flatMap(\.values.values).max() ?? 0
    let areWhole = chart.series.allSatisfy { $0.values.values.allSatisfy { $0 == $0.rounded() } }
    ticks = AxisTicks(upTo: greatest, areWhole: areWhole)
    let width = Self.width - 2 * Self.margin
    title = LineBreaking.lines(of: chart.title, cells: Int(width / Self.titleSize * 2))
    caption = chart.caption.flatMap {
      LineBreaking.lines(of: $0, cells: Int(width / Self.textSize * 2))
    }
    var items: [LegendItem] =
      chart.series.count > 1 ? chart.series.indices.map(LegendItem.series) : []
    if !chart.missingYears.isEmpty { items.append(.missing) }
    legend = Self.placed(items, chart)
  }

  /// Lays the legend's entries out from left to right, in as many rows as they need.
  private static func placed(
    _ items: [LegendItem], _ chart: YearChart
  ) -> [(x: Double, row: Int, item: LegendItem)] {
    var (x, row) = (margin, 0)
    return items.map { item in
      let width = 40 + Self.width(of: label(of: item, chart)) + 18
      if x > margin, x + width > Self.width - margin { (x, row) = (margin, row + 1) }
      defer { x += width }
      return (x, row, item)
    }
  }

  static func label(of item: LegendItem, _ chart: YearChart) -> String {
    switch item {
    case .series(let place): LineBreaking.shortened(chart.series[place].name, cells: 90)
    case .missing: chart.missingLabel
    }
  }

  static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * textSize / 2 }

  // MARK: Layout

  private var legendTop: Double {
    Self.margin + Double(title.count) * (Self.titleSize + 6) + 6
  }

  private var labelTop: Double {
    legendTop + Double((legend.last?.row ?? -1) + 1) * Self.lineHeight + 4
  }

  var plotTop: Double { labelTop + Self.lineHeight + 6 }
  var plotBottom: Double { plotTop + Self.plotHeight }
  var plotLeft: Double {
    Self.margin + ticks.values.map { Self.width(of: ticks.label(of: $0)) }.max()! + 8
  }
  var plotRight: Double { Self.width - Self.margin - 30 }
  private var captionTop: Double { plotBottom + 3 * Self.lineHeight + 6 }
  private var height: Double {
    captionTop + Double(caption.count) * Self.lineHeight + Self.margin - 6
  }

  /// The width of one year.
  var slot: Double { (plotRight - plotLeft) / Double(chart.years?.count ?? 1) }

  /// Returns the horizontal centre of a year.
  func x(_ year: Int) -> Double {
    plotLeft + (Double(year - (chart.years?.lowerBound ?? year)) + 0.5) * slot
  }

  /// Returns the vertical position of a value.
  func y(_ value: Double) -> Double { plotBottom - value / ticks.top * Self.plotHeight }

  // MARK: Parts

  func picture(role: String, link: (Int, Int) -> String?) -> SVGElement {
    let (width, height) = (Self.width.pixels, self.height.pixels)
    return SVGElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height),
        ("viewBox", "0 0 \(width) \(height)"), ("role", role),
        (
          "font-family",
          "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',"
            + "'WenQuanYi Zen Hei',sans-serif"
        ), ("font-size", Self.textSize.pixels), ("fill", "#222222"),
      ],
      [
        SVGElement("title", text: chart.title),
        SVGElement("desc", text: chart.caption.joined(separator: "\n")),
        Self.shade,
        SVGElement(
          "rect",
          [("class", "ground"), ("width", width), ("height", height), ("fill", "#FFFFFF")]),
      ] + titleLines + legendItems + axes + missingYears + numbers(link: link) + captionLines)
  }

  private var titleLines: [SVGElement] {
    title.enumerated().map { row, line in
      Self.text(
        line, Self.margin, Self.margin + Self.titleSize + Double(row) * (Self.titleSize + 6),
        [("font-size", Self.titleSize.pixels), ("font-weight", "bold")])
    }
  }

  private var captionLines: [SVGElement] {
    caption.enumerated().map { row, line in
      Self.text(line, Self.margin, captionTop + Double(row) * Self.lineHeight)
    }
  }

  private var legendItems: [SVGElement] {
    legend.flatMap { x, row, item in
      let y = legendTop + Double(row) * Self.lineHeight + Self.lineHeight / 2
      let sample: [SVGElement] =
        switch item {
        case .series(let place): line(place, from: (x, y), to: (x + 32, y))
        case .missing:
          [Self.shaded(x: x, y: y - 7, width: 32, height: 14)]
        }
      return sample + [
        Self.text(Self.label(of: item, chart), x + 40, y + Self.textSize * 0.37)
      ]
    }
  }

  private func line(
    _ place: Int, from start: (Double, Double), to end: (Double, Double)
  ) -> [SVGElement] {
    let style = SeriesStyle.all[place]
    let middle = ((start.0 + end.0) / 2, (start.1 + end.1) / 2)
    return [
      polyline([start, end], style), style.mark(at: middle.0, middle.1, title: nil),
    ]
  }

  private var axes: [SVGElement] {
    var parts = [Self.text(chart.valueLabel, Self.margin, labelTop + Self.textSize)]
    for value in ticks.values {
      let y = y(value)
      parts.append(Self.rule((plotLeft, y), (plotRight, y), value == 0 ? .ink : .grid))
      parts.append(
        Self.text(
          ticks.label(of: value), plotLeft - 6, y + Self.textSize * 0.37, [("text-anchor", "end")]))
    }
    guard let years = chart.years else { return parts }
    for year in AxisTicks.years(years, limit: Int((plotRight - plotLeft) / 38)) {
      parts.append(Self.rule((x(year), plotBottom), (x(year), plotBottom + 5), .ink))
      parts.append(
        Self.text(
          "\(year)", x(year), plotBottom + 5 + Self.textSize + 2, [("text-anchor", "middle")]))
    }
    parts.append(
      Self.text(
        chart.yearLabel, (plotLeft + plotRight) / 2, plotBottom + 2 * Self.lineHeight - 1,
        [("text-anchor", "middle")]))
    return parts
  }

  private var missingYears: [SVGElement] {
    chart.missingYears.map {
      Self.shaded(
        x: x($0) - slot / 2, y: plotTop, width: slot, height: Self.plotHeight)
    }
  }
}
