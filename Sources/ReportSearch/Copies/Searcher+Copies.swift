import Corpus
import TextAnalysis

extension Searcher {
  /// Returns near-duplicate groups, the largest first.
  ///
  /// - Parameters:
  ///   - query: Limits the result to groups with a paragraph that the query finds; `nil` for all.
  ///   - limit: The maximum number of groups.
  ///   - offset: The number of groups to skip.
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs of groups. Reads the texts of the groups returned.
  public func copies(
    of query: Query? = nil, limit: Int, offset: Int = 0
  ) throws -> CopyListing {
    try translatingErrors {
      let copies = try docValues().copies()
      var found: [Int: Int] = [:]
      if let query {
        for id in try paragraphs(of: query) {
          if let group = copies.group(of: id) { found[group, default: 0] += 1 }
        }
      }
      let groups = query == nil ? Array(copies.groups) : Array(found.keys)
      let sorted = groups.sorted { left, right in
        let (first, second) = (copies.members(of: left), copies.members(of: right))
        return first.count != second.count
          ? first.count > second.count : copies.appears(first[0], before: second[0])
      }
      var reader = CopyReader(db)
      return CopyListing(
        groupCount: groups.count,
        paragraphCount: groups.reduce(0) { $0 + copies.members(of: $1).count },
        groups: try sorted.dropFirst(offset).prefix(limit).map { group in
          try reader.group(of: copies.members(of: group), found: query.map { _ in found[group]! })
        })
    }
  }

  /// Returns the text that a report shares with earlier and later reports.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the near-duplicate pairs of paragraphs.
  public func copies(in report: IndexedReport) throws -> ReportCopies {
    try translatingErrors {
      let copies = try docValues().copies()
      let attributes = try docValues().attributes
      var texts = IndexedTextReader(db)
      let report = try current(report, by: &texts)
      let first = UInt32(report.firstParagraph)
      let paragraphs = first..<first + UInt32(report.paragraphCount)
      var reader = CopyReader(db)
      var taken: [ReportCopies.Taken] = []
      var characters = 0
      for id in paragraphs {
        guard let group = copies.group(of: id) else { continue }
        let members = copies.members(of: group)
        guard copies.appears(inEarlierReport: members[0], than: id) else { continue }
        characters += Int(attributes.characterCounts[Int(id)])
        let origin = try reader.paragraph(members[0])
        taken.append(
          ReportCopies.Taken(
            paragraph: try reader.paragraph(id, like: members[0]), origin: origin,
            count: members.count))
      }
      var shared = SharedText(attributes: attributes, copies: copies)
      return ReportCopies(
        report: report,
        characterCount: paragraphs.reduce(0) { $0 + Int(attributes.characterCounts[Int($1)]) },
        takenCharacterCount: characters, taken: taken,
        sources: try reader.pairs(shared.pairs(ofLater: paragraphs), attributes),
        takers: try reader.pairs(shared.pairs(ofEarlier: paragraphs), attributes))
    }
  }

  /// Returns the paragraph with an identifier, with its report.
  ///
  /// - Parameter identifier: The report's identifier or a prefix of it, a period, and the
  ///   paragraph's number.
  /// - Throws: An ``IndexError`` if there is no such paragraph.
  public func paragraph(identifiedBy identifier: String) throws -> CopiedParagraph {
    let id = try id(ofParagraph: identifier)
    return try translatingErrors {
      var reader = CopyReader(db)
      return try reader.paragraph(id)
    }
  }

  /// Returns the near-duplicate group of a paragraph; `nil` if it has no near-duplicates.
  ///
  /// - Parameter identifier: The report's identifier or a prefix of it, a period, and the
  ///   paragraph's number.
  /// - Throws: An ``IndexError`` if there is no such paragraph.
  /// - Complexity: Reads the texts of the group.
  public func copyGroup(ofParagraph identifier: String) throws -> CopyGroup? {
    let id = try id(ofParagraph: identifier)
    return try translatingErrors {
      let copies = try docValues().copies()
      guard let group = copies.group(of: id) else { return nil }
      var reader = CopyReader(db)
      return try reader.group(of: copies.members(of: group), found: nil)
    }
  }

  private func id(ofParagraph identifier: String) throws -> UInt32 {
    let parts = identifier.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), !parts[0].isEmpty else {
      throw unknownParagraph(identifier)
    }
    let report = try report(identifiedBy: String(parts[0]))
    guard number >= 1, number <= report.paragraphCount else { throw unknownParagraph(identifier) }
    return UInt32(report.firstParagraph + number - 1)
  }

  /// Returns pairs of reports, those that share the most text first.
  ///
  /// - Parameters:
  ///   - limit: The maximum number of pairs.
  ///   - offset: The number of pairs to skip.
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the near-duplicate pairs of paragraphs.
  public func reportPairs(limit: Int, offset: Int = 0) throws -> ReportPairListing {
    try translatingErrors {
      let attributes = try docValues().attributes
      var shared = SharedText(attributes: attributes, copies: try docValues().copies())
      var reader = CopyReader(db)
      let last = offset.addingReportingOverflow(limit)
      let (pairs, count) = shared.pairs(limit: last.overflow ? .max : last.partialValue)
      return ReportPairListing(
        pairCount: count, pairs: try reader.pairs(Array(pairs.dropFirst(offset)), attributes))
    }
  }
}

/// Reads near-duplicate paragraphs and computes their similarities.
private struct CopyReader {
  private var reader: IndexedTextReader
  /// The paragraph of the last comparison, with its shingles.
  private var origin: (id: UInt32, shingles: Shingles)?

  init(_ db: any IndexSnapshot) { reader = IndexedTextReader(db) }

  mutating func group(of members: [UInt32], found: Int?) throws -> CopyGroup {
    CopyGroup(
      paragraphs: try members.map { try paragraph($0, like: members[0]) }, found: found)
  }

  /// Returns a paragraph with its similarity to another, or with 1 if there is no other.
  mutating func paragraph(_ id: UInt32, like first: UInt32? = nil) throws -> CopiedParagraph {
    let (paragraph, report) = try reader.paragraph(Int(id))
    if let first, origin?.id != first {
      origin = (first, Shingles(of: try reader.paragraph(Int(first)).paragraph.text))
    }
    let similarity =
      first == nil ? 1 : origin!.shingles.similarity(to: Shingles(of: paragraph.text))
    return CopiedParagraph(
      paragraph: paragraph, report: try reader.report(report), similarity: similarity)
  }

  mutating func pairs(
    _ pairs: [SharedText.Pair], _ attributes: ParagraphAttributes
  ) throws -> [ReportPair] {
    try pairs.map { pair in
      let later = try reader.report(Int(pair.later))
      let range = later.firstParagraph..<later.firstParagraph + later.paragraphCount
      let all = range.reduce(0) { $0 + Int(attributes.characterCounts[$1]) }
      return ReportPair(
        earlier: try reader.report(Int(pair.earlier)), later: later, paragraphs: pair.paragraphs,
        characters: pair.characters,
        share: all == 0 ? 0 : Double(pair.characters) / Double(all))
    }
  }
}
