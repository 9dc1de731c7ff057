/// The style of a series: a colour, a dash pattern and a marker, each of which distinguishes it
/// from its neighbours.
struct SeriesStyle: Sendable {
  /// The shape of the marker at each value.
  enum Mark {
    case disc
    case square
    case triangle
    case diamond
    case ring
    case cross
    case plus
  }

  let color: String
  let dashes: String
  let mark: Mark

  /// The styles in the order of the series.
  ///
  /// The colours are those of Okabe and Ito, "Color Universal Design" (2008), without yellow, which
  /// has too little contrast on white. Dark and light colours alternate.
  static let all = [
    SeriesStyle(color: "#0072B2", dashes: "none", mark: .disc),
    SeriesStyle(color: "#E69F00", dashes: "7 3", mark: .square),
    SeriesStyle(color: "#000000", dashes: "2 3", mark: .triangle),
    SeriesStyle(color: "#56B4E9", dashes: "10 3 2 3", mark: .diamond),
    SeriesStyle(color: "#D55E00", dashes: "none", mark: .ring),
    SeriesStyle(color: "#CC79A7", dashes: "7 3", mark: .cross),
    SeriesStyle(color: "#009E73", dashes: "2 3", mark: .plus),
  ]

  /// The class attribute of black elements, which a page with a dark background must recolour.
  var classes: [(String, String)] { color == "#000000" ? [("class", "black")] : [] }

  /// Returns the marker at a point. `title` becomes its tooltip.
  func mark(at x: Double, _ y: Double, title: String?) -> SVGElement {
    let size = 4.0
    let (left, right, top, bottom) = (x - size, x + size, y - size, y + size)
    let outline: [(Double, Double)] =
      switch mark {
      case .square: [(left, top), (right, top), (right, bottom), (left, bottom)]
      case .triangle: [(x, top - 1), (right + 1, bottom), (left - 1, bottom)]
      case .diamond: [(x, top - 1), (right + 1, y), (x, bottom + 1), (left - 1, y)]
      default: []
      }
    var element: SVGElement
    switch mark {
    case .disc, .ring:
      element = SVGElement("circle", [("cx", x.pixels), ("cy", y.pixels), ("r", "4")])
    case .square, .triangle, .diamond:
      element = SVGElement("polygon", [("points", SVGElement.points(outline))])
    case .cross, .plus:
      let path =
        mark == .plus
        ? "M\(left.pixels) \(y.pixels)H\(right.pixels)M\(x.pixels) \(top.pixels)V\(bottom.pixels)"
        : "M\(left.pixels) \(top.pixels)L\(right.pixels) \(bottom.pixels)"
          + "M\(left.pixels) \(bottom.pixels)L\(right.pixels) \(top.pixels)"
      element = SVGElement("path", [("d", path)])
    }
    element.attributes +=
      [
        ("fill", mark == .ring ? "#FFFFFF" : color), ("stroke", color), ("stroke-width", "2"),
      ] + classes
    if let title { element.children = [SVGElement("title", text: title)] }
    return element
  }
}
