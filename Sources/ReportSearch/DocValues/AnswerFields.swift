import Corpus
import TextAnalysis

/// The fields by which questions are answered. The field of a paragraph is its own text, that of
/// the headings above it and that of its report's title, scored as one text.
///
/// Titles and headings are paragraphs of the index, so that their postings also count for the
/// paragraphs below them. Body text, list items and table rows can be answers. Titles, headings and
/// signatures cannot. A title that is not a line of the report (a file name, or one from a metadata
/// override) is not part of the field.
final class AnswerFields: Sendable {
  /// The number of paragraphs that can be answers.
  let count: Int
  /// The mean number of folded characters of an answer's field; 1 if there are no answers.
  let meanCharacterCount: Double
  /// The number of folded characters of each field, by paragraph id.
  let characterCounts: [UInt32]
  /// The report id of each paragraph; 0 for an unused id.
  let reports: [UInt32]

  private let isAnswer: [Bool]
  private let kinds: [UInt8]
  private let headings: [UInt32]
  /// The paragraph ids of the titles of each report, by report id.
  private let titles: [UInt32: [UInt32]]
  private let sampleFrequencies: [UInt32: Int]
  private let sampleCount: Int

  private static let titleKind = ParagraphAttributes.number(of: .title)
  private static let headingKind = ParagraphAttributes.number(of: .heading)
  private static let answerKinds = ([.body, .list, .table] as [Paragraph.Kind])
    .map(ParagraphAttributes.number)
  /// The maximum number of answers from which the frequencies of characters are estimated. An index
  /// of bigrams has no postings lists of single characters.
  private static let longestSample = 2_000

  /// Computes the fields of all paragraphs.
  ///
  /// - Complexity: O(*n*) in the paragraphs, plus reading the texts of the sample.
  init(attributes: ParagraphAttributes, columns: DocValues) throws {
    (reports, kinds, headings) = (attributes.reports, attributes.kinds, try columns.headings())
    var titles: [UInt32: [UInt32]] = [:]
    for id in reports.indices where reports[id] != 0 && kinds[id] == Self.titleKind {
      titles[reports[id], default: []].append(UInt32(id))
    }
    self.titles = titles
    var lengths = [UInt32](repeating: 0, count: reports.count)
    var isAnswer = [Bool](repeating: false, count: reports.count)
    var answers: [UInt32] = []
    var characterCount = 0
    var title: (report: UInt32, length: UInt32) = (0, 0)
    for id in reports.indices where reports[id] != 0 {
      if reports[id] != title.report {
        let ids = titles[reports[id]] ?? []
        let length = ids.reduce(0) { $0 + Int(attributes.characterCounts[Int($1)]) }
        title = (reports[id], UInt32(clamping: length))
      }
      // Computed for headings too: the paragraphs below add to it.
      let above = headings[id] == 0 ? title.length : lengths[Int(headings[id])]
      lengths[id] = UInt32(clamping: Int(above) + Int(attributes.characterCounts[id]))
      guard Self.answerKinds.contains(kinds[id]) else { continue }
      isAnswer[id] = true
      answers.append(UInt32(id))
      characterCount += Int(lengths[id])
    }
    (characterCounts, self.isAnswer, count) = (lengths, isAnswer, answers.count)
    meanCharacterCount = characterCount == 0 ? 1 : Double(characterCount) / Double(answers.count)
    let sampleCount = min(answers.count, Self.longestSample)
    self.sampleCount = sampleCount
    var characters = CharacterSample()
    let sample = (0..<sampleCount).map { answers[$0 * answers.count / sampleCount] }
    columns.expectTexts(ofParagraphs: sample)
    for id in sample {
      let above = Self.paragraphs(above: id, reports, headings, titles)
      try characters.add(id, above: above, columns)
    }
    sampleFrequencies = characters.frequencies
  }

  /// Returns the titles and headings in an answer's field.
  func paragraphs(above id: UInt32) -> [UInt32] {
    Self.paragraphs(above: id, reports, headings, titles)
  }

  private static func paragraphs(
    above id: UInt32, _ reports: [UInt32], _ headings: [UInt32], _ titles: [UInt32: [UInt32]]
  ) -> [UInt32] {
    var paragraphs = titles[reports[Int(id)]] ?? []
    var heading = headings[Int(id)]
    while heading != 0 {
      paragraphs.append(heading)
      heading = headings[Int(heading)]
    }
    return paragraphs
  }

  /// Calls a closure with each answer whose field contains the text of a paragraph.
  @inline(__always)
  func forEachAnswer(with id: UInt32, _ body: (UInt32) -> Void) {
    let place = Int(id)
    if isAnswer[place] {
      body(id)
    } else if kinds[place] == Self.headingKind {
      // The paragraphs under a heading follow it, and so do its subheadings.
      for next in place + 1..<reports.count {
        guard reports[next] == reports[place] else { break }
        guard headings[next] >= id || kinds[next] == Self.titleKind else { break }
        if headings[next] >= id, isAnswer[next] { body(UInt32(next)) }
      }
    } else if kinds[place] == Self.titleKind {
      var first = place
      while first > 0, reports[first - 1] == reports[place] { first -= 1 }
      for next in first..<reports.count {
        guard reports[next] == reports[place] else { break }
        if isAnswer[next] { body(UInt32(next)) }
      }
    }
  }

  /// Returns the number of sampled answers that contain a character, and the size of the sample. A
  /// small index is sampled completely.
  func sampled(_ character: FoldedText) -> (frequency: Int, count: Int) {
    (sampleFrequencies[character.string.unicodeScalars.first!.value] ?? 0, sampleCount)
  }
}

/// Counts the fields in which each character occurs.
private struct CharacterSample {
  private(set) var frequencies: [UInt32: Int] = [:]
  /// A cache of the characters of titles and headings, which many fields share.
  private var above: [UInt32: Set<UInt32>] = [:]

  /// Counts the field of a paragraph: its own text and that of the given titles and headings.
  mutating func add(
    _ id: UInt32, above ids: [UInt32], _ columns: DocValues
  ) throws {
    var field = try Self.characters(ofParagraph: id, columns)
    for id in ids {
      let characters = try above[id] ?? Self.characters(ofParagraph: id, columns)
      above[id] = characters
      field.formUnion(characters)
    }
    for character in field { frequencies[character, default: 0] += 1 }
  }

  private static func characters(
    ofParagraph id: UInt32, _ columns: DocValues
  ) throws -> Set<UInt32> {
    let text = FoldedText(try columns.text(ofParagraph: id))
    return Set(text.string.unicodeScalars.lazy.map(\.value))
  }
}
