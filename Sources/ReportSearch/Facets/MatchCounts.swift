/// The number of results in a subset of the texts.
public struct MatchCounts: Hashable, Sendable {
  /// The number of literal matches.
  public internal(set) var matches = 0
  /// The number of loose matches.
  public internal(set) var looseMatches = 0
  /// The number of paragraphs with such a match.
  public internal(set) var paragraphs = 0
  /// The number of reports with such a match.
  public internal(set) var reports = 0
}

/// The amount of text in a subset, which counts are normalized by.
public struct TextCounts: Hashable, Sendable {
  /// The number of reports with text in the subset.
  public internal(set) var reports = 0
  /// The number of folded characters.
  public internal(set) var characters = 0
}

/// Counts matches by group. Paragraphs must be added in the order of their ids, in which those of a
/// report are consecutive.
struct MatchCounter {
  private(set) var counts: [MatchCounts]
  /// The last paragraph and report counted in each group.
  private var last: [(id: UInt32, report: UInt32)]

  init(groupCount: Int = 0) {
    counts = Array(repeating: MatchCounts(), count: groupCount)
    last = Array(repeating: (0, 0), count: groupCount)
  }

  /// Appends a group.
  mutating func addGroup() {
    counts.append(MatchCounts())
    last.append((0, 0))
  }

  /// Adds matches of a paragraph.
  @inline(__always)
  mutating func add(matches: Int, loose: Int, to group: Int, id: UInt32, report: UInt32) {
    counts[group].matches += matches
    counts[group].looseMatches += loose
    if last[group].id != id { counts[group].paragraphs += 1 }
    if last[group].report != report { counts[group].reports += 1 }
    last[group] = (id, report)
  }
}

/// Counts texts by group. Paragraphs must be added in the order of their ids.
struct TextCounter {
  private(set) var counts: [TextCounts]
  private var lastReports: [UInt32]

  init(groupCount: Int = 0) {
    counts = Array(repeating: TextCounts(), count: groupCount)
    lastReports = Array(repeating: 0, count: groupCount)
  }

  /// Appends a group.
  mutating func addGroup() {
    counts.append(TextCounts())
    lastReports.append(0)
  }

  /// Adds folded characters of a paragraph. Does nothing if there are none.
  @inline(__always)
  mutating func add(characters: UInt32, to group: Int, report: UInt32) {
    guard characters > 0 else { return }
    counts[group].characters += Int(characters)
    if lastReports[group] != report { counts[group].reports += 1 }
    lastReports[group] = report
  }
}
