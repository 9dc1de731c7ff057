/// The content of one file: its reports, and the boilerplate removed from them.
///
/// Every non-blank line of the file is either a paragraph of a report or a removed line.
public struct Source: Hashable, Sendable {
  /// The name of the file.
  public let name: String
  /// The digest of the bytes.
  public let digest: Digest
  /// The number of bytes.
  public let byteCount: Int
  /// The format of the file.
  public let format: SourceFormat
  /// The encoding of the file; `nil` in formats that declare it themselves.
  public let encoding: TextEncoding?
  /// The number of undecodable bytes that were replaced by U+FFFD.
  public let replacedByteCount: Int
  /// The reasons why text may be missing from the reports; empty if all text was read.
  public let incompleteness: [Incompleteness]
  /// The reports in the order of the source.
  public internal(set) var reports: [Report]
  /// The boilerplate lines.
  public let removedLines: [RemovedLine]

  /// Creates the content of a file.
  public init(
    name: String = "", digest: Digest, byteCount: Int, format: SourceFormat,
    encoding: TextEncoding?,
    replacedByteCount: Int = 0, incompleteness: [Incompleteness] = [], reports: [Report],
    removedLines: [RemovedLine]
  ) {
    self.name = name
    self.digest = digest
    self.byteCount = byteCount
    self.format = format
    self.encoding = encoding
    self.replacedByteCount = replacedByteCount
    self.incompleteness = incompleteness
    self.reports = reports
    self.removedLines = removedLines
  }
}

extension Source {
  /// Returns the source with metadata and corrections applied. All reports are attributed again,
  /// unless both arguments are empty.
  ///
  /// Keys are report parts; `nil` applies to every part. A title or year under `nil` is ignored if
  /// the source has several reports.
  ///
  /// - Parameters:
  ///   - metadata: Supplied metadata.
  ///   - corrections: Manual corrections, which take precedence over the metadata.
  public func telling(
    _ metadata: [Int?: ReportMetadata], corrections: [Int?: ReportMetadata] = [:]
  ) -> Source {
    guard !metadata.isEmpty || !corrections.isEmpty else { return self }
    return attributed(by: metadata, corrections: corrections)
  }

  /// Returns the source with all reports attributed again from their texts and the given overrides.
  /// Keys and precedence are those of ``telling(_:corrections:)``.
  public func attributed(
    by metadata: [Int?: ReportMetadata], corrections: [Int?: ReportMetadata]
  ) -> Source {
    func told(_ facts: [Int?: ReportMetadata], of part: Int) -> ReportMetadata {
      let ofAll = facts[nil] ?? ReportMetadata()
      let shared = reports.count > 1 ? ofAll.ofSeveralReports : ofAll
      return facts[part].map(shared.overridden) ?? shared
    }
    var source = self
    for place in reports.indices {
      source.reports[place].metadata = told(metadata, of: reports[place].part)
      source.reports[place].correction = told(corrections, of: reports[place].part)
    }
    source.attributeReports()
    return source
  }

  /// Attributes years, document types, issuers and regions to all reports.
  mutating func attributeReports() {
    let attribution = ReportAttribution(sourceName: name, isAlone: reports.count == 1)
    for place in reports.indices { attribution.attribute(&reports[place]) }
  }
}

/// The format of a source.
public enum SourceFormat: String, Hashable, Sendable {
  /// Plain text.
  case text
  /// Plain text with `#` before headings.
  case markdown
  /// A saved web page.
  case html
  /// A saved web page with its pictures in one file (MHTML).
  case mht
  /// A document of Word 2007 or later.
  case docx
  /// A document of Word 97 to 2003, or of WPS.
  case doc
  /// An OpenDocument text, as LibreOffice writes it.
  case odt
  /// A workbook of Excel 97 to 2003.
  case xls
  /// A document in the Rich Text Format.
  case rtf
  /// A PDF document with a text layer.
  case pdf
  /// A table of comma-separated values.
  case csv
  /// A table of tab-separated values.
  case tsv
  /// A workbook of Excel 2007 or later.
  case xlsx
  /// An archive of files.
  case zip
}

/// A boilerplate line that was removed from a source.
public struct RemovedLine: Hashable, Sendable {
  /// The line of the source, from 1.
  public let lineNumber: Int
  /// The text, without white space at its ends.
  public let text: String
  /// The reason for the removal.
  public let reason: ChromeReason

  /// Creates a removed line.
  public init(lineNumber: Int, text: String, reason: ChromeReason) {
    self.lineNumber = lineNumber
    self.text = text
    self.reason = reason
  }
}

/// The reason why a line is boilerplate.
public enum ChromeReason: String, Hashable, Sendable, CaseIterable {
  /// The position of the page in its site, or a link to the previous or next page.
  case navigation
  /// A control of the page, such as a button or a search box.
  case interface
  /// The name of the site.
  case siteName = "site-name"
  /// The publication date, the publisher, or the number of readers.
  case publication
  /// A copyright notice.
  case copyright
  /// The page's own address.
  case address
  /// A remark by the editor of the page about the text.
  case editorial
  /// A reference to other pages.
  case related
  /// A notice that the page does not show the whole text.
  case truncation
  /// An advertisement of the site between the paragraphs.
  case advertisement
  /// The title of the page above the titles of its reports.
  case pageTitle = "page-title"
  /// A repetition of the report's title.
  case repeatedTitle = "repeated-title"
  /// Text around the main text of a web page: its head, columns and foot.
  case surroundings
  /// The header or footer of a printed page: the page number or a repeated title.
  case runningHead = "running-head"
  /// A passage that occurs earlier in the source.
  case repetition
  /// Residue of a program: comment marks, code.
  case artifact
  /// Text that browsers do not show.
  case hidden
  /// The pronunciation of characters (ruby).
  case annotation
}
