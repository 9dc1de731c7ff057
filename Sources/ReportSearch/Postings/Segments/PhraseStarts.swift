/// The places in one paragraph at which a phrase may begin: fewer with each pair that is looked at.
struct PhraseStarts {
  private var places = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 64)
  private var count = 0

  /// Frees the memory; the places are gone.
  func deallocate() { places.deallocate() }

  /// Takes every place at which a pair stands as far in the phrase as is said.
  ///
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

  /// Keeps the places behind which a pair stands as far as is said.
  ///
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

  /// Adds the places to a list.
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

  /// The number of places that do not overlap.
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
