package import Corpus

extension ReadingError {
  /// Returns one sentence, without the file's name, that says what is wrong with the file and what
  /// to do.
  package func message(in language: Language) -> String {
    switch kind {
    case .system(let code):
      language.choose(
        "无法读取：\(SystemReason.text(of: code, in: language))。",
        "cannot be read: \(SystemReason.text(of: code, in: language)).")
    case .empty: language.choose("文件是空的。", "is empty.")
    case .withoutReport:
      language.choose(
        "只有网页的导航、版权等文字，没有正文。", "holds only what belongs to a web page, and no report.")
    case .notText(let format):
      if let format {
        language.choose(
          "不是文本，而是 \(format.rawValue) 文件；请先转换为文本或网页。",
          "is no text but \(format.rawValue); convert it to text or HTML first.")
      } else {
        language.choose("不是文本文件。", "is not a text file.")
      }
    case .unreadableXML(let format): message(of: format, in: language)
    case .undecodable(let encoding, let byteOffset):
      language.choose(
        "第 \(byteOffset) 字节处不符合 \(encoding.rawValue) 编码，文件可能损坏或不完整；请修复或另存为 UTF-8，或加 --lossy 把解不开的字节换成 �。",
        "is not valid \(encoding.rawValue) at byte \(byteOffset), and may be damaged or cut off; mend it, save "
          + "it as UTF-8, or replace what cannot be decoded by � with --lossy.")
    case .unrecognizedEncoding:
      language.choose(
        "认不出文字编码，按任何一种中文编码解开都不成文；请用原来的软件另存为 UTF-8。",
        "is in an encoding that is not recognized; in no encoding of Chinese does it read as text. Save it "
          + "as UTF-8 in the program that wrote it.")
    case .garbled(let lineNumber):
      language.choose(
        "是乱码：曾按错误的编码打开后又保存，从第 \(lineNumber) 行起有字已经丢失，无法还原；请改用原来的文件，"
          + "或加 --lossy 把丢失的字换成 �。",
        "is garbled: it was opened in a wrong encoding and saved, which lost characters from line "
          + "\(lineNumber) on. Use the original file, or replace what is lost by � with --lossy.")
    case .unparsable(let format):
      language.choose(
        "\(format.rawValue.uppercased()) 结构损坏，读不到结尾；请另存为文本再试。",
        "is damaged \(format.rawValue.uppercased()) that cannot be read to its end; save it as text and try again."
      )
    case .tooLarge(let byteCount, let limit):
      language.choose(
        "有 \(byteCount) 字节，超过上限 \(limit)；请拆成几个文件。",
        "has \(byteCount) bytes, more than the limit of \(limit); split it into several files.")
    case .lineTooLong(let lineNumber, let byteCount, let limit):
      language.choose(
        "第 \(lineNumber) 行有 \(byteCount) 字节，一段不可能这么长（上限 \(limit)）；请先分行再试。",
        "has \(byteCount) bytes in line \(lineNumber), more than a paragraph can have (\(limit)); break it into "
          + "lines first.")
    case .unpacksTooLarge(let limit):
      language.choose(
        "解压后超过上限 \(limit) 字节，没有读；确实需要时请先解压，或用 --max-file-size 放宽。",
        "unpacks to more than the limit of \(limit) bytes and was not read; unpack it first, or raise the "
          + "limit with --max-file-size.")
    case .encrypted:
      language.choose(
        "有密码保护，无法读取；请另存为没有密码的文件。", "is protected by a password; save it without one.")
    case .withoutText(let pageCount):
      language.choose(
        "有 \(pageCount) 页，却没有文字，多半是扫描件；请先做文字识别（OCR）。",
        "has \(pageCount) pages and no text, and is probably a scan; run text recognition (OCR) first."
      )
    case .needsProgram(let names):
      language.choose(
        "读取它需要安装 \(names.joined(separator: " 或 "))。",
        "can be read with \(names.joined(separator: " or ")) only, which is not installed.")
    case .needsData(let package, let program):
      language.choose(
        "有的字体要用汉字编码表（在 \(package) 里），\(program) 找不到，会丢掉这些文字，所以没有读；请安装 \(package) 后重新编入。",
        "has fonts whose encoding tables (part of \(package)) \(program) does not find; their text would be "
          + "lost, so the file was not read. Install \(package) and index it again.")
    case .programFailed(let name):
      language.choose(
        "\(name) 读不了它，文件可能损坏；请另存为 DOCX 或文本再试。",
        "could not be read by \(name), and may be damaged; save it as DOCX or text and try again.")
    case .timedOut(let seconds):
      language.choose(
        "读了 \(seconds) 秒还没有读完，已放弃；请另存为文本再试。",
        "was given up after \(seconds) seconds; save it as text and try again.")
    case .notAFile:
      language.choose("既不是文件也不是文件夹。", "is neither a file nor a folder.")
    }
  }

  private func message(of format: XMLFormat, in language: Language) -> String {
    switch format {
    case .word2003, .flatWord, .flatOpenDocument:
      language.choose(
        "是 \(format.name)；请用 Word、WPS 或 LibreOffice 打开，另存为 DOCX。",
        "is \(format.name); open it in Word, WPS or LibreOffice and save it as DOCX.")
    case .excel2003:
      language.choose(
        "是 \(format.name)；请用 Excel、WPS 或 LibreOffice 打开，另存为 XLSX。",
        "is \(format.name); open it in Excel, WPS or LibreOffice and save it as XLSX.")
    case .uniformOffice:
      language.choose(
        "是标文通（UOF）文件；请用 WPS 或永中 Office 打开，另存为 DOCX。",
        "is \(format.name); open it in WPS or Yozo Office and save it as DOCX.")
    case .feed:
      language.choose(
        "是 \(format.name)，只有文章的摘要；请保存其中文章的网页。",
        "is \(format.name), which contains summaries only; save the web pages of its articles.")
    case .drawing:
      language.choose(
        "是 \(format.name) 图形；请另存为 PDF 或文本。", "is an \(format.name) drawing; save it as PDF or text."
      )
    case .other(let root):
      language.choose(
        "是 XML（根元素 \(root)），不知道哪些元素是正文；请把正文导出为 TXT、HTML 或 CSV。",
        "is XML (root element \(root)) whose text elements are unknown; export its text as TXT, HTML or CSV."
      )
    }
  }
}
