public import Corpus

/// A reference for near-duplicate groups that compares every paragraph with every other.
///
/// The comparison is quadratic and shares only folding with the engine.
public struct PlainCopies {
  /// A paragraph with the properties that decide its position in a group.
  public struct Item: Hashable {
    /// The name under which ``PlainCopies/groups`` lists the paragraph.
    public let name: String
    /// The unfolded text.
    public let text: String
    /// The kind of the paragraph; titles and headings are not compared.
    public let kind: Paragraph.Kind
    /// The year of the report.
    public let year: Int?
    /// The path of the report's file.
    public let path: String
    /// The report's number in the file, and the paragraph's number in the report.
    public let part, number: Int

    /// Creates an item.
    public init(
      name: String, text: String, kind: Paragraph.Kind = .body, year: Int? = nil, path: String,
      part: Int = 1, number: Int
    ) {
      (self.name, self.text, self.kind, self.year) = (name, text, kind, year)
      (self.path, self.part, self.number) = (path, part, number)
    }
  }

  /// The names of the paragraphs of each group with at least two members.
  ///
  /// Members are in order of appearance: by year (undated last), path, part and number. Groups are
  /// ordered by the name of their first member.
  public let groups: [[String]]
  /// The pairs of near-duplicates, as indices into the items; the lower index first.
  public let pairs: [(Int, Int)]

  /// Compares all paragraphs. Titles and headings belong to no group.
  public init(_ items: [Item]) {
    var shingles = PlainShingles()
    let numbers = items.map { item in
      item.kind == .title || item.kind == .heading ? nil : shingles.add(item.text)
    }
    var group = Array(items.indices)
    var pairs: [(Int, Int)] = []
    for (place, number) in numbers.enumerated() {
      guard let number else { continue }
      for other in 0..<place {
        guard let second = numbers[other], shingles.areNear(number, second) else { continue }
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
