import TextAnalysis

/// Reads postings directly from FTS5's pages, which is several times faster than its public
/// interface.
///
/// Anything that does not match the documented format throws ``UnreadablePages``. <doc:FTS5Pages>
/// describes the method.
struct SegmentReader {
  private let pages: SegmentPages
  /// The exclusive upper bound of paragraph ids.
  private let paragraphLimit: Int

  /// Creates a reader for the pages of one read.
  init(_ pages: SegmentPages, paragraphLimit: Int) {
    self.pages = pages
    self.paragraphLimit = paragraphLimit
  }

  /// Returns the paragraphs that contain a literal, with the ranges of all its occurrences or with
  /// the number of those without overlap.
  ///
  /// - Throws: ``UnreadablePages``, or a `DatabaseError`.
  func list(of literal: FoldedText, withPlaces: Bool) throws -> MatchList {
    switch literal.characterCount {
    case 0: MatchList()
    case 1: try list(ofCharacter: literal, withPlaces: withPlaces)
    default: try list(ofPhrase: literal, withPlaces: withPlaces)
    }
  }

  private func list(ofPhrase phrase: FoldedText, withPlaces: Bool) throws -> MatchList {
    let members = try PhraseCover(of: phrase, in: pages).members
    guard !members.isEmpty else { return MatchList() }
    let offsets = members.map(\.offset)
    if pages.segments.count == 1 {
      return try PhrasePostings.list(
        of: try members.map { try DoclistCursor($0.lists[0], in: pages) }, offsets: offsets,
        length: phrase.characterCount, withPlaces: withPlaces)
    }
    return try PhrasePostings.list(
      of: try members.map { try MergedCursor($0.lists, in: pages) }, offsets: offsets,
      length: phrase.characterCount, withPlaces: withPlaces)
  }

  private func list(ofCharacter character: FoldedText, withPlaces: Bool) throws -> MatchList {
    var postings = CharacterPostings(paragraphLimit: paragraphLimit)
    for lists in try pages.doclists(ofTermsFrom: character.utf8) {
      var cursor = try MergedCursor(lists, in: pages)
      try postings.add(&cursor)
    }
    return postings.list(withPlaces: withPlaces)
  }
}
