public import Corpus
import TextAnalysis

/// Finds copies by comparing every paragraph with every other: slow, and obviously right.
///
/// It shares nothing with the engine but folding.
public struct PlainCopies {
  /// A paragraph with what decides about its place in a group.
  public struct Item: Hashable {
    /// Its name.
    public let name: String
    /// Its text.
    public let text: String
    /// What it is.
    public let kind: Paragraph.Kind
    /// The year of its report.
    public let year: Int?
    /// The path of its report's file.
    public let path: String
    /// Its report's place in the file, and its own in the report.
    public let part, number: Int

    /// Tells a paragraph.
    public init(
      name: String, text: String, kind: Paragraph.Kind = .body, year: Int? = nil, path: String,
      part: Int = 1, number: Int
    ) {
      (self.name, self.text, self.kind, self.year) = (name, text, kind, year)
      (self.path, self.part, self.number) = (path, part, number)
    }
  }

  /// The groups: the names of the paragraphs of each in the order of their appearance; the groups
  /// ordered by their first names.
  public let groups: [[String]]
  /// The pairs that are near copies, by their places among the items.
  public let pairs: [(Int, Int)]

  /// Compares the paragraphs.
  public init(_ items: [Item]) {
    let sets: [Set<String>?] = items.map { item in
      let text = Array(FoldedText(item.text).string.unicodeScalars)
      guard text.count >= 20, item.kind != .title, item.kind != .heading else { return nil }
      return Set(
        (0...text.count - 4).map { String(String.UnicodeScalarView(text[$0..<$0 + 4])) })
    }
    var group = Array(items.indices)
    var pairs: [(Int, Int)] = []
    for (place, set) in sets.enumerated() {
      guard let set else { continue }
      for other in 0..<place {
        guard let others = sets[other] else { continue }
        // At most all of the smaller set is shared.
        if 5 * min(set.count, others.count) < 4 * max(set.count, others.count) { continue }
        let shared = set.intersection(others).count
        guard 5 * shared >= 4 * (set.count + others.count - shared) else { continue }
        pairs.append((other, place))
        let (old, new) = (group[place], group[other])
        if old != new {
          for index in group.indices where group[index] == old { group[index] = new }
        }
      }
    }
    self.pairs = pairs
    groups = Dictionary(grouping: items.indices, by: { group[$0] }).values
      .filter { $0.count > 1 }
      .map { members in members.map { items[$0] }.sorted(by: Self.appears).map(\.name) }
      .sorted { $0[0] < $1[0] }
  }

  private static func appears(_ left: Item, before right: Item) -> Bool {
    (left.year ?? .max, left.path, left.part, left.number)
      < (right.year ?? .max, right.path, right.part, right.number)
  }
}
