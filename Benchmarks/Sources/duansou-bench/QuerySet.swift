import ArgumentParser
import ReportSearch

/// The ways to make queries of the given strings.
enum QuerySet: String, CaseIterable, ExpressibleByArgument {
  /// The string alone.
  case literal
  /// The string and the next one.
  case and
  /// The string or the next one.
  case or
  /// The string without the next one.
  case not
  /// The string within 20 characters of the next one.
  case near
  /// The string in the years 2010 to 2015.
  case year

  /// Returns the query made of the string at an index.
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
