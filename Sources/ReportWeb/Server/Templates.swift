import Mustache

/// The templates of the pages, embedded in the program.
struct Templates: Sendable {
  private let library: MustacheLibrary

  init() throws {
    // The library escapes whole characters, so that a quotation mark followed by a combining mark
    // would remain unescaped.
    MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
    var library = MustacheLibrary()
    for (name, bytes) in Self.sources {
      try library.register(
        "{{% CONTENT_TYPE:\(EscapedHTML.name)}}" + String(decoding: bytes, as: UTF8.self),
        named: name)
    }
    self.library = library
  }

  /// Returns the text of a template rendered with values.
  func text(of template: String, _ view: View) -> String {
    guard let text = library.render(view, withTemplate: template) else {
      preconditionFailure("there is no template \(template)")
    }
    return text
  }

  /// The sources of the templates by name.
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

/// The values for a template: strings, numbers, Booleans, nested views and arrays of views.
typealias View = [String: Any]

extension View {
  /// Returns a value for an optional name. Templates test it with `{{#name}}` before they show it.
  ///
  /// A missing value becomes `false`, because a name that does not exist would be looked up in the
  /// enclosing views.
  static func optional(_ value: Any?) -> Any { value ?? false }
}

/// Escaping for text in HTML elements and attributes.
///
/// Works on Unicode scalars, so that markup characters are escaped even if combining marks follow
/// them. Control characters other than newline and tab become spaces.
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
