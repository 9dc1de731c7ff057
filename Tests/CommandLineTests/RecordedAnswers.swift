import ResultFormats
import TestSupport

/// The output of several command lines in both languages, as recorded in a snapshot.
struct RecordedAnswers {
  /// The text of the snapshot.
  private(set) var text = ""
  private let folder: TemporaryFolder
  private let index: String?

  /// Creates an empty record.
  ///
  /// - Parameters:
  ///   - folder: The folder of the files used by the command lines. Its path is not recorded.
  ///   - index: The index that is used if the arguments name none.
  init(in folder: TemporaryFolder, index: String? = nil) {
    (self.folder, self.index) = (folder, index)
  }

  /// Runs a command line in both languages and appends its output.
  ///
  /// - Parameter arguments: The arguments. `{}` is replaced by the path of the folder.
  /// - Returns: The runs, the Chinese one first.
  @discardableResult
  mutating func add(_ arguments: [String]) async -> [CommandRun] {
    var runs: [CommandRun] = []
    for language in [Language.chinese, .english] {
      let run = await CommandRun(
        arguments.map { $0.replacing("{}", with: folder.path) }, in: language, index: index)
      runs.append(run)
      let shown = arguments.map { $0.count > 99 ? "(\($0.count))" : $0 }.joined(separator: " ")
      text += "$ duansou \(shown.replacing("{}/", with: ""))\nstatus \(run.status)\n"
      text += "--- output\n\(run.output)--- messages\n\(run.messages)\n"
    }
    text = text.replacing(ProjectFolder.samples, with: "reports")
      .replacing(folder.path + "/", with: "").replacing("\r\n", with: "\n")
      .replacing(/\d+\.\d (s|秒)(，|, )\d+\.\d MB/, with: "TIME")
    return runs
  }
}
