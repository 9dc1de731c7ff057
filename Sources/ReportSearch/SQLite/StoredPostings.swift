import GRDB
import TextAnalysis

/// Where the lists of an index's postings are read.
public enum PostingsAccess: Sendable {
  /// FTS5's pages, and its interface where they cannot be read.
  case pages
  /// FTS5's interface alone.
  case interface
}

/// The postings of an index: from FTS5's pages, or from its interface where these cannot be read.
///
/// A list that names what the index does not have is an error, whoever gave it.
struct StoredPostings: PostingsSource {
  private let interface: FTS5Postings
  private let pages: SegmentPages?
  private let attributes: ParagraphAttributes

  /// Takes the postings from a connection; valid inside one read of it.
  ///
  /// - Parameter pages: Those that this read sees; `nil` for FTS5's interface alone.
  init(_ db: Database, pages: SegmentPages?, attributes: ParagraphAttributes) {
    interface = FTS5Postings(db)
    self.attributes = attributes
    self.pages = pages
  }

  func counts(of literal: FoldedText) throws -> MatchList {
    try list(of: literal, withPlaces: false)
  }

  func occurrences(of literal: FoldedText) throws -> MatchList {
    try list(of: literal, withPlaces: true)
  }

  func candidates(interrupted literal: FoldedText) throws -> [UInt32] {
    let candidates = try interface.candidates(interrupted: literal)
    for id in candidates where id >= attributes.reports.count || attributes.reports[Int(id)] == 0 {
      throw Self.corruption(.paragraph(Int(id)))
    }
    return candidates
  }

  private func list(of literal: FoldedText, withPlaces: Bool) throws -> MatchList {
    if let pages, pages.failure == nil {
      do {
        let list = try SegmentReader(pages, paragraphLimit: attributes.reports.count)
          .list(of: literal, withPlaces: withPlaces)
        try check(list)
        return list
      } catch let failure as UnreadablePages {
        pages.failure = failure
      }
    }
    let list = try withPlaces ? interface.occurrences(of: literal) : interface.counts(of: literal)
    // Our own reader takes no list that does not ascend.
    guard zip(list.keys, list.keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Self.corruption(.positions)
    }
    do { try check(list) } catch { throw Self.corruption(error) }
    return list
  }

  private static func corruption(_ failure: UnreadablePages) -> DamagedStorage {
    DamagedStorage("\(failure)")
  }

  /// Lists ascend, so the last paragraph tells of all, and the last place of each paragraph of its others.
  private func check(_ list: MatchList) throws(UnreadablePages) {
    guard let last = list.keys.last else { return }
    guard last < attributes.reports.count else { throw .paragraph(Int(last)) }
    guard !list.isCounted else { return }
    for (place, key) in list.keys.enumerated() {
      let match = list.matches[Int(list.bounds[place + 1]) - 1]
      guard match.start < match.end, match.end <= attributes.characterCounts[Int(key)] else {
        throw .paragraph(Int(key))
      }
    }
  }
}
