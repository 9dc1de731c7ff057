import TextAnalysis

/// Concepts by name, as referenced by `@双减`.
///
/// The text form is a table of three columns separated by TABs. Lines that begin with `#` are
/// comments:
///
/// ```
/// # name    variant    exclusions, separated by |
/// 印度      印度        印度尼西亚|印度洋
/// ```
///
/// Each row adds one variant to the named concept. The name itself is a variant only if a row lists
/// it. The exclusions of all rows of a concept apply to all its variants.
public struct ConceptList: Hashable, Sendable {
  private var concepts: [String: Concept] = [:]

  /// Creates an empty list.
  public init() {}

  /// Parses the text form of a list.
  ///
  /// - Throws: A ``ConceptListError`` with the number of the invalid line.
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

  /// The names, sorted.
  public var names: [String] { concepts.keys.sorted() }

  /// The concept with a name, which is folded before the lookup.
  public subscript(name: String) -> Concept? { concepts[FoldedText(name).string] }

  /// Adds a concept. If the list has a concept of this name, its variants and exclusions are
  /// merged.
  public mutating func add(_ concept: Concept) {
    concepts[concept.name] = concepts[concept.name].map { $0.united(with: concept) } ?? concept
  }

  /// Returns this list with the concepts of another list added.
  public func merging(_ other: ConceptList) -> ConceptList {
    var list = self
    for concept in other.concepts.values { list.add(concept) }
    return list
  }

  /// Returns up to three suggestions for an unknown name, the most similar first.
  ///
  /// Similarity is the Jaccard index of the two sets of characters; names below 0.3 are left out.
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
