public import Corpus

/// A range of calendar days, open at either end.
public struct DateFilter: Hashable, Sendable {
  /// The first day, or `nil` for no limit.
  public let first: CalendarDate?
  /// The last day, or `nil` for no limit.
  public let last: CalendarDate?

  /// Creates a range of days.
  ///
  /// - Precondition: `first` is not after `last`.
  public init(first: CalendarDate?, last: CalendarDate?) {
    if let first, let last { precondition(first <= last, "the first day is not after the last") }
    self.first = first
    self.last = last
  }

  /// Returns `true` if a day lies in the range; `false` for an unknown day.
  public func contains(_ day: CalendarDate?) -> Bool {
    guard let day else { return false }
    return first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }
}
