import Corpus
import TextAnalysis

extension Query: CustomStringConvertible {
  /// The normal form of the query. It parses to the same query, given the same concepts.
  public var description: String { description(inside: .either) }

  /// Operator precedence, the loosest first.
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
  /// The term in query syntax.
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
  /// The literal in query syntax, quoted if the bare text would parse differently.
  public var description: String {
    let sign = allowsInterruption ? "~" : ""
    // A quotation mark may pair up with one that follows.
    guard text.unicodeScalars.allSatisfy({ QuerySigns.closingMark(of: $0) == nil }) else {
      return sign + QuotedText.quoted(text)
    }
    // The literal must parse the same alone, next to other words and in brackets.
    let scalars = Array("(\(sign)\(text) | x)".unicodeScalars)
    let reading = try? QueryParser(concepts: ConceptList()).unlimitedReading(of: scalars)
    if case .any(let queries)? = reading?.query, queries.first == .term(.literal(self)) {
      return sign + text
    }
    return sign + QuotedText.quoted(text)
  }
}

extension Pattern: CustomStringConvertible {
  /// The pattern in query syntax.
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

/// Quotes and escapes text for the query syntax.
enum QuotedText {
  /// Returns a text in quotation marks, without control characters, which fold to nothing.
  static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isControl {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    return "\"\(String(quoted))\""
  }

  /// Returns a folded text with a backslash before each ASCII character other than letters and
  /// digits.
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

  /// Returns the value of a field, quoted if it would otherwise end early.
  static func value(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      !scalar.isSpace && !"|()\\".unicodeScalars.contains(QuerySigns.ascii(scalar))
        && QuerySigns.closingMark(of: scalar) == nil && !scalar.isControl
    }
    return isPlain ? text : quoted(text)
  }
}
