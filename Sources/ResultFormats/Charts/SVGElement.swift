import Foundation

/// An SVG element with its attributes, and either text or children.
struct SVGElement {
  let name: String
  var attributes: [(String, String)]
  var text: String
  var children: [SVGElement]

  init(
    _ name: String, _ attributes: [(String, String)] = [], text: String = "",
    _ children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }

  /// Returns the element as XML, one element a line.
  func xml(indent: String = "") -> String {
    let attributes = attributes.map { " \($0)=\"\(MarkupText.escaped($1))\"" }.joined()
    let open = "\(indent)<\(name)\(attributes)"
    if children.isEmpty {
      return text.isEmpty
        ? open + "/>\n" : open + ">\(MarkupText.escaped(text))</\(name)>\n"
    }
    return open + ">\n" + children.map { $0.xml(indent: indent + " ") }.joined()
      + "\(indent)</\(name)>\n"
  }

  /// Returns the element inside a link; the element itself if there is no address.
  func linked(to address: String?) -> SVGElement {
    address.map { SVGElement("a", [("href", $0)], [self]) } ?? self
  }

  /// Returns corners in the syntax of the attribute `points`.
  static func points(_ corners: [(Double, Double)]) -> String {
    corners.map { "\($0.0.pixels),\($0.1.pixels)" }.joined(separator: " ")
  }
}

extension Double {
  /// The value as a length in pixels, rounded to one decimal.
  var pixels: String {
    let tenths = Int((self * 10).rounded())
    return tenths.isMultiple(of: 10)
      ? "\(tenths / 10)" : String(format: "%.1f", Double(tenths) / 10)
  }
}
