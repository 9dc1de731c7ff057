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

/// The options for the output file and the format of counts.
struct CountOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("输出文件；默认为标准输出", "The output file; by default standard output."),
      valueName: say("文件", "file")))
  var output: String?

  @Option(
    help: ArgumentHelp(
      say(
        "输出格式；默认按文件名判断，否则为 text", "The output format; by default that of the file name, else text.")
    ))
  var format: CountFile.Format?

  func validate() throws {
    if let output, format == nil, CountFile.Format(fileName: output) == nil {
      throw ValidationError(
        say(
          "无法根据文件名 \(output) 判断格式；请使用扩展名 .csv、.tsv、.xlsx、.json、.svg 或 .txt，或加 --format。",
          "The file name \(output) does not determine a format. Use the extension .csv, "
            + ".tsv, .xlsx, .json, .svg or .txt, or add --format."))
    }
    if chosenFormat == .xlsx, output == nil {
      throw ValidationError(
        say(
          "xlsx 格式只能写入文件；请加 -o 文件。", "The format xlsx can only be written to a file. Add -o FILE."))
    }
  }

  /// The format of the option, else that of the file name, else text.
  var chosenFormat: CountFile.Format {
    format ?? output.flatMap { CountFile.Format(fileName: $0) } ?? .text
  }

  /// Writes counts to the file of the option, or to standard output.
  ///
  /// - Parameters:
  ///   - table: The table of the counts.
  ///   - text: Returns the counts in a format that is not a table: text, JSON or SVG.
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
    tell(say("已写入 \(output)", "Wrote \(output)"))
  }
}
