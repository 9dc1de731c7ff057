import CXML

/// The attributes of an element that affect the text of a page.
struct HTMLAttributes {
  /// The classes and the identifier: `article-title zoom`.
  private(set) var names = ""
  /// The inline style, in lower case.
  private(set) var style = ""
  /// The alignment, in lower case.
  private(set) var alignment = ""
  /// The target of a link.
  private(set) var address: String?
  /// True for an element with the attribute `hidden`.
  private(set) var isHidden = false
  /// True for an element that is hidden from assistive technology: `aria-hidden="true"`.
  private(set) var isHiddenFromReaders = false
  /// True for an element with an `onclick` handler, which can make an anchor a button.
  private(set) var hasAction = false
  /// True for an element that can be the target of a link.
  private(set) var isAnchor = false
  /// The size of a `<font>`: `4`, `+1`.
  private(set) var size = ""
  /// The date of a `<time>`.
  private(set) var date: String?
  /// The type of a `<script>`.
  private(set) var type = ""
  /// The number of rows that a cell spans.
  private(set) var rows = 1
  /// The number of columns that a cell spans.
  private(set) var columns = 1

  /// Collects the attributes of an element.
  ///
  /// - Complexity: O(*n*) in their number.
  init(of node: UnsafePointer<xmlNode>) {
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let name = attribute.pointee.name else { continue }
      note(attribute, under: String(cString: name))
    }
  }

  private mutating func note(_ attribute: UnsafeMutablePointer<xmlAttr>, under name: String) {
    // Most values are addresses and sizes, of which no string is made.
    var value: String {
      attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
    }
    switch name {
    case "name": isAnchor = true
    case "id", "class":
      if name == "id" { isAnchor = true }
      names += names.isEmpty ? value : " " + value
    case "style": style = value.lowercased()
    case "align": alignment = value.lowercased()
    case "href": address = value
    case "hidden": isHidden = value.lowercased() != "until-found"
    case "aria-hidden": isHiddenFromReaders = value.lowercased() == "true"
    case "onclick": hasAction = true
    case "size": size = value
    case "datetime": date = value
    case "type": type = value.lowercased()
    case "rowspan": rows = Self.span(value)
    case "colspan": columns = Self.span(value)
    default: break
    }
  }

  /// Parses a number of rows or columns, limited to 1–1,000.
  private static func span(_ value: String) -> Int {
    let digits = value.prefix(8).filter { $0.isASCII && $0.isNumber }
    return min(max(Int(digits) ?? 1, 1), 1_000)
  }
}
