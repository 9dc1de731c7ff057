import ArgumentParser
import ResultFormats
import TextAnalysis

/// `duansou tokens`: shows how text is folded and tokenized.
struct TokensCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tokens",
      abstract: say("显示文字的字符归并和二字组切分结果", "Show how a text is folded and split into bigrams."))
  }

  @Argument(help: ArgumentHelp(say("文字", "The text."), valueName: say("文字", "text")))
  var text: String

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = OutputFormat.text

  func run() throws {
    let folded = FoldedText(text).string
    let tokens = BigramTokenizer().tokens(inDocument: text)
    let bytes = Array(text.utf8)
    switch format {
    case .json:
      let rows = tokens.map { token in
        Record([
          ("term", .text(token.term)), ("position", .integer(token.position)),
          ("utf8_from", .integer(token.utf8Range.lowerBound)),
          ("utf8_to", .integer(token.utf8Range.upperBound)),
          ("original", .text(String(decoding: bytes[token.utf8Range], as: UTF8.self))),
        ])
      }
      let answer = Record([
        ("schema", .integer(SearchAnswer.schema)), ("text", .text(text)), ("folded", .text(folded)),
        ("folding_version", .text(FoldingVersion.current)), ("tokens", .records(rows)),
      ])
      try StandardOutput.write(JSONFormat().line(answer) + "\n")
    case .text:
      try StandardOutput.write(say("归并后：", "Folded: ") + folded + "\n")
      try StandardOutput.write(
        say("位置\t词项\t原文\t字节\n", "Position\tTerm\tOriginal\tBytes\n"))
      for token in tokens {
        let original = String(decoding: bytes[token.utf8Range], as: UTF8.self)
        try StandardOutput.write(
          "\(token.position)\t\(token.term)\t\(original)\t"
            + "\(token.utf8Range.lowerBound)–\(token.utf8Range.upperBound)\n")
      }
    }
  }
}
