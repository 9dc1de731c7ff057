import CXML

/// Recognizes the elements whose text a browser does not show.
///
/// Sites hide spam and their own name between the words of an article, menus, dialogues, and what they
/// send to other programs: by the element's own style or attributes, or by a rule of the page's style
/// sheet. Rules with more than one class or element are not looked at.
struct HiddenText {
  /// The evidence that is believed.
  enum Trust: Comparable {
    /// None: all text is visible.
    case nothing
    /// The element's own style and attributes only.
    case ownStyle
    /// Rules of the page's style sheet, `<noscript>` and `aria-hidden` as well.
    case everything
  }

  private let trust: Trust
  private var classes: Set<Substring> = ["jammer"]
  private var identifiers: Set<Substring> = []

  init(trusting trust: Trust) { self.trust = trust }

  /// True if an element and everything in it is hidden.
  ///
  /// - Parameter isStyledSo: Whether its own style hides it.
  func hides(_ name: String, _ attributes: HTMLAttributes, isStyledSo: Bool) -> Bool {
    guard trust > .nothing else { return false }
    if attributes.isHidden || isStyledSo { return true }
    guard trust > .ownStyle else { return false }
    if name == "noscript" || name == "dialog" || attributes.isHiddenFromReaders { return true }
    // A style of the element's own takes precedence over the sheet.
    guard !attributes.names.isEmpty, !attributes.style.contains("display") else { return false }
    return attributes.names.split(whereSeparator: \.isWhitespace).contains {
      classes.contains($0) || identifiers.contains($0)
    }
  }

  /// Notes the rules of a style sheet that hide elements of one class or identifier.
  ///
  /// - Complexity: O(*n*).
  mutating func note(styleSheet: String) {
    guard trust > .ownStyle, styleSheet.utf8.count <= 1_000_000 else { return }
    let bytes = Array(styleSheet.utf8)
    var depth = 0
    var selector = 0
    var rule = 0
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") {
        depth += 1
        rule = place + 1
      } else if byte == UInt8(ascii: "}") {
        // Rules inside `@media` apply to paper or to some screens.
        if depth == 1, rule > selector, Self.canHide(bytes[rule..<place]) {
          note(
            selector: String(decoding: bytes[selector..<(rule - 1)], as: UTF8.self),
            rule: String(decoding: bytes[rule..<place], as: UTF8.self).lowercased())
        }
        depth = max(depth - 1, 0)
        if depth == 0 { selector = place + 1 }
      }
    }
  }

  /// True if declarations have one of the words that hide elements. Few have.
  private static func canHide(_ rule: ArraySlice<UInt8>) -> Bool {
    rule.count <= 2_000
      && rule.indices.contains { place in
        switch rule[place] | 0x20 {
        case UInt8(ascii: "n"): isWord("none", at: place, in: rule)
        case UInt8(ascii: "h"): isWord("hidden", at: place, in: rule)
        case UInt8(ascii: "c"): isWord("clip", at: place, in: rule)
        default: false
        }
      }
  }

  private static func isWord(
    _ word: StaticString, at place: Int, in rule: ArraySlice<UInt8>
  ) -> Bool {
    rule.endIndex - place >= word.utf8CodeUnitCount
      && (0..<word.utf8CodeUnitCount).allSatisfy { rule[place + $0] | 0x20 == word.utf8Start[$0] }
  }

  private mutating func note(selector: String, rule: String) {
    guard selector.utf8.count <= 500, !selector.contains("@"),
      Self.hides(rule) || Self.clips(rule)
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

  /// True if declarations hide an element.
  static func hides(_ style: String) -> Bool {
    guard !style.isEmpty else { return false }
    let bytes = style.utf8.filter { $0 > 0x20 }
    return bytes.split(separator: UInt8(ascii: ";")).contains { declaration in
      let declaration = declaration.prefix { $0 != UInt8(ascii: "!") }
      return hidingDeclarations.contains { $0.elementsEqual(declaration) }
    }
  }

  private static let hidingDeclarations = [
    "display:none", "visibility:hidden", "visibility:collapse", "font-size:0", "font-size:0px",
    "font-size:0pt", "opacity:0",
  ].map { Array($0.utf8) }

  /// True if declarations leave one point of an element, as texts for screen readers only have it.
  private static func clips(_ style: String) -> Bool {
    style.contains("clip") && style.filter { !$0.isWhitespace }.contains("width:1px")
  }

  // MARK: Text that a click unfolds

  /// True if a hidden element has sentences and a control next to it that shows them: `展开全文`.
  static func isUnfolded(_ node: UnsafePointer<xmlNode>) -> Bool {
    let text = beginning(of: node)
    guard text.utf8.count >= 120, text.contains("。"), !text.contains("二维码") else { return false }
    return hasControl(near: node)
      || node.pointee.parent.map { hasControl(near: UnsafePointer($0)) } ?? false
  }

  /// True if one of the next siblings, or one before, is a control.
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

  /// Returns the first text of an element: of at most 200 nodes.
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
