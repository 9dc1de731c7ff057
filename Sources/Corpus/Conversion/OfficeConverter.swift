import Foundation

/// Converts documents of old office formats with installed programs.
///
/// LibreOffice converts to DOCX or XLSX with headings and tables. If it is not installed or fails,
/// antiword and catdoc extract the text of documents of Word 97 and later. They are not used for
/// older documents and RTF, because they misread the Chinese encodings of those formats and would
/// return wrong characters.
struct OfficeConverter {
  /// The formats that can be converted. The raw values are file name extensions.
  enum Format: String, Hashable, Sendable, CaseIterable {
    /// Word 97 to 2003.
    case doc
    /// WPS, which uses the format of Word, and Microsoft Works.
    case wps
    /// Rich Text Format.
    case rtf
    /// OpenDocument text.
    case odt
    /// Excel 97 to 2003.
    case xls

    /// The file name extension and the LibreOffice export filter of the conversion result.
    fileprivate var target: (ending: String, filter: String) {
      self == .xls ? ("xlsx", "Calc MS Excel 2007 XML") : ("docx", "MS Word 2007 XML")
    }
  }

  /// The result of a conversion.
  enum Conversion: Hashable, Sendable {
    /// A document of Office 2007 or later: XLSX for workbooks, DOCX for all others.
    case package([UInt8])
    /// Plain text.
    case text(String)
  }

  /// The limits of each program run.
  var limits = ConversionLimits()
  /// The folders in which programs are searched.
  var folders = ExternalProgram.folders

  /// Converts a document with the first suitable program that succeeds.
  ///
  /// - Throws: `encrypted` if a password is required; `unparsable` or `notText` if the bytes are
  ///   not in the format; `needsProgram` if no suitable program is installed; `programFailed` if
  ///   all installed ones failed; `timedOut`, `unpacksTooLarge` or `system`, after which no other
  ///   program is tried.
  func convert(
    _ bytes: UnsafeRawBufferPointer, from format: Format
  ) throws(ReadingError.Kind) -> Conversion {
    let converters = try converters(of: bytes, format)
    var failure: ReadingError.Kind?
    for converter in converters {
      let program = converter.programs.lazy.compactMap { ExternalProgram($0, in: folders) }.first
      guard let program else { continue }
      do throws(ReadingError.Kind) {
        return try ConversionFolder.with { folder throws(ReadingError.Kind) in
          let file = folder + "/document." + format.rawValue
          try ConversionFolder.write(bytes, to: file)
          return try convert(file, format, in: folder, by: program, converter)
        }
      } catch {
        guard case .programFailed = error else { throw error }
        failure = failure ?? error
      }
    }
    throw failure ?? .needsProgram(converters.map(\.rawValue))
  }

  /// The supported programs. The raw values are display names.
  private enum Converter: String {
    case libreOffice = "LibreOffice"
    case antiword
    case catdoc

    /// The names of the executable files.
    var programs: [String] {
      self == .libreOffice ? ["soffice", "libreoffice"] : [rawValue]
    }
  }

  /// Returns the programs that can convert a document, the best first.
  ///
  /// The programs accept any bytes as text, so bytes that are not in the format must be rejected
  /// here.
  ///
  /// - Throws: `encrypted`, `unparsable` or `notText`.
  private func converters(
    of bytes: UnsafeRawBufferPointer, _ format: Format
  ) throws(ReadingError.Kind) -> [Converter] {
    if format != .odt, bytes.starts(with: Array("{\\rtf".utf8)) { return [.libreOffice] }
    switch format {
    case .rtf: throw .unparsable(.rtf)
    case .odt:
      guard BinaryFormat(of: bytes) == .zip else { throw .notText(BinaryFormat(of: bytes)) }
      return [.libreOffice]
    case .xls:
      guard CompoundFile(bytes)?.kind == .excel else { throw .unparsable(.xls) }
      return [.libreOffice]
    case .doc, .wps:
      guard let file = CompoundFile(bytes) else { throw .unparsable(.doc) }
      guard file.kind != .encryptedPackage else { throw .encrypted }
      guard let head = WordHead(of: file) else { return [.libreOffice] }
      if head.isEncrypted { throw .encrypted }
      if !head.isUnicode { return [.libreOffice] }
      // catdoc omits the changes that a fast save has appended to the document.
      return head.isFastSaved ? [.libreOffice, .antiword] : [.libreOffice, .antiword, .catdoc]
    }
  }

  /// The start of the header of a Word document (FibBase in [MS-DOC]).
  private struct WordHead {
    let isEncrypted: Bool
    let isFastSaved: Bool
    /// True for Word 97 or later.
    let isUnicode: Bool

    init?(of file: CompoundFile) {
      let stream = "WordDocument"
      guard let version = file.number16(at: 0x02, ofStream: stream),
        let flags = file.number16(at: 0x0A, ofStream: stream)
      else { return nil }
      isEncrypted = flags & 0x0100 != 0
      isFastSaved = flags & 0x0004 != 0
      isUnicode = version >= 0x00C1
    }
  }

  private func convert(
    _ file: String, _ format: Format, in folder: String, by program: ExternalProgram,
    _ converter: Converter
  ) throws(ReadingError.Kind) -> Conversion {
    switch converter {
    case .libreOffice:
      return .package(try documentByLibreOffice(file, to: format.target, in: folder, program))
    case .antiword:
      return .text(try text(by: program, ["-m", "UTF-8.txt", "-w", "0", file], in: folder))
    case .catdoc: return .text(try text(by: program, ["-d", "utf-8", "-w", file], in: folder))
    }
  }

  private func text(
    by program: ExternalProgram, _ arguments: [String], in folder: String
  ) throws(ReadingError.Kind) -> String {
    let run = try program.run(arguments, in: folder, limits: limits)
    guard run.exitCode == 0 else { throw .programFailed(program.name) }
    return String(decoding: run.output, as: UTF8.self)
  }

  /// Runs LibreOffice with a new user profile, because two simultaneous runs cannot share one.
  private func documentByLibreOffice(
    _ file: String, to target: (ending: String, filter: String), in folder: String,
    _ program: ExternalProgram
  ) throws(ReadingError.Kind) -> [UInt8] {
    let profile = folder + "/profile"
    let output = folder + "/converted"
    try prepare(profile)
    let document = output + "/document." + target.ending
    let run = try program.run(
      [
        "-env:UserInstallation=" + URL(fileURLWithPath: profile).absoluteString, "--headless",
        "--norestore", "--convert-to", target.ending + ":" + target.filter, "--outdir", output,
        file,
      ], in: folder, writing: [document], limits: limits)
    // LibreOffice can exit with 0 without having written a document.
    guard run.exitCode == 0, FileManager.default.fileExists(atPath: document) else {
      throw .programFailed(Converter.libreOffice.rawValue)
    }
    return try ConversionFolder.bytes(of: document, atMost: limits.outputByteCount)
  }

  private func prepare(_ profile: String) throws(ReadingError.Kind) {
    let folder = profile + "/user"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(Self.settings.utf8).write(
        to: URL(fileURLWithPath: folder + "/registrymodifications.xcu"))
    } catch {
      throw .system(((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue ?? EIO)
    }
  }

  /// User profile settings that disable macros and block links to external resources, because
  /// documents are not trusted.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
    </item>
    </oor:items>
    """
}
