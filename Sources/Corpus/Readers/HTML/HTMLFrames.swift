import CXML

/// Frames of a web page, which show other files.
enum HTMLFrames {
  /// Returns the address of the file that an element shows in a frame, or `nil` if it shows none, or one
  /// without text: a picture, or a frame too small to be read, as counters of visitors are.
  static func address(of node: UnsafePointer<xmlNode>, named name: String) -> String? {
    let attribute: String
    switch name {
    case "frame", "iframe": attribute = "src"
    case "object", "embed":
      attribute = name == "object" ? "data" : "src"
      let type = HTMLElements.attribute("type", of: node)?.lowercased() ?? ""
      guard type.hasPrefix("text/") || type == "application/pdf" || type.contains("xhtml") else {
        return nil
      }
    default: return nil
    }
    guard !isHidden(node) else { return nil }
    if HTMLElements.attribute("srcdoc", of: node)?.isEmpty == false { return "srcdoc" }
    guard let address = HTMLElements.attribute(attribute, of: node)?.trimmingASCIISpace(),
      !address.isEmpty,
      !["about:", "javascript:", "data:image"].contains(where: address.lowercased().hasPrefix)
    else { return nil }
    return address
  }

  /// Returns the reason why text of a page is missing if frames may show part of it.
  ///
  /// Frames outside the main text do not, nor do those inside it that show other sites:
  /// advertisements, videos. A page without prose may consist of any frame.
  ///
  /// - Parameter isInMain: True for the elements of the main text; empty if the page has none.
  static func incompleteness(of page: Page, isInMain: [Bool]) -> [Incompleteness] {
    var addresses: [String] = []
    for frame in page.frames where !addresses.contains(frame.address) {
      guard !isBeside(frame.element, of: page) else { continue }
      if !isInMain.isEmpty {
        guard isInMain[frame.element], isOfSameSite(frame.address, as: page.head.url)
        else { continue }
      }
      addresses.append(frame.address)
    }
    guard let first = addresses.first else { return [] }
    return [Incompleteness(.frame, part: first, count: addresses.count)]
  }

  private static func isBeside(_ element: Int, of page: Page) -> Bool {
    var next: Int? = element
    while let place = next {
      if page.elements[place].isBeside { return true }
      next = page.elements[place].parent
    }
    return false
  }

  /// True if an address is relative, names a part of a web archive or a local file, or has the host of
  /// the page.
  private static func isOfSameSite(_ address: String, as page: String?) -> Bool {
    guard let host = host(of: address) else { return true }
    return page.flatMap(self.host) == host
  }

  /// Returns the host of an absolute address of the web in lowercase, or `nil` for other addresses.
  private static func host(of address: String) -> String? {
    let address = address.lowercased()
    guard let start = ["http://", "https://", "//"].first(where: address.hasPrefix) else {
      return nil
    }
    return String(address.dropFirst(start.count).prefix { $0 != "/" && $0 != "?" })
  }

  /// The width and height in pixels below which a frame shows no paragraph.
  private static let smallest = ["width": 200, "height": 40]

  private static func isHidden(_ node: UnsafePointer<xmlNode>) -> Bool {
    if xmlHasProp(node, "hidden") != nil { return true }
    let style =
      HTMLElements.attribute("style", of: node)?.lowercased()
      .filter { !$0.isWhitespace } ?? ""
    if style.contains("display:none") || style.contains("visibility:hidden") { return true }
    return smallest.contains { name, smallest in
      if let value = HTMLElements.attribute(name, of: node), let number = pixels(value) {
        return number < smallest
      }
      return style.split(separator: ";").contains { declaration in
        let parts = declaration.split(separator: ":")
        return parts.count == 2 && parts[0] == name
          && (pixels(String(parts[1])).map { $0 < smallest } ?? false)
      }
    }
  }

  /// Returns a length in pixels: `300`, `300px`.
  private static func pixels(_ value: String) -> Int? {
    let value = value.hasSuffix("px") ? value.dropLast(2) : value[...]
    return Int(value)
  }
}

extension String {
  fileprivate func trimmingASCIISpace() -> String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.drop { $0.value <= 0x20 }.reversed().drop { $0.value <= 0x20 }.reversed()))
  }
}
