import Foundation

/// Has documents of old office programs converted by programs that know them.
///
/// LibreOffice makes DOCX of them, with headings and tables. Where it is not installed, or fails,
/// antiword and catdoc give the text of documents of Word 97 and later. Older documents and RTF store
/// Chinese in encodings that those two take for others: they would give wrong characters.
struct OfficeConverter {
  /// The formats that are converted, by the endings of their names.
  enum Format: String, Hashable, Sendable, CaseIterable {
    /// Word 97 to 2003.
    case doc
    /// WPS, whose documents are those of Word, and Microsoft Works.
    case wps
    /// The Rich Text Format.
    case rtf
    /// OpenDocument text.
    case odt
    /// Excel 97 to 2003.
    case xls

    /// The ending and the filter of what LibreOffice makes of it.
    fileprivate var target: (ending: String, filter: String) {
      self == .xls ? ("xlsx", "Calc MS Excel 2007 XML") : ("docx", "MS Word 2007 XML")
    }
  }

  /// What comes out.
  enum Conversion: Hashable, Sendable {
    /// A document of Office 2007 or later: DOCX, of a workbook XLSX.
    case package([UInt8])
    /// Lines of text.
    case text(String)
  }

  /// How much each program may take.
  var limits = ConversionLimits()
  /// The folders in which the programs are looked for.
  var folders = ExternalProgram.folders

  /// Converts a document.
  ///
  /// - Throws: `encrypted` if it has a password; `unparsable` if it is no document of the format;
  ///   `needsProgram` if no program for it is installed; `programFailed` if all that are gave up;
  ///   `timedOut` and `unpacksTooLarge`.
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

  /// The programs by the names that people know, the best first.
  private enum Converter: String {
    case libreOffice = "LibreOffice"
    case antiword
    case catdoc

    /// The names of their files.
    var programs: [String] {
      self == .libreOffice ? ["soffice", "libreoffice"] : [rawValue]
    }
  }

  /// The programs that can convert a document.
  ///
  /// They take anything for text, so what is no document of its format must be refused before.
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
      // catdoc leaves out what was saved in addition to the document.
      return head.isFastSaved ? [.libreOffice, .antiword] : [.libreOffice, .antiword, .catdoc]
    }
  }

  /// The start of a document of Word (FibBase).
  private struct WordHead {
    let isEncrypted: Bool
    let isFastSaved: Bool
    /// Whether it is of Word 97 or later.
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

  /// Runs LibreOffice with a profile of its own, as two runs with one profile disturb each other.
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
    // It reports success without a document.
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

  /// A document from anywhere must not run programs or open addresses.
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
