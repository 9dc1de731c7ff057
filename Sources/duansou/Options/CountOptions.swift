import ArgumentParser
import Foundation
import ReportSearch
package import ResultFormats

extension CountAxis.Year: ExpressibleByArgument {}
extension CountAxis.Level: ExpressibleByArgument {}
extension PanelAxis: ExpressibleByArgument {}
extension AbsenceAxis: ExpressibleByArgument {}
extension CountMeasure: ExpressibleByArgument {}
extension CountFile.Format: ExpressibleByArgument {}

/// Where counts go, and how they are written.
struct CountOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("写到哪个文件；不写则输出到屏幕", "The file to write; else standard output."),
      valueName: say("文件", "file")))
  var output: String?

  @Option(
    help: ArgumentHelp(
      say("格式；不写则看文件名，再不然用 text", "The format; else by the file's name, else text.")))
  var format: CountFile.Format?

  func validate() throws {
    if let output, format == nil, CountFile.Format(fileName: output) == nil {
      throw ValidationError(
        say(
          "从文件名 \(output) 看不出格式；请用 .csv、.tsv、.xlsx、.json、.svg、.txt 结尾，或加 --format",
          "the name \(output) tells no format: end it with .csv, .tsv, .xlsx, .json, .svg or .txt, or add "
            + "--format"))
    }
    if chosenFormat == .xlsx, output == nil {
      throw ValidationError(say("xlsx 要写到文件：请加 -o 文件", "xlsx is written to a file: add -o FILE"))
    }
  }

  /// The format that was asked for.
  var chosenFormat: CountFile.Format {
    format ?? output.flatMap { CountFile.Format(fileName: $0) } ?? .text
  }

  /// Writes counts.
  ///
  /// - Parameters:
  ///   - table: The table of the counts.
  ///   - text: The counts in the formats that are no table.
  func write(
    _ table: CountFile, _ provenance: Provenance, text: (CountFile.Format) throws -> String
  ) throws {
    let written: String? =
      switch chosenFormat {
      case .csv: table.csv
      case .tsv: table.tsv
      case .xlsx: nil
      case .text, .json, .svg: try text(chosenFormat)
      }
    guard let output else { return try StandardOutput.write(written ?? "") }
    try table.write(written, to: output, chosenFormat, provenance, date: Date())
    tell(say("已写入 \(output)", "Written to \(output)"))
  }
}
