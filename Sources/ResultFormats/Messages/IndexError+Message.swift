package import ReportSearch

extension IndexError {
  /// Returns one or two sentences that say what is wrong with the index and what to do.
  package func message(in language: Language) -> String {
    switch kind {
    case .missing:
      language.choose(
        "索引 \(path) 不存在。请先建立：\(command(in: language))",
        "There is no index at \(path). Create it first: \(command(in: language))")
    case .notAnIndex:
      language.choose(
        "\(path) 不是段搜的索引，未作任何改动。请用 --index 指定其他文件。",
        "\(path) is not a duansou index. Nothing was changed. Specify another file with --index.")
    case .otherFormat(let found, let supported):
      language.choose(
        "索引 \(path) 的格式为第 \(found) 版，本程序使用第 \(supported) 版。\(rebuilding(in: language))",
        "The index \(path) has format version \(found); this program uses version \(supported). "
          + rebuilding(in: language))
    case .otherFolding(let found, let current):
      language.choose(
        "索引 \(path) 按另一版字符归并规则建立（\(found)，现为 \(current)），检索会有遗漏。\(rebuilding(in: language))",
        "The index \(path) was built with other character folding rules (\(found), now "
          + "\(current)); searches would miss matches. "
          + rebuilding(in: language))
    case .inaccessible(let code, let message):
      language.choose(
        "索引 \(path) 无法使用：\(message)（SQLite \(code)）。请检查磁盘空间和读写权限。",
        "Cannot use the index \(path): \(message) (SQLite \(code)). Check the disk space "
          + "and the read and write permissions.")
    case .damaged(let message):
      language.choose(
        "索引 \(path) 已损坏（\(message)）。\(repairing(in: language))",
        "The index \(path) is corrupted (\(message)). \(repairing(in: language))")
    case .busy(let holder?):
      language.choose(
        "\(holder.name)（进程 \(holder.process)）正在写入索引 \(path)。请等它结束后再试。",
        "\(holder.name) (process \(holder.process)) is writing to the index \(path). Try again when it has finished."
      )
    case .busy(nil):
      language.choose(
        "另一个程序正在写入索引 \(path)。请等它结束后再试。",
        "Another program is writing to the index \(path). Try again when it has finished.")
    case .changed:
      language.choose(
        "检索期间索引 \(path) 发生了变化：所在文件夹不可写，无法加锁阻止其他程序修改。请重新运行命令。",
        "The index \(path) changed during the search: its folder is not writable, so it "
          + "cannot be locked against writers. Run the command again.")
    case .replaced:
      language.choose(
        "写入期间索引 \(path) 被删除或替换，本次写入的内容未保存。请重新运行命令。",
        "The index \(path) was deleted or replaced during writing; the changes were not "
          + "saved. Run the command again.")
    case .server(let fault): message(of: fault, in: language)
    case .notAFile:
      language.choose(
        "\(path) 是服务器上的索引，不支持此操作。请先对索引文件执行，再复制到服务器：\(copying(in: language)) --replace",
        "This operation is not supported for \(path), an index on a server. Run it on the "
          + "index file, then copy the file: \(copying(in: language)) --replace")
    case .alreadyThere:
      isOnServer
        ? language.choose(
          "服务器 \(path) 上已有名为 duansou 的模式（schema），未作任何改动。要替换它，请加 --replace。",
          "The server \(path) already has a schema named duansou. Nothing was changed. To "
            + "replace it, add --replace.")
        : language.choose(
          "\(path) 已存在，未作任何改动。请指定其他文件名。",
          "\(path) already exists. Nothing was changed. Specify another file.")
    case .copyDiffers(let table):
      language.choose(
        "复制到 \(path) 的表 \(table) 与原表不一致，复制已全部撤销。请检查磁盘后再试。",
        "The copy of table \(table) at \(path) differs from the original; the whole copy "
          + "was undone. Check the disks and try again.")
    case .unknownReport(let identifier):
      language.choose(
        "索引中没有编号以“\(identifier)”开头的报告。请用 duansou reports 查看编号。",
        "No report in the index has an identifier that begins with “\(identifier)”. List "
          + "the identifiers with “duansou reports”."
      )
    case .ambiguousReport(let identifier):
      language.choose(
        "有多份报告的编号以“\(identifier)”开头。请多写几位。",
        "Several reports have identifiers that begin with “\(identifier)”. Write more "
          + "characters of the identifier.")
    case .unknownParagraph(let identifier):
      language.choose(
        "索引中没有编号为“\(identifier)”的段落。段落编号形如 r4f1c09a27d35b8e6a0c1.6，见 search 或 copies 的结果。",
        "The index has no paragraph “\(identifier)”. The results of search and copies show "
          + "paragraph identifiers, such as r4f1c09a27d35b8e6a0c1.6.")
    }
  }

  private var isOnServer: Bool { path.wholeMatch(of: /postgres(ql)?:.*/) != nil }

  /// Returns the command that creates the index.
  private func command(in language: Language) -> String {
    language.choose("duansou index 文件夹 --index \(path)", "duansou index FOLDER --index \(path)")
  }

  /// Returns the command that copies an index to a server.
  func copying(in language: Language) -> String {
    language.choose(
      "duansou copy --from 索引文件 --to \(path)", "duansou copy --from FILE --to \(path)")
  }

  private func rebuilding(in language: Language) -> String {
    isOnServer
      ? language.choose(
        "请重新复制：\(copying(in: language)) --replace",
        "Copy it again: \(copying(in: language)) --replace")
      : language.choose(
        "请删除它并重建：\(command(in: language))",
        "Delete it and rebuild it: \(command(in: language))")
  }

  /// Returns the instruction for repairing or rebuilding a corrupted index.
  func repairing(in language: Language) -> String {
    isOnServer
      ? rebuilding(in: language)
      : language.choose(
        "请先尝试 duansou check --repair --index \(path)；若仍不行，请删除它并重建：\(command(in: language))",
        "First try duansou check --repair --index \(path). If that fails, delete it and "
          + "rebuild it: "
          + command(in: language))
  }
}
