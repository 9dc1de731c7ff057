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
        "下面雷同的段只列一次，列出 \(once.matches.grouped) 处、\(once.paragraphs.grouped) 段；"
          + "总数、筛选和图仍全部计入。",
        "The list has near-duplicates once: \(once.matches.grouped) matches in "
          + "\(once.paragraphs.grouped) paragraphs. Totals, filters and charts count all of them.")
      : language.choose(
        "雷同的段全部计入；只算一次则是 \(once.matches.grouped) 处、\(once.paragraphs.grouped) 段。",
        "Near-duplicates are all counted; counted once, there are \(once.matches.grouped) matches in "
          + "\(once.paragraphs.grouped) paragraphs.")
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
    let first = membership.isFirst ? language.choose("，这是最早的", ", this is the first") : ""
    return [
      "label": language.choose("雷同 \(membership.count) 段", "\(membership.count) copies") + first,
      "address": CopiesPage.address(of: membership.group, state),
    ]
  }
}
