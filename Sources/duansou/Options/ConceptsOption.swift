import ArgumentParser
import Foundation
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats

/// The option for the concepts that queries can reference with `@`.
struct ConceptsOption: ParsableArguments {
  @Option(
    name: .customLong("concepts"),
    help: ArgumentHelp(
      say(
        "概念表，供 @名称 使用；默认为索引所在文件夹的 concepts.tsv（如有）。内置概念始终可用",
        "A concept file for @name; by default concepts.tsv in the folder of the index, if "
          + "it exists. The built-in concepts are always available."),
      valueName: say("文件", "file")))
  var file: String?

  /// Returns the path of the concept file: the option's value, or `concepts.tsv` next to the index;
  /// `nil` if there is no value and the index is on a server.
  func expectedPath(besides index: IndexOption) -> String? {
    file
      ?? index.place.path.map {
        URL(fileURLWithPath: $0).deletingLastPathComponent()
          .appendingPathComponent("concepts.tsv").path
      }
  }

  /// Returns a parser with the concepts.
  ///
  /// - Throws: A `ReadingError` if the file cannot be read, an ``InputFileError`` if it is not a
  ///   valid table.
  func parser(besides index: IndexOption) throws -> QueryParser {
    guard let path = expectedPath(besides: index),
      file != nil || FileManager.default.fileExists(atPath: path)
    else { return QueryParser() }
    let table = try InputFile.text(of: path)
    do throws(ConceptListError) {
      return QueryParser(concepts: ConceptList.sample.merging(try ConceptList(table)))
    } catch {
      throw InputFileError(path: path, message: error.message(in: language))
    }
  }
}
