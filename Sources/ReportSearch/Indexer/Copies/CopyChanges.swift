import GRDB

/// What a transaction changes in the groups of copies.
///
/// A group is a connected component: texts are joined if they share a key of their sketches and their
/// shingles are near. Paragraphs that come and go are collected; ``finish(in:)`` compares the texts that
/// are new with those that share a key with them, and the rest of a group that lost a text with
/// itself. So the groups are those of the paragraphs that are there, in whatever order they came.
final class CopyChanges {
  private typealias Member = (text: UInt32, paragraph: UInt32)

  private let table: CopyTextTable
  private let sketcher = CopySketcher()
  private var texts: [TextDigest: UInt32] = [:]
  private var digests: [TextDigest] = []
  private var comparison: CopyComparison
  private var added: [Member] = []
  private var removed: [Member] = []

  init(in db: Database) throws {
    table = try CopyTextTable(in: db)
    comparison = CopyComparison(table: table)
  }

  /// Adds a paragraph.
  ///
  /// - Parameter utf8: Its folded text.
  func add(paragraph: Int, text utf8: UnsafeBufferPointer<UInt8>) throws {
    let digest = TextDigest(of: utf8)
    let text: UInt32
    if let known = try number(of: digest) {
      text = known
    } else {
      text = comparison.add(sketcher.sketch(of: utf8))
      texts[digest] = text
      digests.append(digest)
    }
    added.append((text, UInt32(paragraph)))
  }

  /// Takes a paragraph out.
  ///
  /// - Parameter utf8: Its folded text.
  func remove(paragraph: Int, text utf8: UnsafeBufferPointer<UInt8>) throws {
    guard let text = try number(of: TextDigest(of: utf8)) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "the text of paragraph \(paragraph) is missing")
    }
    removed.append((text, UInt32(paragraph)))
    comparison.note(text) { sketcher.sketch(of: utf8) }
  }

  private func number(of digest: TextDigest) throws -> UInt32? {
    if let known = texts[digest] { return known }
    guard table.nextText > 1, let stored = try table.text(with: digest) else { return nil }
    texts[digest] = stored
    return stored
  }

  /// Brings the groups up to date, and stores them.
  func finish(in db: Database) throws {
    guard !added.isEmpty || !removed.isEmpty else { return }
    for (text, paragraph) in added { try table.insert(paragraph: paragraph, of: text) }
    for (text, paragraph) in removed { try table.delete(paragraph: paragraph, of: text) }
    let gone = Set(try Set(removed.map(\.text)).filter { try !table.isUsed($0) })
    try takeOut(gone, in: db)
    try comparison.compare(without: gone, in: db)
    try store(without: gone, in: db)
    (texts, digests, added, removed) = ([:], [], [], [])
  }

  /// Forgets texts that no paragraph has any more; what is left of their groups is to be compared anew.
  private func takeOut(_ gone: Set<UInt32>, in db: Database) throws {
    var groups: Set<UInt32> = []
    for text in gone where text < table.nextText {
      guard let group = try table.group(of: text) else { continue }
      groups.insert(group)
      try table.delete(text)
    }
    for group in groups.sorted() { try comparison.separate(table.texts(ofGroup: group)) }
  }

  private func store(without gone: Set<UInt32>, in db: Database) throws {
    var touched = Set(added.map(\.text)).union(removed.map(\.text)).subtracting(gone)
    touched.formUnion(comparison.separated)
    var groups = CopyGroupTable()
    for (_, paragraph) in removed { try groups.set(0, ofParagraph: paragraph, in: db) }
    let lost = Set(removed.map(\.paragraph))
    let kept = lost.isEmpty ? added : added.filter { !lost.contains($0.paragraph) }
    let paragraphs = Dictionary(grouping: kept, by: \.text)
    for component in try comparison.components(of: touched) {
      let group = try number(of: component)
      for text in component.texts {
        if text < table.nextText {
          try table.setGroup(group, of: text)
        } else {
          try table.insert(text, digest: digests[Int(text - table.nextText)], group: group)
        }
      }
      let isNew = component.groups.isEmpty && component.texts[0] >= table.nextText
      let members =
        isNew
        ? component.texts.flatMap { paragraphs[$0]!.map(\.paragraph) }
        : try table.paragraphs(ofGroup: group)
      for paragraph in members {
        try groups.set(members.count > 1 ? group : 0, ofParagraph: paragraph, in: db)
      }
    }
    try groups.write(to: db)
  }

  /// The number of a component: that of the largest of the groups that are in it, so that few texts change
  /// theirs; else that of its first text.
  private func number(of component: CopyComparison.Component) throws -> UInt32 {
    guard let first = component.groups.first else { return component.texts[0] }
    guard component.groups.count > 1 else { return first }
    let sizes = try component.groups.map { try table.texts(ofGroup: $0).count }
    let largest = component.groups[sizes.indices.max { sizes[$0] < sizes[$1] }!]
    for group in component.groups where group != largest {
      try table.setGroup(largest, ofGroup: group)
    }
    return largest
  }
}
