package import Corpus

extension Incompleteness {
  /// Returns one sentence, without the file's name, that says which text may be missing and what to
  /// do.
  package func message(in language: Language) -> String {
    let part = part.map { language.choose("（\($0)）", " (\($0))") } ?? ""
    return switch kind {
    case .pagesWithoutText:
      language.choose(
        "第 \(pageRanges("、")) 页有图而没有文字，多半是扫描件；请先做文字识别（OCR）。",
        "shows images and no text on \(englishPages), probably scans; run text recognition (OCR) first."
      )
    case .undecodableGlyphs:
      language.choose(
        "第 \(pageRanges("、")) 页有 \(count) 行的字体没有文字编码，读不出来；请做文字识别（OCR），或从原文档重新导出。",
        "has \(counted("line", "lines")) on \(englishPages) in a font without character codes; run text "
          + "recognition (OCR), or export it again from the original document.")
    case .damagedContents:
      language.choose(
        "有 \(count) 处内容或字体损坏，没有读全；请从原文档重新导出。",
        "has \(counted("fault", "faults")) in its pages or fonts and was not read completely; export it "
          + "again from the original document.")
    case .embeddedDocument:
      language.choose(
        "嵌入的文档\(part)没有读；请打开后另存为单独的文件。",
        "has an embedded document\(part) that was not read; open it and save it as a file of its own."
      )
    case .importedText:
      language.choose(
        "导入的内容\(part)没有读；请用 Word 打开并另存一次。",
        "has imported text\(part) that was not read; open it in Word and save it again.")
    case .drawingText:
      language.choose(
        "图形里的文字\(part)没有读；请把它复制到正文里。",
        "has text in a drawing\(part) that was not read; copy it into the document.")
    case .frame:
      language.choose(
        "\(count) 个框架里的内容\(part)在别的文件里，没有读；请把它另存后编入。",
        "shows other files in \(counted("frame", "frames"))\(part), which were not read; save and index them, "
          + "too.")
    case .missingPart:
      language.choose(
        "缺少一个部分\(part)，文件可能损坏；请另存一次再试。",
        "lacks a part\(part), and may be damaged; save it again and try once more.")
    case .undecodedBytes:
      language.choose(
        "有 \(count) 个字节解不开\(firstByte(in: language))，已用 � 代替；请修复，或另存为 UTF-8。",
        "has \(counted("byte", "bytes")) that could not be decoded\(firstByte(in: language)), replaced by �; "
          + "mend it, or save it as UTF-8.")
    }
  }

  /// The place in a form that does not depend on the language: `page 2-4,7`, the name of a part,
  /// `byte 12`; `nil` if it is unknown.
  package var place: String? {
    if !pages.isEmpty { return "page " + pageRanges(",", dash: "-") }
    return part ?? byteOffset.map { "byte \($0)" }
  }

  /// The reason as JSON.
  package func record(in language: Language) -> Record {
    Record([
      ("kind", .text(kind.rawValue)), ("place", .text(place)), ("count", .integer(count)),
      ("reason", .text(message(in: language))),
    ])
  }

  private func firstByte(in language: Language) -> String {
    byteOffset.map { language.choose("（从第 \($0) 字节起）", " (the first at byte \($0))") } ?? ""
  }

  private func counted(_ singular: String, _ plural: String) -> String {
    "\(count) \(count == 1 ? singular : plural)"
  }

  private var englishPages: String {
    (pages.count == 1 ? "page " : "pages ") + pageRanges(", ")
  }

  /// The pages with runs shortened: `2–4、7`.
  private func pageRanges(_ separator: String, dash: String = "–") -> String {
    var runs: [ClosedRange<Int>] = []
    for page in pages {
      if let last = runs.last, last.upperBound + 1 == page {
        runs[runs.count - 1] = last.lowerBound...page
      } else {
        runs.append(page...page)
      }
    }
    return runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)\(dash)\($0.upperBound)"
    }
    .joined(separator: separator)
  }
}
