import TextAnalysis

/// How much a text looks like Chinese that somebody wrote.
///
/// Bytes of one Chinese encoding are mostly valid in another, and then spell rare characters: of the Han
/// characters of official texts most are among the commonest few hundred, of a text decoded wrongly
/// hardly any. A few characters are enough to tell.
struct ChinesePlausibility {
  /// The share of common characters among those that are not ASCII; 0 if there are none.
  let share: Double

  /// Looks at the beginning of a text.
  init(of text: String) {
    var count = 0
    var common = 0
    let sample = text.unicodeScalars.lazy.filter { $0.value >= 0x80 }.prefix(Self.sampleCount)
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: sample)
    for scalar in FoldedText(String(scalars)).string.unicodeScalars {
      count += 1
      // Full-width digits, letters and marks are ASCII by now.
      if scalar.isASCII || Self.commonCharacters.contains(scalar) { common += 1 }
    }
    share = Double(common) / Double(max(count, 1))
  }

  /// The share from which a text is certainly decoded rightly.
  static let certain = 0.4
  /// The share below which a text is decoded wrongly, unless something else speaks for it.
  static let possible = 0.3

  private static let sampleCount = 2000

  /// The commonest characters of government reports, education reports and laws, simplified, and the
  /// marks of Chinese punctuation as folding writes them.
  private static let commonCharacters = Set(
    """
    的学和教人育工建民业一作会国中行发设进展全政大理生校年有定制实加法在第要规区以管条务经化办十改主应市力为动关\
    地当合不资等强对保高部产用成提是三本了开机重施社方体公二新园县家上各员度安门面推者儿划师我革事五分入级能个出\
    立持农同长所济好导活平位基府项水增职质计幼或代现义组小通责自任其及程性治标下四前量完点到内时创文范处构共科结\
    技委服与目调期步表议企护并利系单可过得决们城心村防案于品由监信善准织乡场物积取情式续多查镇收依投优元督统专权\
    外整向金支术局件按费交特意课领正极万效求照培营深相他题坚源研促使造报道明做备总确健审域形这种六运省后继评指据\
    问常之解协放证九来将就落批检际供策环快考需八境格路况率律广日财七障例次根集控训数名执严更励百反价助院示必从核违\
    。、〇《》【】〔〕
    """.unicodeScalars)
}
