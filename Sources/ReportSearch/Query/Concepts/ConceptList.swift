import TextAnalysis

/// Concepts by their names: what `@双减` looks for.
///
/// A list is written as a table of three columns with TABs between them; lines that begin with `#` are
/// comments:
///
/// ```
/// # name    variant    exclusions, with | between them
/// 印度      印度        印度尼西亚|印度洋
/// ```
///
/// A row adds a variant to the concept of its name. The name is no variant unless a row says so. The
/// exclusions of all rows of a concept hold for all its variants.
public struct ConceptList: Hashable, Sendable {
  private var concepts: [String: Concept] = [:]

  /// Creates an empty list.
  public init() {}

  /// Reads a list.
  ///
  /// - Throws: A ``ConceptListError`` with the line that is wrong.
  public init(_ table: String) throws(ConceptListError) {
    let table = table.hasPrefix("\u{FEFF}") ? table.dropFirst() : table[...]
    let lines = table.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (place, line) in lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      guard !isBlank, !line.hasPrefix("#") else { continue }
      guard let concept = try Self.concept(of: line, number: place + 1) else {
        throw ConceptListError(.invisible, lineNumber: place + 1)
      }
      add(concept)
    }
  }

  private static func concept(
    of line: Substring, number: Int
  ) throws(ConceptListError) -> Concept? {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count > 1 else { throw ConceptListError(.missingVariant, lineNumber: number) }
    guard cells.count < 4 else { throw ConceptListError(.tooManyColumns, lineNumber: number) }
    let exclusions = cells.count > 2 && !FoldedText(cells[2]).isEmpty ? cells[2] : ""
    return Concept(
      name: cells[0], variants: [cells[1]],
      exclusions: exclusions.split { $0 == "|" || $0 == "｜" }.map(String.init))
  }

  /// The names, in the order of their characters.
  public var names: [String] { concepts.keys.sorted() }

  /// The concept with a name, however it is written.
  public subscript(name: String) -> Concept? { concepts[FoldedText(name).string] }

  /// Adds a concept; to one of the same name, its variants and exclusions.
  public mutating func add(_ concept: Concept) {
    concepts[concept.name] = concepts[concept.name].map { $0.united(with: concept) } ?? concept
  }

  /// Returns the list with the concepts of another.
  public func merging(_ other: ConceptList) -> ConceptList {
    var list = self
    for concept in other.concepts.values { list.add(concept) }
    return list
  }

  /// Returns the names, at most three, that a wrong one may stand for: those with most characters in
  /// common.
  func names(near name: String) -> [String] {
    let wanted = Set(name.unicodeScalars)
    let near = names.map { known in
      let letters = Set(known.unicodeScalars)
      return (
        known,
        Double(wanted.intersection(letters).count) / Double(max(wanted.union(letters).count, 1))
      )
    }
    return near.filter { $0.1 >= 0.3 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map(\.0)
  }
}
