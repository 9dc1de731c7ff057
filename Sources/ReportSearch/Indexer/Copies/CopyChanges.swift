/// What a transaction changes in the groups of copies.
///
/// A group is a connected component: texts are joined if they share a key of their sketches and their
/// shingles are near. Paragraphs that come and go are collected; ``finish(in:)`` compares the texts that
/// are new with those that share a key with them, and the rest of a group that lost a text with
/// itself. So the groups are those of the paragraphs that are there, in whatever order they came.
final class CopyChanges {
  private typealias Member = (text: UInt32, paragraph: UInt32)

  private let table: CopyTextTable
  private var changed = ChangedTexts()
  private var sketched: SketchedTexts?
  private var texts: [TextDigest: UInt32] = [:]
  private var comparison: CopyComparison
  private var added: [Member] = []
  private var removed: [Member] = []

  /// The bytes of texts that are sketched together.
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

  /// Takes a paragraph out.
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

  /// Lets the texts that were collected be sketched, and takes in those that were before, so that memory
  /// is bounded by two batches.
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

  /// Brings the groups up to date, and stores them.
  func finish(in db: any TableWriter) throws {
    // Once for what was collected last, once to wait for it.
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

  /// Forgets texts that no paragraph has any more; what is left of their groups is to be compared anew.
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
    // In the order of the table's own.
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

  /// The paragraphs that new texts have, by the texts.
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
