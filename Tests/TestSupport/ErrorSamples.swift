/// A sample of each kind of an error, so that its kinds are enumerable.
///
/// ``name(of:)`` is a switch over all kinds: a new kind does not compile until it has a name, and
/// ``namesWithoutSample`` tells those that have no sample.
public protocol ErrorSamples {
  /// The error, or the fault.
  associatedtype Failure
  /// The names of its kinds.
  associatedtype Name: CaseIterable & Hashable

  /// Returns the name of an error's kind.
  static func name(of error: Failure) -> Name

  /// At least one error of each kind.
  static var samples: [Failure] { get }
}

extension ErrorSamples {
  /// The names of the kinds that have no sample.
  public static var namesWithoutSample: [Name] {
    let sampled = Set(samples.map(name))
    return Name.allCases.filter { !sampled.contains($0) }
  }
}
