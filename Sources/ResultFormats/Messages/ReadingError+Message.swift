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
    case .empty: language.choose("文件为空。", "is empty.")
    case .withoutReport:
      language.choose(
        "只有导航、版权等网页附属文字，没有正文。", "contains only web page boilerplate and no report.")
    case .notText(let format):
      if let format {
        language.choose(
          "不是文本文件，而是 \(format.rawValue) 文件；请先转换为文本或 HTML。",
          "is not text but a \(format.rawValue) file; convert it to text or HTML first.")
      } else {
        language.choose("不是文本文件。", "is not a text file.")
      }
    case .unreadableXML(let format): message(of: format, in: language)
    case .undecodable(let encoding, let byteOffset):
      language.choose(
        "第 \(byteOffset) 字节处不符合 \(encoding.rawValue) 编码，文件可能损坏或不完整；请修复文件或另存为 UTF-8，或加 "
          + "--lossy 用 � 代替无法解码的字节。",
        "is not valid \(encoding.rawValue) at byte \(byteOffset) and may be corrupted or "
          + "truncated; repair it, save it as UTF-8, or use --lossy to replace undecodable "
          + "bytes with �.")
    case .unrecognizedEncoding:
      language.choose(
        "无法识别文字编码：按各种中文编码解码都得不到通顺的文字；请用原来的软件另存为 UTF-8。",
        "has an unrecognized encoding: no Chinese encoding gives readable text. Save it as UTF-8 in the "
          + "program that wrote it.")
    case .garbled(let lineNumber):
      language.choose(
        "是乱码：文件曾按错误的编码打开后保存，从第 \(lineNumber) 行起有文字丢失，无法还原；请改用原来的文件，"
          + "或加 --lossy 用 � 代替丢失的文字。",
        "is garbled: it was opened in a wrong encoding and saved, which lost characters from line "
          + "\(lineNumber) on. Use the original file, or use --lossy to replace lost characters with �."
      )
    case .unparsable(let format):
      language.choose(
        "\(format.rawValue.uppercased()) 结构损坏，无法完整读取；请另存为文本后再试。",
        "is corrupted \(format.rawValue.uppercased()) that cannot be read to the end; save "
          + "it as text and try again."
      )
    case .tooLarge(let byteCount, let limit):
      language.choose(
        "有 \(byteCount) 字节，超过上限 \(limit) 字节；请拆分成多个文件，或用 --max-file-size 提高上限。",
        "has \(byteCount) bytes, which exceeds the limit of \(limit); split it into "
          + "several files, or raise the limit with --max-file-size.")
    case .lineTooLong(let lineNumber, let byteCount, let limit):
      language.choose(
        "第 \(lineNumber) 行有 \(byteCount) 字节，超过段落长度的上限 \(limit) 字节；请先分行再试。",
        "has \(byteCount) bytes in line \(lineNumber), which exceeds the paragraph limit "
          + "of \(limit); break the line into shorter ones first.")
    case .unpacksTooLarge(let limit):
      language.choose(
        "解压后超过上限 \(limit) 字节，未读取；请先解压，或用 --max-file-size 提高上限。",
        "exceeds the limit of \(limit) bytes when decompressed and was not read; "
          + "decompress it first, or raise the limit with --max-file-size.")
    case .encrypted:
      language.choose(
        "有密码保护，无法读取；请取消密码后另存。", "is password-protected; save it without a password.")
    case .withoutText(let pageCount):
      language.choose(
        "共 \(pageCount) 页，但没有文字，可能是扫描件；请先做文字识别（OCR）。",
        "has \(pageCount) pages without text and is probably a scan; run text recognition "
          + "(OCR) first."
      )
    case .needsProgram(let names):
      language.choose(
        "读取该文件需要 \(names.joined(separator: " 或 "))，本机尚未安装；请安装后重新编入。",
        "requires \(names.joined(separator: " or ")), which is not installed; install it "
          + "and index the file again.")
    case .needsData(let package, let program):
      language.choose(
        "部分字体需要 \(package) 提供的汉字编码表，\(program) 找不到该表，会丢失这些文字，因此未读取；请安装 \(package) 后重新编入。",
        "uses fonts whose encoding tables (part of \(package)) are not installed; "
          + "\(program) would lose their text, so the file was not read. Install \(package) "
          + "and index the file again.")
    case .programFailed(let name):
      language.choose(
        "\(name) 无法读取，文件可能已损坏；请另存为 DOCX 或文本后再试。",
        "could not be read by \(name) and may be corrupted; save it as DOCX or text and try again.")
    case .timedOut(let seconds):
      language.choose(
        "转换超过 \(seconds) 秒仍未完成，已停止；请用 --timeout 延长时限，或另存为文本后再试。",
        "was not converted within \(seconds) seconds; raise the limit with --timeout, or "
          + "save it as text and try again.")
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
