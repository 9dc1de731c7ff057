/// Sample values of every case of an error type.
///
/// ``name(of:)`` switches over all cases, so a new case does not compile until it has a name.
/// ``namesWithoutSample`` lists the cases without a sample.
public protocol ErrorSamples {
  /// The error type, or its kind.
  associatedtype Failure
  /// The names of the cases.
  associatedtype Name: CaseIterable & Hashable

  /// Returns the name of an error's case.
  static func name(of error: Failure) -> Name

  /// At least one error of each case.
  static var samples: [Failure] { get }
}

extension ErrorSamples {
  /// The names of the cases without a sample.
  public static var namesWithoutSample: [Name] {
    let sampled = Set(samples.map(name))
    return Name.allCases.filter { !sampled.contains($0) }
  }
}
