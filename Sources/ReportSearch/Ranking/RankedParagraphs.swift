import HeapModule

/// A paragraph with its score. The greater element has the higher score or, at equal scores, the
/// lower id.
public struct RankedParagraph: Hashable, Comparable, Sendable {
  /// The id of the paragraph in this index.
  public let id: UInt32
  /// The relevance score; higher is better.
  public let score: Double

  /// Returns `true` if the left paragraph comes after the right one in the list of hits.
  public static func < (left: Self, right: Self) -> Bool {
    left.score != right.score ? left.score < right.score : left.id > right.id
  }
}

/// A bounded heap that keeps the best paragraphs.
struct BestParagraphs {
  private var heap = Heap<RankedParagraph>()
  private let limit: Int

  /// Creates a heap that keeps at most `limit` paragraphs.
  init(limit: Int) { self.limit = limit }

  /// Adds a paragraph if it is among the best so far.
  ///
  /// - Complexity: O(log *limit*) if it is added, otherwise O(1).
  mutating func add(_ paragraph: RankedParagraph) {
    if heap.count < limit {
      heap.insert(paragraph)
    } else if let worst = heap.min, worst < paragraph {
      heap.replaceMin(with: paragraph)
    }
  }

  /// The paragraphs, best first.
  func sorted() -> [RankedParagraph] { heap.unordered.sorted(by: >) }
}
