import ArgumentParser
import ReportSearch
import ResultFormats

/// The options for queries, given as arguments or in a file, and for rejected matches.
struct QueriesOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("检索式，可以几个，每个加引号", "Queries, each in quotation marks."),
      valueName: say("检索式", "query")))
  var queries: [String] = []

  @Option(
    name: .customLong("queries"),
    help: ArgumentHelp(
      say(
        "成批的检索式：一行一个，或“名称、制表符、检索式”", "A batch of queries: one a line, or a name, a TAB and a query."
      ),
      valueName: say("文件", "file")))
  var file: String?

  @Option(
    name: .customLong("reject"),
    help: ArgumentHelp(
      say(
        "不要的匹配：一行一个 hit_id，制表符后写原因；列表和统计都不算它们",
        "Matches to leave out of lists and counts: a hit_id a line, and a reason behind a TAB."),
      valueName: say("文件", "file")))
  var rejectedFile: String?

  func validate() throws {
    if queries.isEmpty, file == nil {
      throw ValidationError(
        say(
          "缺少检索式：写在命令后面，或用 --queries 文件",
          "no query: write one behind the command, or use --queries FILE"))
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
        "\(rejectedFile ?? "") 里有 \(count) 个编号不在索引里（文件变了或去掉了），没有起作用。",
        "\(count) identifiers of \(rejectedFile ?? "") are not in the index: their files have changed or are "
          + "gone."))
  }
}
