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
    case .undecodable(let encoding, let byteOffset):
      language.choose(
        "第 \(byteOffset) 字节处不符合 \(encoding.rawValue) 编码，文件可能损坏或不完整；请修复文件或另存为 UTF-8，或加 "
          + "--lossy 用 � 代替无法解码的字节。",
        "is not valid \(encoding.rawValue) at byte \(byteOffset) and may be corrupted or "
          + "truncated; repair it, save it as UTF-8, or use --lossy to replace undecodable "
          + "bytes with �.")
    case .missingConverter(let encoding):
      language.choose(
        "不是 UTF-8 编码，而本机的 C 库缺少 \(encoding.rawValue) 编码的转换模块（gconv），无法读取；请安装该模块（如 "
          + "glibc-gconv-extra），或将文件另存为 UTF-8。",
        "is not UTF-8, and the C library of this system has no converter (gconv module) "
          + "for \(encoding.rawValue); install it (for example glibc-gconv-extra), or save the "
          + "file as UTF-8."
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
}
