/// A document as a format reader returns it, before it is split into reports.
struct SourceDocument: Hashable, Sendable {
  /// The non-blank lines in order.
  var lines: [SourceLine]
  /// The title from outside the text: that of a web page or a table row.
  var title: String? = nil
  /// True if ``title`` is the document's own title, so that no line is used as the title.
  var isTitleKnown = false
  /// The document's metadata.
  var metadata = ReportMetadata()
  /// The text of the document that was not read.
  var incompleteness: [Incompleteness] = []
}
