import ArgumentParser
import Foundation
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats

/// Which concepts queries may name with `@`.
struct ConceptsOption: ParsableArguments {
  @Option(
    name: .customLong("concepts"),
    help: ArgumentHelp(
      say(
        "概念表，供 @名称 用；不写则用索引旁边的 concepts.tsv（有的话）。自带的概念总可以用",
        "A table of concepts for @name; else concepts.tsv beside the index, if there is one. The built-in "
          + "concepts can be used always."),
      valueName: say("文件", "file")))
  var file: String?

  /// The path of the table: as it was named, or beside the index; `nil` if there is none.
  func path(besides index: IndexOption) -> String? {
    let beside = index.place.path.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("concepts.tsv")
        .path
    }
    return file ?? beside.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  /// Returns a parser that knows the concepts.
  ///
  /// - Throws: A `ReadingError` if the system refuses the file that was named, an ``InputFileError`` if it
  ///   is wrong.
  func parser(besides index: IndexOption) throws -> QueryParser {
    guard let path = path(besides: index) else { return QueryParser() }
    let table = try InputFile.text(of: path)
    do throws(ConceptListError) {
      return QueryParser(concepts: ConceptList.sample.merging(try ConceptList(table)))
    } catch {
      throw InputFileError(path: path, message: error.message(in: language))
    }
  }
}
