import Corpus
import ReportSearch
import ResultFormats
import TextAnalysis

/// A group of copies: the paragraph that appeared first, and each of the others beside it with what differs.
struct CopiesPage: Page {
  let template = "copies"
  let title: String
  let view: View

  /// The most copies that are compared on one page.
  private static let mostCompared = 100

  /// The address of the group that a paragraph belongs to.
  static func address(of paragraph: String, _ state: SearchState) -> String {
    let query = state.parameters.encoded
    return "/copies/\(paragraph)" + (state.query.isEmpty ? "" : "?" + query)
  }

  /// - Throws: An `IndexError`, or a ``WebError`` if the paragraph is no copy.
  init(
    of identifier: String, _ state: SearchState, _ language: Language, in index: Searcher
  ) throws {
    guard let group = try index.copyGroup(ofParagraph: identifier) else {
      throw WebError(.notFound)
    }
    let first = group.paragraphs[0]
    let others = group.paragraphs.dropFirst().prefix(Self.mostCompared)
    title = language.choose("雷同 · ", "Copies · ") + first.report.title
    let left = group.paragraphs.dropFirst(1 + others.count)
    view = [
      "heading": language.choose(
        "雷同的 \(group.paragraphs.count) 段，在 \(group.reportCount) 份报告里",
        "\(group.paragraphs.count) copies in \(group.reportCount) reports"),
      "back": state.address, "hasQuery": !state.query.isEmpty,
      "pairs": others.map { other -> View in
        let difference = ParagraphDifference(
          from: first.paragraph.text, to: other.paragraph.text)
        return [
          "left": Self.side(first, difference, state, language, isLeft: true),
          "right": Self.side(other, difference, state, language, isLeft: false),
          "similarity": language.choose(
            "相似度 \(Int(difference.similarity * 100))%", "\(Int(difference.similarity * 100))% alike"
          ),
        ]
      },
      "more": View.optional(
        left.isEmpty
          ? nil
          : language.choose(
            "其余 \(left.count) 段没有逐一对照：",
            "The other \(left.count) are not compared one by one:")),
      "others": left.map { Self.place(of: $0, state, language) },
    ]
  }

  /// Where a paragraph is found.
  private static func place(
    of paragraph: CopiedParagraph, _ state: SearchState, _ language: Language
  ) -> View {
    [
      "title": paragraph.report.title,
      "year": paragraph.report.year.year.map(String.init)
        ?? language.choose("年份不详", "year unknown"),
      "region": View.optional(paragraph.region.name),
      "address": ReportState(
        report: paragraph.report.identifier, search: state, paragraph: paragraph.paragraph.number
      ).address,
    ]
  }

  /// One side of a pair: where it stands, and its text with what only it says.
  private static func side(
    _ paragraph: CopiedParagraph, _ difference: ParagraphDifference, _ state: SearchState,
    _ language: Language, isLeft: Bool
  ) -> View {
    var side = place(of: paragraph, state, language)
    side["pieces"] = difference.parts.map { part -> View in
      ["text": isLeft ? part.left : part.right, "isOwn": part.kind != .equal]
    }.filter { ($0["text"] as? String)?.isEmpty == false }
    return side
  }
}
