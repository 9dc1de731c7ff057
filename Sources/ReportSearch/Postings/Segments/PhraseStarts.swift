/// The candidate start positions of a phrase in one paragraph, which each pair narrows down.
struct PhraseStarts {
  private var places = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 64)
  private var count = 0

  /// Frees the memory. The value must not be used afterwards.
  func deallocate() { places.deallocate() }

  /// Sets the candidates from the positions of the first pair that is read.
  ///
  /// - Parameter offset: The offset of the pair in the phrase, in characters.
  /// - Throws: ``UnreadablePages/positions``.
  @inline(__always)
  mutating func begin(
    with positions: UnsafeBufferPointer<UInt8>, offset: UInt32
  ) throws(UnreadablePages) {
    count = 0
    var decoder = PositionDecoder(positions)
    while try decoder.next() {
      guard decoder.position >= offset else { continue }
      if count == places.count { grow() }
      places[count] = decoder.position &- offset
      count &+= 1
    }
  }

  /// Keeps the candidates that have a pair at an offset.
  ///
  /// - Parameter offset: The offset of the pair in the phrase, in characters.
  /// - Throws: ``UnreadablePages/positions``.
  @inline(__always)
  mutating func keep(
    followedBy positions: UnsafeBufferPointer<UInt8>, offset: UInt32
  ) throws(UnreadablePages) {
    var decoder = PositionDecoder(positions)
    var kept = 0
    var place = 0
    var isThere = try decoder.next()
    while isThere, place < count {
      let wanted = places[place] &+ offset
      if decoder.position < wanted {
        isThere = try decoder.next()
      } else {
        if decoder.position == wanted {
          places[kept] = places[place]
          kept &+= 1
        }
        place &+= 1
      }
    }
    count = kept
  }

  /// Appends the candidates as matches to a list.
  @inline(__always)
  func addPlaces(length: UInt32, row: UInt32, to list: inout MatchList) {
    var end: UInt32 = 0
    for place in 0..<count {
      let start = places[place]
      if start < end { list.mayOverlap = true }
      end = start &+ length
      list.append(FoundMatch(start: start, end: end))
    }
    list.endKey(row)
  }

  /// Returns the number of candidates that do not overlap, counted from the left.
  @inline(__always)
  func separateCount(length: UInt32) -> UInt32 {
    var number: UInt32 = 0
    var end: UInt32 = 0
    for place in 0..<count where places[place] >= end {
      number &+= 1
      end = places[place] &+ length
    }
    return number
  }

  @inline(never)
  private mutating func grow() {
    let grown = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 2 * count)
    _ = grown.initialize(from: places)
    places.deallocate()
    places = grown
  }
}
