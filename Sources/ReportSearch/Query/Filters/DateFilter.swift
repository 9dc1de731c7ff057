public import Corpus

/// Days that are asked for.
public struct DateFilter: Hashable, Sendable {
  /// The first day, or `nil` for no limit.
  public let first: CalendarDate?
  /// The last day, or `nil` for no limit.
  public let last: CalendarDate?

  /// Asks for days; the first is not after the last.
  public init(first: CalendarDate?, last: CalendarDate?) {
    if let first, let last { precondition(first <= last, "the first day is not after the last") }
    self.first = first
    self.last = last
  }

  /// Whether a day passes. One that is not known does not.
  public func contains(_ day: CalendarDate?) -> Bool {
    guard let day else { return false }
    return first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }
}
