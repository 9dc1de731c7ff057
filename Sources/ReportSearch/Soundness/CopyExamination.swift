import Corpus
import GRDB
import TextAnalysis

/// Compares the tables of near-duplicates with the texts of paragraphs.
struct CopyExamination {
  private let table: CopyTextTable
  private let groups: [UInt32]
  private let sketcher = CopySketcher()
  private var groupSizes: [UInt32: Int] = [:]
  /// The texts that were examined, and their key entries.
  private var sketched: Set<UInt32> = []
  private var entries: [UInt64] = []

  init(paragraphLimit: Int, in db: Database) throws {
    table = try CopyTextTable(in: db)
    groups = try CopyGroupTable.groups(paragraphIDCount: paragraphLimit, in: db)
  }

  /// The result of an examination.
  enum Finding {
    /// The tables agree with the text, including its digest.
    case same
    /// Paragraphs of this kind or length are not compared, and the tables do not contain it.
    case notTaken
    /// The tables contradict the text.
    case other
  }

  /// Examines a paragraph.
  ///
  /// - Parameter keepsKeys: True to collect keys for ``keysAreComplete(in:)``.
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

  /// Returns true if the stored keys are exactly those of the examined texts.
  ///
  /// - Complexity: O(*n* log *n*) in the keys; two lists of them are in memory.
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
