import CXML

/// Recognizes the elements whose text a browser does not show.
///
/// Sites hide spam and their own name between the words of an article. They also hide menus,
/// dialogs and text for other programs. An element is hidden by its own style or attributes, or by
/// a rule of the page's style sheet. Only selectors of a single class or identifier are evaluated.
struct HiddenText {
  /// The evidence that is accepted.
  enum Trust: Comparable {
    /// None: all text is visible.
    case nothing
    /// The element's own style and attributes only.
    case ownStyle
    /// Also the rules of the page's style sheet, `<noscript>` and `aria-hidden`.
    case everything
  }

  private let trust: Trust
  private var classes: Set<Substring> = ["jammer"]
  private var identifiers: Set<Substring> = []

  init(trusting trust: Trust) { self.trust = trust }

  /// Returns true if an element with all its content is hidden.
  ///
  /// - Parameter isStyledSo: True if the element's own style hides it.
  func hides(_ name: String, _ attributes: HTMLAttributes, isStyledSo: Bool) -> Bool {
    guard trust > .nothing else { return false }
    if attributes.isHidden || isStyledSo { return true }
    guard trust > .ownStyle else { return false }
    if name == "noscript" || name == "dialog" || attributes.isHiddenFromReaders { return true }
    // The element's own style takes precedence over the style sheet.
    guard !attributes.names.isEmpty, !attributes.style.contains("display") else { return false }
    return attributes.names.split(whereSeparator: \.isWhitespace).contains {
      classes.contains($0) || identifiers.contains($0)
    }
  }

  /// Records the rules of a style sheet that hide elements of one class or identifier.
  ///
  /// - Complexity: O(*n*).
  mutating func note(styleSheet: String) {
    guard trust > .ownStyle, styleSheet.utf8.count <= 1_000_000 else { return }
    var depth = 0
    var selector = styleSheet.startIndex
    var rule = styleSheet.startIndex
    for place in styleSheet.utf8.indices {
      switch styleSheet.utf8[place] {
      case UInt8(ascii: "{"):
        depth += 1
        rule = styleSheet.utf8.index(after: place)
      case UInt8(ascii: "}"):
        // Rules inside `@media` apply to paper or to some screens.
        if depth == 1, rule <= place {
          note(selector: styleSheet[selector..<rule].dropLast(), rule: styleSheet[rule..<place])
        }
        depth = max(depth - 1, 0)
        if depth == 0 { selector = styleSheet.utf8.index(after: place) }
      default: break
      }
    }
  }

  private mutating func note(selector: Substring, rule: Substring) {
    guard selector.utf8.count <= 500, !selector.contains("@"),
      Self.hides(rule.lowercased()) || Self.clips(rule.lowercased())
    else { return }
    for name in selector.split(separator: ",") {
      var name = name.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      while name.last?.isWhitespace == true { name.removeLast() }
      let rest = name.dropFirst()
      guard let first = name.first, !rest.isEmpty,
        rest.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      else { continue }
      if first == "." { classes.insert(rest) } else if first == "#" { identifiers.insert(rest) }
    }
  }

  /// Returns true if style declarations hide an element.
  static func hides(_ style: String) -> Bool {
    guard !style.isEmpty else { return false }
    return style.split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return false }
      let value = parts[1].filter { !$0.isWhitespace }.prefix { $0 != "!" }
      return switch parts[0].filter({ !$0.isWhitespace }) {
      case "display": value == "none"
      case "visibility": value == "hidden" || value == "collapse"
      case "font-size": value == "0" || value == "0px" || value == "0pt"
      case "opacity": value == "0"
      default: false
      }
    }
  }

  /// Returns true if style declarations clip an element to one pixel, which is common for text that
  /// is meant for screen readers only.
  private static func clips(_ style: String) -> Bool {
    style.contains("clip") && style.filter { !$0.isWhitespace }.contains("width:1px")
  }

  // MARK: Text that a click unfolds

  /// Returns true if a hidden element contains sentences and a nearby control reveals them: `展开全文`.
  static func isUnfolded(_ node: UnsafePointer<xmlNode>) -> Bool {
    let text = beginning(of: node)
    guard text.utf8.count >= 120, text.contains("。"), !text.contains("二维码") else { return false }
    return hasControl(near: node)
      || node.pointee.parent.map { hasControl(near: UnsafePointer($0)) } ?? false
  }

  /// Returns true if one of the next six or previous three siblings is a control.
  private static func hasControl(near node: UnsafePointer<xmlNode>) -> Bool {
    var next = node.pointee.next
    for _ in 0..<6 {
      guard let sibling = next else { break }
      if isControl(sibling) { return true }
      next = sibling.pointee.next
    }
    var previous = node.pointee.prev
    for _ in 0..<3 {
      guard let sibling = previous else { break }
      if isControl(sibling) { return true }
      previous = sibling.pointee.prev
    }
    return false
  }

  private static func isControl(_ node: UnsafePointer<xmlNode>) -> Bool {
    guard node.pointee.type == XML_ELEMENT_NODE else { return false }
    let text = beginning(of: node)
    return text.unicodeScalars.count <= 20 && controls.contains { text.contains($0) }
  }

  private static let controls = ["展开", "全文", "阅读更多", "查看更多", "显示更多", "继续阅读", "剩余", "余下"]

  /// Returns the beginning of an element's text, from at most 200 nodes.
  private static func beginning(of root: UnsafePointer<xmlNode>) -> String {
    var text = ""
    var node = root
    for _ in 0..<200 {
      if node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content {
        text += String(cString: content).filter { !$0.isWhitespace }
        if text.utf8.count > 2_000 { break }
      }
      if let child = node.pointee.children {
        node = UnsafePointer(child)
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = UnsafePointer(parent)
      }
      guard node != root, let next = node.pointee.next else { break }
      node = UnsafePointer(next)
    }
    return text
  }
}
