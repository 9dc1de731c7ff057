import TextAnalysis

/// The name of the site above the text, alone on its line: `某某范文网`.
struct SiteName: ChromeRule {
  let reason = ChromeReason.siteName

  func takes(_ line: ChromeCandidate) -> Bool {
    line.isBeforeText && (3...12).contains(line.text.characterCount) && line.text.hasSuffix("网")
  }
}
