import Corpus
import TextAnalysis

/// Evaluates a query by combining the lists of its terms, from the leaves of the tree up.
///
/// Each node yields a ``MatchList`` of all paragraphs at once, so the work for a single paragraph
/// is a few steps through arrays. The evaluator depends on postings and doc values, not on SQL.
struct QueryEvaluator {
  let postings: any PostingsSource
  let attributes: ParagraphAttributes
  let columns: DocValues
  private var counted: [[UInt8]: MatchList] = [:]
  private var occurrences: [[UInt8]: MatchList] = [:]
  private var terms: [TermKey: MatchList] = [:]
  private var sentenceNumbers: SentenceNumbers?

  /// Creates an evaluator for one snapshot of the index.
  init(
    postings: any PostingsSource, attributes: ParagraphAttributes, columns: DocValues
  ) {
    self.postings = postings
    self.attributes = attributes
    self.columns = columns
  }

  /// Compiles filters for the same snapshot of the index.
  var filterPreparation: FilterPreparation {
    FilterPreparation(postings: postings, attributes: attributes, columns: columns)
  }

  /// The unit in which a query must hold, which determines the meaning of list keys.
  private enum Unit {
    case paragraph
    case sentence(SentenceNumbers)
    case several(ParagraphUnits)

    var sentences: SentenceNumbers? {
      if case .sentence(let numbers) = self { numbers } else { nil }
    }
  }

  /// Returns the paragraphs that fit a query, with their matches; an empty list for a query that is
  /// a filter.
  mutating func matches(of query: Query) throws -> MatchList {
    query.isFilter ? MatchList() : try list(of: query, in: .paragraph)
  }

  /// Returns the paragraphs that fit a query, with their match counts only; `nil` if counting needs
  /// positions.
  mutating func counts(of query: Query) throws -> MatchList? {
    try CountableQuery(query).flatMap { try counts(of: $0) }
  }

  private mutating func counts(of query: CountableQuery) throws -> MatchList? {
    let filters = try query.filters.map(predicate)
    guard !filters.contains(where: \.dependsOnMatch) else { return nil }
    var found = MatchList.all(
      try query.required.map { literals in MatchList.sum(try literals.map { try counts(of: $0) }) })
    for query in query.excluded {
      guard let excluded = try counts(of: query) else { return nil }
      found = found.subtracting(excluded)
    }
    for filter in filters { found = found.keeping { filter.passes($0, 0) } }
    return found
  }

  /// Returns the paragraphs that contain a term, with at least its match counts.
  mutating func counts(of term: Term) throws -> MatchList {
    if case .literal(let literal) = term, !literal.allowsInterruption {
      return try occurrences[literal.folded.utf8]?.separated() ?? counts(of: literal.folded)
    }
    return try matches(of: term, in: nil)
  }

  private mutating func counts(of literal: FoldedText) throws -> MatchList {
    if let known = counted[literal.utf8] { return known }
    let list = try postings.counts(of: literal)
    counted[literal.utf8] = list
    return list
  }

  // MARK: Nodes

  private mutating func list(of query: Query, in unit: Unit) throws -> MatchList {
    switch query {
    case .term(let term): return try matches(of: term, in: unit.sentences)
    case .near: return try near(query, in: unit).matches
    case .any(let members): return MatchList.any(try members.map { try list(of: $0, in: unit) })
    case .all(let members): return try all(members, in: unit)
    case .same(let scope, let query):
      let list = try self.list(of: query, inEach: scope)
      return unit.sentences?.bySentences(list) ?? list
    case .excluding, .filter: preconditionFailure("stands only in a list of members")
    }
  }

  private mutating func all(_ members: [Query], in unit: Unit) throws -> MatchList {
    var fitting: [MatchList] = []
    var excluded: [MatchList] = []
    var filters: [FilterPredicate] = []
    for member in members {
      if member.isFilter {
        filters.append(try predicate(of: member))
      } else if case .excluding(let query) = member {
        excluded.append(try list(of: query, in: unit))
      } else {
        fitting.append(try list(of: member, in: unit))
      }
    }
    for filter in filters { fitting = fitting.map { Self.passing($0, filter, in: unit) } }
    if case .several(let units) = unit { return units.all(fitting, excluding: excluded) }
    return excluded.reduce(MatchList.all(fitting)) { $0.subtracting($1) }
  }

