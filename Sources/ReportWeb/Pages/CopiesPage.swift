import Corpus
import ReportSearch
import ResultFormats
import TextAnalysis

/// A group of near-duplicates: the earliest paragraph next to each of the others, with the
/// differences marked.
struct CopiesPage: Page {
  let template = "copies"
  let title: String
  let view: View

  /// The maximum number of near-duplicates compared on one page. Any others are only listed.
  private static let mostCompared = 100

  /// Returns the address of the group of a paragraph.
  static func address(of paragraph: String, _ state: SearchState) -> String {
    let query = state.parameters.encoded
    return "/copies/\(paragraph)" + (state.query.isEmpty ? "" : "?" + query)
  }

  /// - Throws: An `IndexError`, or a ``WebError`` if the paragraph has no near-duplicates.
  init(
    of identifier: String, _ state: SearchState, _ language: Language, in index: Searcher
  ) throws {
    guard let group = try index.copyGroup(ofParagraph: identifier) else {
      throw WebError(.notFound)
    }
    let first = group.paragraphs[0]
    let others = group.paragraphs.dropFirst().prefix(Self.mostCompared)
    title = language.choose("雷同 · ", "Near-duplicates · ") + first.report.title
    let left = group.paragraphs.dropFirst(1 + others.count)
    view = [
      "heading": language.choose(
        "\(group.reportCount) 份报告中的 \(group.paragraphs.count) 段雷同",
        "\(group.paragraphs.count) near-duplicates in \(group.reportCount) reports"),
      "back": state.address, "hasQuery": !state.query.isEmpty,
      "pairs": others.map { other -> View in
        let difference = ParagraphDifference(
          from: first.paragraph.text, to: other.paragraph.text)
        return [
          "left": Self.side(first, difference, state, language, isLeft: true),
          "right": Self.side(other, difference, state, language, isLeft: false),
          "similarity": language.choose(
            "相似度 \(Int(difference.similarity * 100))%",
            "similarity \(Int(difference.similarity * 100))%"
          ),
        ]
      },
      "more": View.optional(
        left.isEmpty
          ? nil
          : language.choose(
            "其余 \(left.count) 段未逐一对照：",
            "The other \(left.count) paragraphs are listed without comparison:")),
      "others": left.map { Self.place(of: $0, state, language) },
    ]
  }

  /// Returns the title, year and region of a paragraph, and its address.
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

  /// Returns one side of a pair: the location of the paragraph and its text, with the text that
  /// only this side has marked as its own.
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
