import TextAnalysis

/// Advertisements of the site between the paragraphs: `Fw99.com更多 精选总结阅读`.
struct SiteAdvertisement: ChromeRule {
  let reason = ChromeReason.advertisement
  private let calls: [FoldedText] = ["更多", "推荐", "阅读", "范文", "精选"]
  private let domains: [FoldedText] = [".com", ".cn", ".net", ".org"]

  func takes(_ line: ChromeCandidate) -> Bool {
    guard line.text.characterCount <= 40, line.contains(domains), line.contains(calls) else {
      return false
    }
    let address = line.text.utf8.prefix { $0 < 0x80 }
    return domains.contains { FoldedText(String(decoding: address, as: UTF8.self)).contains($0) }
  }
}
