/// The paragraphs that contain a literal, by the numbers that they have in one index.
public struct Postings: Sendable {
  /// The ids, ascending.
  public let paragraphs: [UInt32]
  /// The number of literal matches in each paragraph.
  public let frequencies: [UInt32]
  /// The number of loose matches in each paragraph; empty where none were asked for.
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
