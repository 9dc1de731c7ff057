import Corpus
import GRDB
import TextAnalysis

/// Compares what the tables of copies say of paragraphs with their texts.
struct CopyExamination {
  private let table: CopyTextTable
  private let groups: [UInt32]
  private let sketcher = CopySketcher()
  private var groupSizes: [UInt32: Int] = [:]
  /// The texts that were met, and their keys.
  private var sketched: Set<UInt32> = []
  private var entries: [UInt64] = []

  init(paragraphLimit: Int, in db: Database) throws {
    table = try CopyTextTable(in: db)
    groups = try CopyGroupTable.groups(paragraphIDCount: paragraphLimit, in: db)
  }

  /// What the tables say of a paragraph.
  enum Finding {
    /// They agree with its text, of which they hold a digest.
    case same
    /// Its text is of a kind that is not compared with others, and they say nothing of it.
    case notTaken
    /// They say something else.
    case other
  }

  /// Compares a paragraph.
  ///
  /// - Parameter keepsKeys: Whether ``keysAreComplete(in:)`` is to be asked.
  mutating func finding(
    of paragraph: StoredParagraph, folded: FoldedText, keepsKeys: Bool
  ) throws -> Finding {
    let id = UInt32(paragraph.id)
    let group = paragraph.id < groups.count ? groups[paragraph.id] : 0
    guard
      Shingles.areTaken(of: paragraph.paragraph.kind, characterCount: folded.characterCount)
    else { return group == 0 ? .notTaken : .other }
    let digest = folded.utf8.withUnsafeBufferPointer(TextDigest.init)
    guard let text = try table.text(with: digest), try table.has(paragraph: id, of: text),
      let textGroup = try table.group(of: text)
    else { return .other }
    let size = try groupSizes[textGroup] ?? table.paragraphs(ofGroup: textGroup).count
    groupSizes[textGroup] = size
    if keepsKeys, sketched.insert(text).inserted {
      let sketch = folded.utf8.withUnsafeBufferPointer(sketcher.sketch)
      CopyKeyTable.append(sketch, of: text, to: &entries)
    }
    return group == (size > 1 ? textGroup : 0) ? .same : .other
  }

  /// Whether the keys of the index are those of the texts that were met.
  ///
  /// - Complexity: O(*n* log *n*) in the keys, of which it holds two lists.
  mutating func keysAreComplete(in db: Database) throws -> Bool {
    entries.sort()
    var count = 0
    for place in entries.indices where count == 0 || entries[place] != entries[count - 1] {
      entries[count] = entries[place]
      count += 1
    }
    return try CopyKeyTable.entries(in: db).elementsEqual(entries[..<count])
  }
}
