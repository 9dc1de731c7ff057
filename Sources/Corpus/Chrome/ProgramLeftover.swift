import TextAnalysis

/// Residue of the page's code: `<!--`, `-->`, a closing bracket whose opening bracket was cut off.
struct ProgramLeftover: ChromeRule {
  let reason = ChromeReason.artifact
  private let marks = Set("<>!-)]}】".unicodeScalars)

  func takes(_ line: ChromeCandidate) -> Bool {
    guard line.text.characterCount <= 4, !line.text.isEmpty else { return false }
    let text = line.text.string.unicodeScalars
    return text.allSatisfy { marks.contains($0) } && text.contains { $0 != "-" }
  }
}
