import ReportSearch
import ResultFormats

/// The number of near-duplicates among the paragraphs found, and the choice between listing all of
/// them or each group once. The choice never changes a count.
struct CopiesChoice {
  private let result: SearchResult
  private let state: SearchState
  private let language: Language

  init(_ result: SearchResult, _ state: SearchState, _ language: Language) {
    self.result = result
    self.state = state
    self.language = language
  }

  /// The sentence and the link; `nil` if there are no near-duplicates, or if the page does not list
  /// paragraphs.
  var view: View? {
    let (all, once) = (result.totals, result.totalsWithoutCopies)
    guard all.paragraphs > once.paragraphs, state.display == .hits else { return nil }
    let text =
      state.foldsCopies
      ? language.choose(
        "雷同段落只列出一次，共列出 \(once.matches.grouped) 处、\(once.paragraphs.grouped) 段；总数、筛选和图表仍计入全部。",
        "Near-duplicates are listed once: \(once.matches.grouped) matches in "
          + "\(once.paragraphs.grouped) paragraphs. Totals, filters and charts include all of "
          + "them.")
      : language.choose(
        "雷同段落全部计入；只计一次则为 \(once.matches.grouped) 处、\(once.paragraphs.grouped) 段。",
        "All near-duplicates are counted. Counting them once gives \(once.matches.grouped) "
          + "matches in \(once.paragraphs.grouped) paragraphs.")
    return [
      "text": text,
      "action": state.foldsCopies
        ? language.choose("全部列出", "List them all") : language.choose("只列一次", "List them once"),
      "address": state.changed { $0.foldsCopies.toggle() }.address,
    ]
  }
}

/// The link from a paragraph to its group of near-duplicates.
struct CopiesLink {
  private let membership: CopyMembership
  private let state: SearchState
  private let language: Language

  init(_ membership: CopyMembership, _ state: SearchState, _ language: Language) {
    self.membership = membership
    self.state = state
    self.language = language
  }

  var view: View {
    let first = membership.isFirst ? language.choose("，此为最早", ", this is the earliest") : ""
    return [
      "label": language.choose("雷同 \(membership.count) 段", "\(membership.count) near-duplicates")
        + first,
      "address": CopiesPage.address(of: membership.group, state),
    ]
  }
}
