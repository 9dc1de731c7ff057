import GRDB
import TextAnalysis

/// The way in which postings lists are read.
public enum PostingsAccess: Sendable {
  /// From FTS5's pages, with its C interface as a fallback if they cannot be read.
  case pages
  /// From FTS5's C interface only.
  case interface
}

/// The postings of an index, read from FTS5's pages, or from its C interface if these cannot be
/// read.
///
/// A list that refers to a paragraph or position that does not exist is an error in both cases.
struct StoredPostings: PostingsSource {
  private let interface: FTS5Postings
  private let pages: SegmentPages?
  private let attributes: ParagraphAttributes

  /// Reads postings from a connection. Valid during one read of it.
  ///
  /// - Parameter pages: The pages of this read, or `nil` for FTS5's C interface only.
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
    // The reader of pages rejects lists that do not ascend.
    guard zip(list.keys, list.keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Self.corruption(.positions)
    }
    do { try check(list) } catch { throw Self.corruption(error) }
    return list
  }

  private static func corruption(_ failure: UnreadablePages) -> DamagedStorage {
    DamagedStorage("\(failure)")
  }

  /// Checks the bounds of a list. Lists ascend, so that the last paragraph bounds all of them, and
  /// the last match of a paragraph the others.
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
