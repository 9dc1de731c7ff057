import ReportSearch
import ResultFormats

/// How many of the paragraphs found are copies, and the choice between listing them once or all.
struct CopiesChoice {
  private let result: SearchResult
  private let state: SearchState
  private let language: Language

  init(_ result: SearchResult, _ state: SearchState, _ language: Language) {
    self.result = result
    self.state = state
    self.language = language
  }

  /// The sentence and the link; `nil` if there are no copies, or if each match has its line anyway.
  var view: View? {
    let (all, once) = (result.totals, result.totalsWithoutCopies)
    guard all.paragraphs > once.paragraphs, state.display == .hits else { return nil }
    let text =
      state.listsCopies
      ? language.choose(
        "雷同的段各列各的；只算一次则是 \(once.matches.grouped) 处、\(once.paragraphs.grouped) 段。",
        "Copies are listed each; counted once, there are \(once.matches.grouped) matches in "
          + "\(once.paragraphs.grouped) paragraphs.")
      : language.choose(
        "雷同的段只列一次，筛选里也只算一次：\(once.matches.grouped) 处、\(once.paragraphs.grouped) 段。",
        "Copies are listed and counted once: \(once.matches.grouped) matches in "
          + "\(once.paragraphs.grouped) paragraphs.")
    return [
      "text": text,
      "action": state.listsCopies
        ? language.choose("只列一次", "List them once") : language.choose("全部列出", "List them all"),
      "address": state.changed { $0.listsCopies.toggle() }.address,
    ]
  }
}

/// The link from a paragraph to those that it is a copy of.
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
