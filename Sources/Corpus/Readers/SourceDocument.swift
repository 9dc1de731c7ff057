/// What a reader makes of the content of a file, before it is cut into reports.
struct SourceDocument: Hashable, Sendable {
  /// The lines that are not blank, in their order.
  var lines: [SourceLine]
  /// The title that the format tells beside the text: that of a web page, or of a row of a table.
  var title: String? = nil
  /// True if ``title`` is the document's, so that no line is taken for it.
  var isTitleKnown = false
  /// What is known about the document beside its text.
  var metadata = ReportMetadata()
  /// The text of the document that was not read.
  var incompleteness: [Incompleteness] = []
}
