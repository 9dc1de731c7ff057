import ArgumentParser
import ReportSearch
import ResultFormats

/// The options for queries, given as arguments or in a file, and for rejected matches.
struct QueriesOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("检索式，可以有多个，每个加引号", "One or more queries, each in quotation marks."),
      valueName: say("检索式", "query")))
  var queries: [String] = []

  @Option(
    name: .customLong("queries"),
    help: ArgumentHelp(
      say(
        "批量检索式文件：每行一个检索式，或“名称、制表符、检索式”",
        "A file of queries: one per line, or a name, a "
          + "TAB and a query."
      ),
      valueName: say("文件", "file")))
  var file: String?

  @Option(
    name: .customLong("reject"),
    help: ArgumentHelp(
      say(
        "要剔除的匹配：每行一个 hit_id，制表符后写原因；列表和统计均不计入",
        "A file of matches to exclude from lists and counts: one hit_id per line, followed "
          + "by a TAB and a reason."),
      valueName: say("文件", "file")))
  var rejectedFile: String?

  func validate() throws {
    if queries.isEmpty, file == nil {
      throw ValidationError(
        say(
          "缺少检索式；请写在命令后面，或用 --queries 文件。",
          "There is no query. Write one after the command, or use --queries FILE."))
    }
  }

  /// Parses the queries: those of the arguments first, then those of the file.
  ///
  /// - Throws: A `QueryParserError`, a `ReadingError` or an ``InputFileError``.
  func typed(_ parser: QueryParser) throws -> [HitList.TypedQuery] {
    let written = try queries.map { try HitList.TypedQuery($0, parser: parser) }
    guard let file else { return written }
    let table = try InputFile.text(of: file)
    do throws(QueryFileError) {
      return written + (try HitList.TypedQuery.queries(of: table, parser: parser))
    } catch {
      throw InputFileError(path: file, message: error.message(in: language))
    }
  }

  /// Reads the rejected matches, which lists and counts exclude.
  ///
  /// - Throws: A `ReadingError` or an ``InputFileError``.
  func rejected() throws -> RejectedHits {
    guard let rejectedFile else { return RejectedHits() }
    let table = try InputFile.text(of: rejectedFile)
    do throws(RejectedHitsError) {
      return try RejectedHits(table)
    } catch {
      throw InputFileError(path: rejectedFile, message: error.message(in: language))
    }
  }

  /// Prints the number of rejected matches that are not in the index to standard error, if there
  /// are any.
  func tellUnknown(_ provenance: Provenance) {
    let count = provenance.unknownRejected.count
    guard count > 0 else { return }
    tell(
      say(
        "\(rejectedFile ?? "") 中有 \(count) 个编号不在索引中（文件已改动或移除），未起作用。",
        "\(count) identifiers in \(rejectedFile ?? "") are not in the index and have no "
          + "effect: their files were changed or removed."))
  }
}
