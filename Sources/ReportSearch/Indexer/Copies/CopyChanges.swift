/// The changes of a transaction to the groups of near-duplicates.
///
/// A group is a connected component: two texts are connected if their sketches share a key and
/// their shingles are similar. Added and removed paragraphs are collected. ``finish(in:)`` compares
/// new texts with all texts that share a key with them, and compares the remaining texts of a group
/// that lost a text with each other. The groups therefore depend only on the paragraphs in the
/// index, not on the order in which they were added.
final class CopyChanges {
  private typealias Member = (text: UInt32, paragraph: UInt32)

  private let table: CopyTextTable
  private var changed = ChangedTexts()
  private var sketched: SketchedTexts?
  private var texts: [TextDigest: UInt32] = [:]
  private var comparison: CopyComparison
  private var added: [Member] = []
  private var removed: [Member] = []

  /// The number of bytes of texts that are sketched together.
  private static let batchByteCount = 1 << 20

  init(in db: any TableWriter) throws {
    table = try CopyTextTable(in: db)
    comparison = CopyComparison(table: table)
  }

  /// Adds a paragraph.
  ///
  /// - Parameter utf8: Its folded text.
  func add(paragraph: Int, text utf8: UnsafeBufferPointer<UInt8>) throws {
    try append(utf8, ofParagraph: paragraph, isAdded: true)
  }

  /// Removes a paragraph.
  ///
  /// - Parameter utf8: Its folded text.
  func remove(paragraph: Int, text utf8: UnsafeBufferPointer<UInt8>) throws {
    try append(utf8, ofParagraph: paragraph, isAdded: false)
  }

  private func append(
    _ utf8: UnsafeBufferPointer<UInt8>, ofParagraph paragraph: Int, isAdded: Bool
  ) throws {
    changed.append(utf8, ofParagraph: UInt32(paragraph), isAdded: isAdded)
    if changed.byteCount >= Self.batchByteCount { try sketchChanged() }
  }

  /// Starts sketching the collected texts in the background, and processes the previous batch.
  /// Memory is bounded by two batches.
  private func sketchChanged() throws {
    let before = sketched
    sketched = changed.isEmpty ? nil : SketchedTexts(of: changed)
    changed = ChangedTexts()
    let elements = before?.elements() ?? []
    let unknown = Set(elements.map(\.digest)).filter { texts[$0] == nil }
    texts.merge(try table.texts(with: Array(unknown))) { known, _ in known }
    for element in elements { try takeIn(element) }
  }

  private func takeIn(_ element: ChangedTexts.Element) throws {
    let paragraph = element.paragraph
    if element.isAdded {
      let text = texts[element.digest] ?? comparison.add(element.sketch)
      texts[element.digest] = text
      added.append((text, paragraph))
    } else {
      guard let text = texts[element.digest] else {
        throw DamagedStorage("the text of paragraph \(paragraph) is missing")
      }
      removed.append((text, paragraph))
      comparison.note(text, element.sketch)
    }
  }

  /// Updates the groups and stores them.
  func finish(in db: any TableWriter) throws {
    // The first call starts the last batch, the second one waits for it.
    try sketchChanged()
    try sketchChanged()
    guard !added.isEmpty || !removed.isEmpty else { return }
    for (text, paragraph) in added { try table.insert(paragraph: paragraph, of: text) }
    for (text, paragraph) in removed { try table.delete(paragraph: paragraph, of: text) }
    let gone = Set(try Set(removed.map(\.text)).filter { try !table.isUsed($0) })
    try takeOut(gone)
    try comparison.compare(without: gone, in: db)
    try storeDigests(without: gone)
    try storeGroups(without: gone, in: db)
    (texts, added, removed) = ([:], [], [])
  }

  /// Deletes texts that no paragraph has any more. The remaining texts of their groups must be
  /// compared again.
  private func takeOut(_ gone: Set<UInt32>) throws {
    var groups: Set<UInt32> = []
    for (digest, text) in texts where text < table.nextText && gone.contains(text) {
      if let group = try table.group(of: text) { groups.insert(group) }
      try table.delete(text, digest: digest)
    }
    for group in groups.sorted() { try comparison.separate(table.texts(ofGroup: group)) }
  }

  private func storeDigests(without gone: Set<UInt32>) throws {
    let new = texts.filter { $1 >= table.nextText && !gone.contains($1) }
    // In the order of the table's key.
    for (digest, text) in new.sorted(by: { $0.key < $1.key }) { try table.insert(digest, of: text) }
  }

  private func storeGroups(without gone: Set<UInt32>, in db: any TableWriter) throws {
    var groups = CopyGroupTable()
    for (_, paragraph) in removed { try groups.set(0, ofParagraph: paragraph, in: db) }
    let new = membersOfNewTexts()
    var touched = comparison.separated
    for member in added + removed where member.text < table.nextText && !gone.contains(member.text)
    {
      touched.insert(member.text)
    }
    func set(_ members: [UInt32], _ group: UInt32) throws {
      for paragraph in members {
        try groups.set(members.count > 1 ? group : 0, ofParagraph: paragraph, in: db)
      }
    }
    for text in comparison.newTexts where !gone.contains(text) {
      if comparison.isAlone(text) {
        try table.insert(text, group: text)
        try set(new.members(of: text), text)
      } else {
        touched.insert(text)
      }
    }
    for component in try comparison.components(of: touched) {
      let group = try number(of: component)
      for text in component.texts {
        if text < table.nextText {
          try table.setGroup(group, of: text)
        } else {
          try table.insert(text, group: group)
        }
      }
      let isNew = component.groups.isEmpty && component.texts[0] >= table.nextText
      try set(
        isNew ? component.texts.flatMap(new.members) : table.paragraphs(ofGroup: group), group)
    }
    try groups.write(to: db)
  }

  /// The paragraphs of new texts, searchable by text.
  private struct NewMembers {
    let sorted: [Member]

    func members(of text: UInt32) -> [UInt32] {
      var (lower, upper) = (0, sorted.count)
      while lower < upper {
        let middle = (lower + upper) / 2
        if sorted[middle].text < text { lower = middle + 1 } else { upper = middle }
      }
      return sorted[lower...].prefix { $0.text == text }.map(\.paragraph)
    }
  }

  private func membersOfNewTexts() -> NewMembers {
    let lost = Set(removed.map(\.paragraph))
    let members = added.filter {
      $0.text >= table.nextText && (lost.isEmpty || !lost.contains($0.paragraph))
    }
    return NewMembers(sorted: members.sorted { $0 < $1 })
  }

  /// Returns the group number of a component: that of the largest group in it, so that few texts
  /// change their number, or else that of its first text.
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
