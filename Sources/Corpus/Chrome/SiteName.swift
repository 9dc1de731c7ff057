import TextAnalysis

/// The name of the site above the text, alone on its line: `某某范文网`.
struct SiteName: ChromeRule {
  let reason = ChromeReason.siteName
  private let net: FoldedText = "网"
  /// Compounds of 网 that are not site names: `织密控辍保学防护网`.
  private let nets: [FoldedText] = ["防护网", "安全网", "保障网", "保护网", "监控网", "校园网", "关爱网"]

  func takes(_ line: ChromeCandidate) -> Bool {
    line.isBeforeText && (3...12).contains(line.text.characterCount) && line.text.hasSuffix(net)
      && !nets.contains { line.text.hasSuffix($0) }
  }
}
