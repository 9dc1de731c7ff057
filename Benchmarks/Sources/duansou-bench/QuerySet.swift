import ArgumentParser
import ReportSearch

/// Queries that are made of drawn strings in one way.
enum QuerySet: String, CaseIterable, ExpressibleByArgument {
  /// The string alone.
  case literal
  /// The string and the next one.
  case and
  /// The string or the next one.
  case or
  /// The string without the next one.
  case not
  /// The string near the next one.
  case near
  /// The string, of some years.
  case year

  /// Returns the query of one of the strings.
  func query(of strings: [Literal], at place: Int) -> Query {
    let string = Query.term(.literal(strings[place]))
    let next = Query.term(.literal(strings[(place + 1) % strings.count]))
    return switch self {
    case .literal: string
    case .and: .all([string, next])
    case .or: .any([string, next])
    case .not: .all([string, .excluding(next)])
    case .near: .near(string, next, distance: 20, isOrdered: false)
    case .year: .all([string, .filter(.mentionYear(YearFilter(first: 2010, last: 2015)))])
    }
  }
}
