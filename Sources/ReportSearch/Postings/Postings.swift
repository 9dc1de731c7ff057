/// The paragraphs that contain a literal, by their ids within one index.
public struct Postings: Sendable {
  /// The ids, ascending.
  public let paragraphs: [UInt32]
  /// The number of literal matches in each paragraph.
  public let frequencies: [UInt32]
  /// The number of loose matches in each paragraph; empty if they were not requested.
  public let looseFrequencies: [UInt32]

  init(_ list: MatchList, withLoose: Bool) {
    let loose = list.keys.indices.map { place in
      withLoose ? UInt32(list.matches(at: place).count(where: \.isLoose)) : 0
    }
    paragraphs = list.keys
    frequencies = list.keys.indices.map { list.matchCount(at: $0) - loose[$0] }
    looseFrequencies = withLoose ? loose : []
  }
}
