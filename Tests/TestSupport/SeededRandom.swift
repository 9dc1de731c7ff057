/// A deterministic random number generator (SplitMix64, by Sebastiano Vigna), so that the seed of a
/// failing law reproduces the failure.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator with a seed.
  public init(seed: UInt64) { state = seed }

  /// Returns the next number of the sequence.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededRandom {
  /// Returns a string of random scalars of an alphabet.
  ///
  /// - Parameter length: The possible numbers of scalars.
  public mutating func string(of alphabet: [Unicode.Scalar], length: ClosedRange<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &self) {
      scalars.append(alphabet.randomElement(using: &self)!)
    }
    return String(scalars)
  }
}

/// Small alphabets, so that random strings coincide often. They contain characters of real reports
/// and characters that are hard for tokenizers.
public enum Alphabets {
  /// Han characters, simplified and traditional, full-width forms, Latin letters, digits,
  /// punctuation, white space.
  public static let ordinary = scalars("控辍保学輟學Ｑｑq1１。，、 \n\u{3000}“”\"衞⻔.·一")
  /// Combining marks, emoji with joiners, characters outside the Basic Multilingual Plane,
  /// variation selectors, characters that folding expands, Hangul jamo and control characters.
  public static let hostile = scalars(
    "学e\u{301}\u{323}´éＥ 𠮷👨\u{200D}👩\u{FE0F}\u{E0100}㎡㈠ﬁßİ薴甯ᄀ\u{1161}\u{11A8}가\u{0}\u{7}\u{FEFF}\u{AD}\u{85}\tK½…①\u{FDFA}\u{3099}か●・⺠㍻．"
  )

  private static func scalars(_ string: String) -> [Unicode.Scalar] { Array(string.unicodeScalars) }
}
