/// The content of one file: its reports, and what was taken off around them.
///
/// Every line of the file that is not blank is either a paragraph of a report or a removed line.
public struct Source: Hashable, Sendable {
  /// The name of the file.
  public let name: String
  /// The fingerprint of the bytes.
  public let digest: Digest
  /// The number of bytes.
  public let byteCount: Int
  /// How the text was stored.
  public let format: SourceFormat
  /// The character encoding that the bytes were decoded by; `nil` in formats that tell it themselves.
  public let encoding: TextEncoding?
  /// The number of bytes that fit no encoding and were replaced by U+FFFD.
  public let replacedByteCount: Int
  /// The reasons why text may be missing from the reports; empty if all text was read.
  public let incompleteness: [Incompleteness]
  /// The reports in the order of the source.
  public internal(set) var reports: [Report]
  /// The lines that belong to the page and not to a report.
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
  /// Returns the source with what somebody has told about its reports; everything is attributed anew,
  /// if something was told.
  ///
  /// Both are told of all reports under `nil`, of one under its part. A title and a year that are told of
  /// all are believed of a single report only.
  ///
  /// - Parameters:
  ///   - metadata: What is told beside the text.
  ///   - corrections: What was set right by hand.
  public func telling(
    _ metadata: [Int?: ReportMetadata], corrections: [Int?: ReportMetadata] = [:]
  ) -> Source {
    guard !metadata.isEmpty || !corrections.isEmpty else { return self }
    return attributed(by: metadata, corrections: corrections)
  }

  /// Returns the source with everything attributed anew, by what somebody has told about its reports and
  /// by their texts: see ``telling(_:corrections:)``.
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

  /// Attributes years, kinds, issuers and regions to all reports.
  mutating func attributeReports() {
    let attribution = ReportAttribution(sourceName: name, isAlone: reports.count == 1)
    for place in reports.indices { attribution.attribute(&reports[place]) }
  }
}

/// How a text is stored.
public enum SourceFormat: String, Hashable, Sendable {
  /// Lines of text.
  case text
  /// Lines of text with `#` before headings.
  case markdown
  /// A saved web page.
  case html
  /// A saved web page with its pictures in one file (MHTML).
  case mht
  /// A document of Word 2007 or later.
  case docx
  /// A document of Word 97 to 2003, or of WPS.
  case doc
  /// A text of OpenDocument, as LibreOffice writes it.
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

/// A line of a source that belongs to the page and not to a report.
public struct RemovedLine: Hashable, Sendable {
  /// The line of the source, from 1.
  public let lineNumber: Int
  /// The text, without white space at its ends.
  public let text: String
  /// Why it is not part of a report.
  public let reason: ChromeReason

  /// Creates a removed line.
  public init(lineNumber: Int, text: String, reason: ChromeReason) {
    self.lineNumber = lineNumber
    self.text = text
    self.reason = reason
  }
}

/// Why a line belongs to the page and not to a report.
public enum ChromeReason: String, Hashable, Sendable, CaseIterable {
  /// Where the page stands in its site; the page before and after.
  case navigation
  /// A button or a box of the page.
  case interface
  /// The name of the site.
  case siteName = "site-name"
  /// When, where and how often the page was published.
  case publication
  /// Who may copy the page.
  case copyright
  /// The page's own address.
  case address
  /// What the page's editor says about the text.
  case editorial
  /// Other pages.
  case related
  /// That the page does not show everything.
  case truncation
  /// Advertising of the site inside the text.
  case advertisement
  /// The page's title above the titles of its reports.
  case pageTitle = "page-title"
  /// The title of the report once more.
  case repeatedTitle = "repeated-title"
  /// What stands around the text of a web page: its head, columns and foot.
  case surroundings
  /// The head or foot of a printed page: its number, the title once more.
  case runningHead = "running-head"
  /// A passage that stands in the source before.
  case repetition
  /// What a program left in the text: comment marks, code.
  case artifact
  /// Text that browsers do not show.
  case hidden
  /// The pronunciation of characters (ruby).
  case annotation
}
