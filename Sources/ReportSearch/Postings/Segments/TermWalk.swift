/// Iterates over the terms that begin on one page. Terms are prefix-compressed: each stores only
/// the bytes after the prefix shared with the term before.
struct TermWalk {
  private let page: LeafPage
  private var nextPlace: Int
  private var isFirst = true

  /// The byte offset of the current term's doclist.
  private(set) var list = 0
  /// The byte offset of the next term; the end of the body after the last one.
  private(set) var end: Int
  /// The number of bytes that the current term shares with the one before.
  private(set) var shared = 0
  /// The range on the page of the current term's bytes after the shared prefix.
  private(set) var rest = 0..<0

  /// Starts before the first term of a page.
  init(_ page: LeafPage) {
    self.page = page
    nextPlace = page.bodyEnd
    end = page.hasTerm ? page.firstTerm : page.bodyEnd
    if page.hasTerm { _ = Varint.read(page.bytes, at: &nextPlace) }
  }

  /// True if the current term is the last one that begins on the page.
  var isLast: Bool { end == page.bodyEnd }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { page.bytes[offset] }

  /// Advances to the next term.
  ///
  /// - Returns: `false` after the last term, `nil` if the page is inconsistent.
  mutating func next() -> Bool? {
    guard end < page.bodyEnd else { return false }
    let entry = end
    var offset = entry
    shared = isFirst ? 0 : Int(Varint.read(page.bytes, at: &offset))
    isFirst = false
    let count = Int(Varint.read(page.bytes, at: &offset))
    guard count > 0, offset + count <= page.bodyEnd else { return nil }
    rest = offset..<offset + count
    list = rest.upperBound
    if nextPlace < page.count {
      end = entry + Int(Varint.read(page.bytes, at: &nextPlace))
      guard nextPlace <= page.count, end > list, end < page.bodyEnd else { return nil }
    } else {
      end = page.bodyEnd
    }
    return true
  }
}

/// Compares ascending, prefix-compressed terms with a key, reading each byte once.
struct TermSearch {
  private let key: [UInt8]
  /// The length of the prefix that the key shares with the last term.
  private var matched = 0

  /// Starts a search for a term.
  init(_ key: [UInt8]) { self.key = key }

  /// The order of a term relative to the key.
  enum Order { case before, equal, behind }

  /// Compares the current term of a walk with the key. All terms before it must have been compared
  /// and be less.
  mutating func order(of walk: TermWalk) -> Order {
    // The term differs from its predecessor within the prefix that agreed with the key, and is
    // greater.
    if walk.shared < matched { return .behind }
    // The term differs from the key at the same byte as its predecessor, which was less.
    if walk.shared > matched { return .before }
    for offset in walk.rest {
      guard matched < key.count else { return .behind }
      let byte = walk[offset]
      if byte != key[matched] { return byte < key[matched] ? .before : .behind }
      matched += 1
    }
    return matched == key.count ? .equal : .before
  }
}
