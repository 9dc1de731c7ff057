import TextAnalysis

/// Postings by FTS5's own pages, as SQLite's source describes them: some times faster than by its interface.
///
/// Nothing is guessed: see ``UnreadablePages``.
struct SegmentReader {
  private let pages: SegmentPages
  /// The number that ids of paragraphs are less than.
  private let paragraphLimit: Int

  /// Takes the pages of one read.
  init(_ pages: SegmentPages, paragraphLimit: Int) {
    self.pages = pages
    self.paragraphLimit = paragraphLimit
  }

  /// Returns the paragraphs that contain a literal, with the places of all its occurrences or with the numbers
  /// of those that do not overlap.
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
