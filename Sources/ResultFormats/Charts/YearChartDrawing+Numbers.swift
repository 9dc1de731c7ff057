/// The values of a chart, and the elements that its parts consist of.
extension YearChartDrawing {
  /// Returns bars for one series, lines for several.
  func numbers(link: (Int, Int) -> String?) -> [SVGElement] {
    chart.series.count == 1
      ? bars(link: link) : chart.series.indices.flatMap { lines($0, link: link) }
  }

  /// Returns one bar for each year. Zero is a bar of no height with its number on the axis.
  private func bars(link: (Int, Int) -> String?) -> [SVGElement] {
    let series = chart.series[0]
    let width = min(slot * 0.7, 48)
    let widest = series.values.values.map { Self.width(of: Self.label(of: $0)) }.max() ?? 0
    return series.values.sorted { $0.key < $1.key }.flatMap { year, value in
      let top = y(value)
      let bar = SVGElement(
        "rect",
        [
          ("x", (x(year) - width / 2).pixels), ("y", top.pixels), ("width", width.pixels),
          ("height", (plotBottom - top).pixels), ("fill", SeriesStyle.all[0].color),
        ], [SVGElement("title", text: "\(year) \(Self.label(of: value))")])
      let number = Self.text(
        Self.label(of: value), x(year), top - 5, [("text-anchor", "middle")])
      return [bar.linked(to: link(0, year))] + (widest < slot - 2 ? [number] : [])
    }
  }

  /// Returns a line through consecutive years, broken at missing years, and a marker at each value.
  private func lines(_ place: Int, link: (Int, Int) -> String?) -> [SVGElement] {
    let (series, style) = (chart.series[place], SeriesStyle.all[place])
    let points = series.values.sorted { $0.key < $1.key }
    var runs: [[(Double, Double)]] = []
    for (year, value) in points {
      if series.values[year - 1] == nil { runs.append([]) }
      runs[runs.count - 1].append((x(year), y(value)))
    }
    return runs.filter { $0.count > 1 }.map { polyline($0, style) }
      + points.map { year, value in
        style.mark(
          at: x(year), y(value), title: "\(series.name) \(year) \(Self.label(of: value))"
        ).linked(to: link(place, year))
      }
  }

  func polyline(_ points: [(Double, Double)], _ style: SeriesStyle) -> SVGElement {
    SVGElement(
      "polyline",
      [
        ("points", SVGElement.points(points)), ("fill", "none"), ("stroke", style.color),
        ("stroke-width", "2"), ("stroke-dasharray", style.dashes),
      ] + style.classes)
  }

  /// Returns the number above a bar: an integer, or two decimals.
  private static func label(of value: Double) -> String {
    AxisTicks.text(of: value, decimals: value == value.rounded() ? 0 : 2)
  }

  // MARK: Elements

  static func text(
    _ text: String, _ x: Double, _ y: Double, _ attributes: [(String, String)] = []
  ) -> SVGElement {
    SVGElement("text", [("x", x.pixels), ("y", y.pixels)] + attributes, text: text)
  }

  /// The colours of axes and grid lines.
  enum RuleColor: String {
    case ink = "#222222"
    case grid = "#D0D0D0"

    var name: String { self == .ink ? "ink" : "grid" }
  }

  static func rule(
    _ start: (Double, Double), _ end: (Double, Double), _ color: RuleColor
  ) -> SVGElement {
    SVGElement(
      "line",
      [
        ("class", color.name), ("x1", start.0.pixels), ("y1", start.1.pixels), ("x2", end.0.pixels),
        ("y2", end.1.pixels), ("stroke", color.rawValue),
      ])
  }

  /// The hatching of missing years.
  static let shade = SVGElement(
    "defs", [],
    [
      SVGElement(
        "pattern",
        [
          ("id", "missing"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"),
          ("patternTransform", "rotate(45)"),
        ],
        [
          SVGElement(
            "line",
            [
              ("class", "shade"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "6"),
              ("stroke", "#B0B0B0"),
            ])
        ])
    ])

  static func shaded(x: Double, y: Double, width: Double, height: Double) -> SVGElement {
    SVGElement(
      "rect",
      [
        ("x", x.pixels), ("y", y.pixels), ("width", width.pixels), ("height", height.pixels),
        ("fill", "url(#missing)"),
      ])
  }
}
