/// The location of a term's doclist in one segment.
struct Doclist {
  let segment: Segment
  /// The number of the page on which it begins.
  let page: Int
  /// The byte offset of the doclist on that page; the end of the page's body if it begins on the
  /// next page.
  let offset: Int
  /// The byte offset at which its part on that page ends.
  let end: Int
  /// The number of the last page that may contain a part of it.
  let lastPage: Int

  /// The approximate size in bytes; exact if it is on one page.
  var byteCount: Int { end - offset + (lastPage - page) * 4050 }
}

extension SegmentPages {
  /// Returns the doclists of a term, one for each segment that contains it, the newest first.
  ///
  /// - Complexity: O(log *n*) in the pages, and a scan of the terms of one page for each segment.
  func doclists(ofTerm term: [UInt8]) throws -> [Doclist] {
    let key = Self.key(term)
    return try segments.compactMap { try doclist(ofKey: key, in: $0) }
  }

  /// Returns the doclists of all terms with a prefix, grouped by term, the newest of each term
  /// first.
  ///
  /// - Complexity: O(*n*) in these terms.
  func doclists(ofTermsFrom prefix: [UInt8]) throws -> [[Doclist]] {
    Array(try doclistsByKey(from: Self.key(prefix)).values)
  }

  /// Calls a closure with each term of the index and its doclists, the newest first.
  ///
  /// - Complexity: O(*n*) in the terms, all of which are kept in memory.
  func forEachTerm(_ body: (_ term: ArraySlice<UInt8>, [Doclist]) throws -> Void) throws {
    for (key, lists) in try doclistsByKey(from: Self.key([])) { try body(key.dropFirst(), lists) }
  }

  private func doclistsByKey(from key: [UInt8]) throws -> [[UInt8]: [Doclist]] {
    var lists: [[UInt8]: [Doclist]] = [:]
    for segment in segments {
      try forEachTerm(from: key, in: segment) { lists[$0, default: []].append($1) }
    }
    return lists
  }

  /// Keys of the main index begin with `0`. Other digits denote prefix indexes.
  private static func key(_ term: [UInt8]) -> [UInt8] { [UInt8(ascii: "0")] + term }

  private func doclist(ofKey key: [UInt8], in segment: Segment) throws -> Doclist? {
    let number = try page(ofTerm: key, in: segment)
    let page = try page(number, of: segment)
    var walk = TermWalk(page)
    var search = TermSearch(key)
    while let isTerm = walk.next() {
      guard isTerm else { return nil }
      switch search.order(of: walk) {
      case .before: continue
      case .behind: return nil
      case .equal:
        return Doclist(
          segment: segment, page: number, offset: walk.list, end: walk.end,
          lastPage: walk.isLast ? max(number, try lastPage(ofTerm: key, in: segment)) : number)
      }
    }
    throw UnreadablePages.page(segment.row(ofPage: number))
  }

  private func forEachTerm(
    from prefix: [UInt8], in segment: Segment, _ body: (_ term: [UInt8], Doclist) -> Void
  ) throws {
    var number = try page(ofTerm: prefix, in: segment)
    while true {
      var walk = TermWalk(try page(number, of: segment))
      var term: [UInt8] = []
      var next = number + 1
      while true {
        guard let isTerm = walk.next(), walk.shared <= term.count else {
          throw UnreadablePages.page(segment.row(ofPage: number))
        }
        guard isTerm else { break }
        let before = term
        term.removeLast(term.count - walk.shared)
        for offset in walk.rest { term.append(walk[offset]) }
        guard before.lexicographicallyPrecedes(term) else {
          throw UnreadablePages.page(segment.row(ofPage: number))
        }
        if term.starts(with: prefix) {
          var last = number
          if walk.isLast {
            last = max(number, try lastPage(ofTerm: term, in: segment))
            next = max(next, last)
          }
          body(
            term,
            Doclist(
              segment: segment, page: number, offset: walk.list, end: walk.end, lastPage: last))
        } else if prefix.lexicographicallyPrecedes(term) {
          return
        }
      }
      guard next <= segment.pages.upperBound else { return }
      number = next
    }
  }
}
