/// Walks through the terms that begin on one page, which share their beginnings with the ones before.
struct TermWalk {
  private let page: LeafPage
  private var nextPlace: Int
  private var isFirst = true

  /// Where the list of the current term begins.
  private(set) var list = 0
  /// Where the next term begins; where the body ends behind the last one.
  private(set) var end: Int
  /// The number of bytes that the current term shares with the one before.
  private(set) var shared = 0
  /// The bytes of the current term behind those.
  private(set) var rest = 0..<0

  /// Begins in front of the first term of a page.
  init(_ page: LeafPage) {
    self.page = page
    nextPlace = page.bodyEnd
    end = page.hasTerm ? page.firstTerm : page.bodyEnd
    if page.hasTerm { _ = Varint.read(page.bytes, at: &nextPlace) }
  }

  /// Whether the current term is the last one that begins on the page.
  var isLast: Bool { end == page.bodyEnd }

  /// A byte of the page.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { page.bytes[offset] }

  /// Steps to the next term.
  ///
  /// - Returns: `false` behind the last one, `nil` if the page contradicts itself.
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

/// Compares terms in their order with one that is looked for, each byte once.
struct TermSearch {
  private let key: [UInt8]
  /// The number of bytes of the key that the last term began with.
  private var matched = 0

  /// Looks for a term.
  init(_ key: [UInt8]) { self.key = key }

  /// Where a term stands beside the one that is looked for.
  enum Order { case before, equal, behind }

  /// Compares the current term of a walk; those before it were compared, and are less.
  mutating func order(of walk: TermWalk) -> Order {
    // It differs from the term before where that one agreed with the key, and is greater.
    if walk.shared < matched { return .behind }
    // It differs from the key where the term before did, and that was less.
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
