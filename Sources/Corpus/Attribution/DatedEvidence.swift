/// A calendar year named in a report's text, with the role that it plays there.
struct DatedEvidence: Hashable {
  /// The role of a year in its sentence.
  enum Role: Hashable {
    /// The sentence states something about that year.
    case fact
    /// The sentence announces work for that year, in a plan section or in its own words.
    case plan
    /// The year is a deadline: 到2020年.
    case target
    /// Anything else: a base of comparison, the start of a span, part of a title.
    case background
  }

  let year: Int
  /// The month (1–12), or `nil` if the text names none.
  let month: Int?
  let role: Role
  /// True if the sentence describes something completed: 建成了, 荣获.
  let isDone: Bool
  /// True if the year was found in a heading.
  let isHeading: Bool
  /// The clause that contains the year, cut to 40 characters.
  let words: String
  /// The zero-based index of the paragraph in the report.
  let paragraph: Int
}
