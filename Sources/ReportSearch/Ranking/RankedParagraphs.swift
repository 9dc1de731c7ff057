import HeapModule

/// A paragraph with its score. The higher score comes first, then the earlier paragraph.
public struct RankedParagraph: Hashable, Comparable, Sendable {
  /// The number of the paragraph in this index.
  public let id: UInt32
  /// How well it fits; higher is better.
  public let score: Double

  /// Whether one paragraph comes after another in the list of hits.
  public static func < (left: Self, right: Self) -> Bool {
    left.score != right.score ? left.score < right.score : left.id > right.id
  }
}

/// Keeps the best of many paragraphs.
struct BestParagraphs {
  private var heap = Heap<RankedParagraph>()
  private let limit: Int

  /// Keeps a number of paragraphs at most.
  init(limit: Int) { self.limit = limit }

  /// Takes a paragraph if it is among the best so far.
  ///
  /// - Complexity: O(log *limit*), O(1) for one that is not.
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
