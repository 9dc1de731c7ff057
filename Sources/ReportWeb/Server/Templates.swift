import Mustache

/// The templates of the pages, which are part of the program: it needs no file beside it.
struct Templates: Sendable {
  private let library: MustacheLibrary

  init() throws {
    // The library's own escaping looks at what people take for characters, so that a quotation mark with a
    // combining mark behind it would pass.
    MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
    var library = MustacheLibrary()
    for (name, bytes) in Self.sources {
      try library.register(
        "{{% CONTENT_TYPE:\(EscapedHTML.name)}}" + String(decoding: bytes, as: UTF8.self),
        named: name)
    }
    self.library = library
  }

  /// Returns a page.
  func text(of template: String, _ view: View) -> String {
    guard let text = library.render(view, withTemplate: template) else {
      preconditionFailure("there is no template \(template)")
    }
    return text
  }

  /// The templates by their names.
  static let sources: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache,
    "search": PackageResources.search_mustache,
    "hits": PackageResources.hits_mustache,
    "concordance": PackageResources.concordance_mustache,
    "counts": PackageResources.counts_mustache,
    "facets": PackageResources.facets_mustache,
    "rest": PackageResources.rest_mustache,
    "value": PackageResources.value_mustache,
    "home": PackageResources.home_mustache,
    "report": PackageResources.report_mustache,
    "source": PackageResources.source_mustache,
    "copies": PackageResources.copies_mustache,
    "side": PackageResources.side_mustache,
    "login": PackageResources.login_mustache,
    "error": PackageResources.error_mustache,
  ]
}

/// What a template is filled with: texts, numbers, yes or no, other views and lists of them.
typealias View = [String: Any]

extension View {
  /// A value that may be missing; a template asks `{{#name}}` before it shows it.
  ///
  /// It is told as `false`: a name that is not there at all would be looked for in the views around.
  static func optional(_ value: Any?) -> Any { value ?? false }
}

/// Text inside elements and attributes of HTML: scalar by scalar, so that no mark of markup passes,
/// whatever stands behind it; control characters are shown as spaces.
struct EscapedHTML: MustacheContentType {
  static let name = "DUANSOU"

  func escapeText(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": escaped.append(scalar)
      default:
        escaped.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return String(escaped)
  }
}