  private static func passing(
    _ list: MatchList, _ filter: FilterPredicate, in unit: Unit
  ) -> MatchList {
    let sentences = unit.sentences
    func paragraph(_ key: UInt32) -> UInt32 { sentences?.paragraph(ofSentence: key) ?? key }
    guard filter.dependsOnMatch else {
      return list.keeping { filter.passes(paragraph($0), 0) }
    }
    return list.keepingMatches { filter.passes(paragraph($0), $1.start) }
  }

  private func predicate(of query: Query) throws -> FilterPredicate {
    try filterPreparation.predicate(of: query)
  }

  /// Returns the matches of an operand of a proximity operator, and the spans that the next
  /// operator measures distances from. A nested operator counts as the span from its first to its
  /// last character.
  private mutating func near(
    _ query: Query, in unit: Unit
  ) throws -> (matches: MatchList, hulls: MatchList) {
    switch query {
    case .near(let left, let right, let distance, let isOrdered):
      return MatchList.near(
        try near(left, in: unit), try near(right, in: unit), distance: distance,
        isOrdered: isOrdered)
    case .any(let members):
      let list = MatchList.any(try members.map { try near($0, in: unit).hulls })
      return (list, list)
    default:
      let list = try list(of: query, in: unit)
      return (list, list)
    }
  }

  // MARK: Scopes

  private mutating func list(of query: Query, inEach scope: Scope) throws -> MatchList {
    switch scope {
    case .sentence:
      let numbers = try sentences()
      return numbers.byParagraphs(try list(of: query, in: .sentence(numbers)))
    case .section:
      return try list(of: query, in: .several(ParagraphUnits(try sections())))
    case .report:
      return try list(of: query, in: .several(ParagraphUnits(attributes.reports)))
    }
  }

  private mutating func sentences() throws -> SentenceNumbers {
    if let known = sentenceNumbers { return known }
    let numbers = SentenceNumbers(try columns.sentenceEnds())
    sentenceNumbers = numbers
    return numbers
  }

  /// Returns the section of each paragraph, by paragraph id. A heading belongs to the section that
  /// it opens, another paragraph to that of its nearest heading. The paragraphs of a report before
  /// its first heading form one section.
  private func sections() throws -> [UInt32] {
    let headings = try columns.headings()
    let heading = ParagraphAttributes.number(of: .heading)
    var first: (report: UInt32, id: UInt32) = (0, 0)
    return attributes.reports.indices.map { place in
      let id = UInt32(place)
      let report = attributes.reports[place]
      if report != first.report { first = (report, id) }
      // Sections of headings have odd numbers, because the first paragraph of a report may be a
      // heading.
      if attributes.kinds[place] == heading { return 2 * id + 1 }
      return headings[place] == 0 ? 2 * first.id : 2 * headings[place] + 1
    }
  }

  // MARK: Terms

  /// Returns the matches of a term by paragraph or, if sentences are given, by sentence number.
  private mutating func matches(
    of term: Term, in sentences: SentenceNumbers?
  ) throws -> MatchList {
    let key = TermKey(term)
    if sentences == nil, let known = terms[key] { return known }
    let finding = TermFinding(columns: columns, sentences: sentences)
    let list: MatchList
    switch term {
    case .literal(let literal) where literal.allowsInterruption:
      list = try finding.loose(
        literal.folded, literal: occurrences(of: literal.folded, in: sentences).separated(),
        candidates: postings.candidates(interrupted: literal.folded))
    case .literal(let literal):
      list = try occurrences(of: literal.folded, in: sentences).separated()
    case .pattern(let pattern):
      let pieces = try pattern.pieces.map { try occurrences(of: $0, in: sentences) }
      list = try finding.pattern(pattern, pieces: pieces)
    case .original(let original):
      list = try finding.original(
        original, candidates: occurrences(of: original.folded, in: nil).keys)
    case .concept(let concept):
      let variants = try concept.variants.map { try occurrences(of: $0, in: sentences) }
      let exclusions = try concept.exclusions.map { try occurrences(of: $0, in: sentences) }
      list = finding.concept(variants: variants, exclusions: exclusions)
    }
    if sentences == nil { terms[key] = list }
    return list
  }

  private mutating func occurrences(
    of literal: FoldedText, in sentences: SentenceNumbers?
  ) throws -> MatchList {
    let known = occurrences[literal.utf8]
    let list = try known ?? postings.occurrences(of: literal)
    if known == nil { occurrences[literal.utf8] = list }
    return sentences?.bySentences(list) ?? list
  }
}
