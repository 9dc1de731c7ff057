/// A random number generator that gives the same numbers for the same seed (SplitMix64, by
/// Sebastiano Vigna), so that a failing law names the case that broke it.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededRandom {
  /// Returns a string of characters drawn from an alphabet.
  public mutating func string(of alphabet: [Unicode.Scalar], length: ClosedRange<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &self) {
      scalars.append(alphabet.randomElement(using: &self)!)
    }
    return String(scalars)
  }
}

/// Small alphabets in which collisions happen, of the characters that reports really contain and of
/// those that break tokenizers.
public enum Alphabets {
  /// Han, traditional Han, full-width forms, Latin, digits, punctuation, white space.
  public static let ordinary = scalars("控辍保学輟學Ｑｑq1１。，、 \n\u{3000}“”\"衞⻔.·一")
  /// What a text may contain beyond that: combining marks, emoji with joiners, characters beyond the
  /// basic plane, variation selectors, expansions, Hangul letters, control characters.
  public static let hostile = scalars(
    "学e\u{301}\u{323}´éＥ 𠮷👨\u{200D}👩\u{FE0F}\u{E0100}㎡㈠ﬁßİ薴甯ᄀ\u{1161}\u{11A8}가\u{0}\u{7}\u{FEFF}\u{AD}\u{85}\tK½…①\u{FDFA}\u{3099}か●・⺠㍻．"
  )

  private static func scalars(_ string: String) -> [Unicode.Scalar] { Array(string.unicodeScalars) }
}
