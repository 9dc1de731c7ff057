/// A year that a report's text names, with what it says of it.
struct DatedEvidence: Hashable {
  /// What the text says of a year.
  enum Role: Hashable {
    /// Something that was so in that year.
    case fact
    /// Something that shall be so, in a plan or a sentence of one.
    case plan
    /// Something that is to be reached by then: 到2020年.
    case target
    /// Something else: a base of comparison, the start of a span, a part of a title.
    case background
  }

  /// The year.
  let year: Int
  /// The month, from 1, if the text names it.
  let month: Int?
  /// What the text says of it.
  let role: Role
  /// Whether the sentence says that something is over: 建成了, 荣获.
  let isDone: Bool
  /// Whether it stands in a heading.
  let isHeading: Bool
  /// The clause in which it stands.
  let words: String
  /// The place of its paragraph in the report, from 0.
  let paragraph: Int
}
