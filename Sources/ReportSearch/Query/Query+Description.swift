import Corpus
import TextAnalysis

extension Query: CustomStringConvertible {
  /// The normal form of the query: what it was read as. It parses to the same query, with the same
  /// concepts.
  public var description: String { description(inside: .either) }

  /// How closely operators bind, the loosest first.
  private enum Binding: Int {
    case either
    case all
    case near
    case operand
  }

  private var binding: Binding {
    switch self {
    case .any: .either
    case .all: .all
    case .near: .near
    case .term, .excluding, .filter, .same: .operand
    }
  }

  private func description(inside outer: Binding) -> String {
    let text =
      switch self {
      case .term(let term): term.description
      case .filter(let filter): filter.description
      case .excluding(let query): "-" + query.description(inside: .operand)
      case .same(let scope, let query): "same:\(scope.rawValue)(\(query.description))"
      case .any(let queries):
        queries.map { $0.description(inside: .all) }.joined(separator: " | ")
      case .all(let queries):
        queries.map { $0.description(inside: .near) }.joined(separator: " ")
      case .near(let left, let right, let distance, let isOrdered):
        left.description(inside: .near) + " \(isOrdered ? ">" : "/")\(distance) "
          + right.description(inside: .operand)
      }
    return binding.rawValue < outer.rawValue ? "(\(text))" : text
  }
}

extension Term: CustomStringConvertible {
  /// The term as a query.
  public var description: String {
    switch self {
    case .literal(let literal): literal.description
    case .pattern(let pattern): pattern.description
    case .original(let text): "original:" + QuotedText.quoted(text.text)
    case .concept(let concept): "@" + QuotedText.value(concept.name)
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The literal as a query: in quotation marks where it would otherwise mean something else.
  public var description: String {
    let sign = allowsInterruption ? "~" : ""
    // Quotation marks may find a partner in what follows.
    guard text.unicodeScalars.allSatisfy({ QuerySigns.closingMark(of: $0) == nil }) else {
      return sign + QuotedText.quoted(text)
    }
    // Among other words and in brackets it must be read as it is alone.
    let scalars = Array("(\(sign)\(text) | x)".unicodeScalars)
    let reading = try? QueryParser(concepts: ConceptList()).unlimitedReading(of: scalars)
    if case .any(let queries)? = reading?.query, queries.first == .term(.literal(self)) {
      return sign + text
    }
    return sign + QuotedText.quoted(text)
  }
}

extension Pattern: CustomStringConvertible {
  /// The pattern as a query.
  public var description: String {
    var text = QuotedText.escaped(pieces[0].string)
    for (joint, piece) in zip(joints, pieces.dropFirst()) {
      switch joint {
      case .gap: text += "…"
      case .anyCharacter(let count): text += String(repeating: "?", count: count)
      }
      text += QuotedText.escaped(piece.string)
    }
    return text
  }
}

/// Texts in queries, so that no character of them means something.
enum QuotedText {
  /// The text in quotation marks, without control characters, which fold to nothing.
  static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isControl {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    return "\"\(String(quoted))\""
  }

  /// A folded text with a backslash before each character that might mean something.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) {
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// The value of a field, in quotation marks where it would otherwise end too early.
  static func value(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      !scalar.isSpace && !"|()\\".unicodeScalars.contains(QuerySigns.ascii(scalar))
        && QuerySigns.closingMark(of: scalar) == nil && !scalar.isControl
    }
    return isPlain ? text : quoted(text)
  }
}
