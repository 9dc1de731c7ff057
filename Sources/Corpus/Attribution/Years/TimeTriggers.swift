/// The characters that can begin time expressions, brackets and sentence ends. All others are
/// skipped.
struct TimeTriggers: Sendable {
  /// The shared set.
  static let shared = TimeTriggers()

  /// One bit for each character of the Basic Multilingual Plane.
  private let words: [UInt64]

  private init() {
    var words = [UInt64](repeating: 0, count: 0x10000 / 64)
    let characters =
      "0123456789x*_\"()[]<>!?〔〕【】《》。今去前明来次翌本当全上下近最过未这新几多数半两十第民"
      + "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖×某□хχ✕✖╳"
    for scalar in characters.unicodeScalars {
      words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    self.words = words
  }

  /// Returns true if a character is in the set.
  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000
      && words[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 != 0
  }
}
