/// Compares texts that share a key, and connects near-duplicates.
///
/// Stored texts whose group is unchanged are represented by their group. Texts that are already
/// connected are not compared, so that a text with a thousand variants is compared with few of
/// them.
struct CopyComparison {
  /// A connected component of new or separated texts and of whole groups.
  struct Component {
    /// The texts, ascending.
    var texts: [UInt32] = []
    /// The groups, ascending.
    var groups: [UInt32] = []
  }

  private let table: CopyTextTable
  /// The key entries and the signatures of new texts, in the order of their numbers.
  private var newEntries: [UInt64] = []
  private var newSignatures: [CopySketch.Signature] = []
  private var oldSketches: [UInt32: CopySketch] = [:]
  private var groups: [UInt32: UInt32] = [:]
  private var components = CopyComponents(dense: 0..<0)
  private var shingles: [(text: UInt32, shingles: Shingles)?]
  /// Stored texts whose groups must be determined again.
  private(set) var separated: Set<UInt32> = []

  init(table: CopyTextTable) {
    self.table = table
    shingles = Array(repeating: nil, count: Self.mostShingles)
  }

  /// The number of texts whose shingles are cached.
  private static let mostShingles = 4096

  /// The numbers of the texts that are not stored yet.
  var newTexts: Range<UInt32> {
    table.nextText..<table.nextText + UInt32(newSignatures.count)
  }

  /// Adds a text that is not stored yet, and returns its number.
  mutating func add(_ sketch: CopySketch) -> UInt32 {
    let text = newTexts.upperBound
    CopyKeyTable.append(sketch, of: text, to: &newEntries)
    newSignatures.append(sketch.signature)
    return text
  }

  /// Caches the sketch of a stored text, which may be deleted soon.
  mutating func note(_ text: UInt32, _ sketch: CopySketch) {
    if text < table.nextText { oldSketches[text] = sketch }
  }

  /// Splits a group into single texts.
  mutating func separate(_ texts: [UInt32]) throws {
    for text in texts {
      try table.setGroup(text, of: text)
      separated.insert(text)
    }
  }

  /// Compares new texts with all others, and separated texts with each other.
  ///
  /// - Parameter gone: Texts that are deleted.
  mutating func compare(without gone: Set<UInt32>, in db: any TableWriter) throws {
    components = CopyComponents(dense: newTexts)
    let removed = try entries(of: gone.filter { $0 < table.nextText })
    if !gone.isEmpty { newEntries.removeAll { gone.contains(UInt32(truncatingIfNeeded: $0)) } }
    let added = CopyKeyTable.sorted(newEntries)
    newEntries = []
    try CopyKeyTable.update(adding: added, removing: removed, in: db) { try join($0) }
    try CopyKeyTable.forEachKey(of: entries(of: separated)) { try join($0) }
  }

  /// Returns true if a new text has no near-duplicates.
  func isAlone(_ text: UInt32) -> Bool { components.isAlone(text) }

  /// Returns the components that contain the given texts.
  mutating func components(of texts: Set<UInt32>) throws -> [Component] {
    var places: [UInt32: Int] = [:]
    var found: [Component] = []
    for text in texts.sorted() {
      let node = try node(of: text)
      let root = components.root(of: node)
      if places[root] == nil {
        places[root] = found.count
        found.append(Component())
      }
      if isOpen(text) { found[places[root]!].texts.append(text) }
    }
    for group in Set(groups.values).sorted() {
      if let place = places[components.root(of: group)] { found[place].groups.append(group) }
    }
    return found
  }

  /// Returns true if the group of a text has yet to be determined.
  private func isOpen(_ text: UInt32) -> Bool {
    text >= table.nextText || separated.contains(text)
  }

  /// Returns the node that represents a text among the components: the text itself, or its group.
  private mutating func node(of text: UInt32) throws -> UInt32 {
    if isOpen(text) { return text }
    if let known = groups[text] { return known }
    guard let group = try table.group(of: text) else {
      throw DamagedStorage("text \(text) is missing")
    }
    groups[text] = group
    return group
  }

  /// Returns the key entries of stored texts, ascending.
  private mutating func entries(of texts: some Collection<UInt32>) throws -> [UInt64] {
    var entries: [UInt64] = []
    for text in texts.sorted() {
      CopyKeyTable.append(try oldSketch(of: text), of: text, to: &entries)
    }
    return CopyKeyTable.sorted(entries)
  }

  /// Connects the near-duplicates among the texts of a key. Texts are compared one by one, and only
  /// with texts of other components.
  private mutating func join(_ entries: ArraySlice<UInt64>) throws {
    var parts: [(root: UInt32, texts: [UInt32])] = []
    for entry in entries {
      let text = UInt32(truncatingIfNeeded: entry)
      var root = components.root(of: try node(of: text))
      var part = parts.firstIndex { $0.root == root }
      var other = 0
      while other < parts.count {
        if other != part, try isNear(text, toAnyOf: parts[other].texts) {
          root = components.join(root, parts[other].root)
          if let known = part {
            parts[min(known, other)].texts += parts[max(known, other)].texts
            parts.remove(at: max(known, other))
            part = min(known, other)
            if known < other { other -= 1 }
          } else {
            part = other
          }
          parts[part!].root = root
        }
        other += 1
      }
      if let part {
        parts[part].texts.append(text)
      } else {
        parts.append((root, [text]))
      }
    }
  }

  private mutating func isNear(_ text: UInt32, toAnyOf others: [UInt32]) throws -> Bool {
    let isOpen = isOpen(text)
    let signature = try signature(of: text)
    for other in others where isOpen || self.isOpen(other) {
      if try signature.mayBeNear(self.signature(of: other)),
        try shingles(of: text).areNear(shingles(of: other))
      {
        return true
      }
    }
    return false
  }

  private mutating func signature(of text: UInt32) throws -> CopySketch.Signature {
    text >= table.nextText
      ? newSignatures[Int(text - table.nextText)] : try oldSketch(of: text).signature
  }

  private mutating func oldSketch(of text: UInt32) throws -> CopySketch {
    if let known = oldSketches[text] { return known }
    let sketch = try table.withFoldedText(text) { CopySketcher().sketch(of: $0) }
    oldSketches[text] = sketch
    return sketch
  }

  private mutating func shingles(of text: UInt32) throws -> Shingles {
    let place = Int(text) % Self.mostShingles
    if let known = shingles[place], known.text == text { return known.shingles }
    let new = try table.withFoldedText(text) { Shingles(of: $0) }
    shingles[place] = (text, new)
    return new
  }
}
