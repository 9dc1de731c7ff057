package import ReportSearch

extension IndexError {
  /// What is wrong with the index and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    switch kind {
    case .missing:
      language.choose(
        "没有索引 \(path)。请先建立：\(command(in: language))",
        "There is no index at \(path). Make one first: \(command(in: language))")
    case .notAnIndex:
      language.choose(
        "\(path) 不是段搜的索引，未作任何改动。请用 --index 指定另一个文件。",
        "\(path) is no index of duansou; nothing was changed. Name another file with --index.")
    case .otherFormat(let found, let supported):
      language.choose(
        "索引 \(path) 的格式是第 \(found) 版，本程序用第 \(supported) 版。\(rebuilding(in: language))",
        "The index \(path) has format \(found); this program uses \(supported). "
          + rebuilding(in: language))
    case .otherFolding(let found, let current):
      language.choose(
        "索引 \(path) 按另一版字符归并规则建立（\(found)，现为 \(current)），检索会漏。\(rebuilding(in: language))",
        "The index \(path) was folded by other rules (\(found), now \(current)) and would miss hits. "
          + rebuilding(in: language))
    case .inaccessible(let code, let message):
      language.choose(
        "索引 \(path) 无法使用：\(message)（SQLite \(code)）。请检查磁盘空间和读写权限。",
        "The index \(path) cannot be used: \(message) (SQLite \(code)). Check the disk's space and the "
          + "rights to read and write.")
    case .damaged(let message):
      language.choose(
        "索引 \(path) 已损坏（\(message)）。\(repairing(in: language))",
        "The index \(path) is damaged (\(message)). \(repairing(in: language))")
    case .busy(let holder?):
      language.choose(
        "\(holder.name)（进程 \(holder.process)）正在写索引 \(path)。请等它结束后再试。",
        "\(holder.name) (process \(holder.process)) is writing to the index \(path). Try again when it is "
          + "done.")
    case .busy(nil):
      language.choose(
        "另一个程序正在写索引 \(path)。请等它结束后再试。",
        "Another program is writing to the index \(path). Try again when it is done.")
    case .changed:
      language.choose(
        "索引 \(path) 在检索时变了：文件夹不能写入，就挡不住别人改它。请再运行一次。",
        "The index \(path) changed while it was searched: in a folder that may not be written to, nothing "
          + "keeps writers away. Run the command again.")
    case .replaced:
      language.choose(
        "索引 \(path) 在写入时被删除或换掉，这次写的没有留下。请再运行一次。",
        "The index \(path) was deleted or replaced while it was written to; what was written is lost. Run "
          + "the command again.")
    case .server(let fault): message(of: fault, in: language)
    case .notAFile:
      language.choose(
        "\(path) 是服务器上的索引，不能在上面做这件事。请对索引文件做，再复制过去：\(copying(in: language)) --replace",
        "\(path) is an index on a server, where this cannot be done. Do it to the file of the index, and "
          + "copy that: \(copying(in: language)) --replace")
    case .alreadyThere:
      isOnServer
        ? language.choose(
          "服务器 \(path) 上已有 duansou 模式，未作任何改动。要换成新的，请加 --replace。",
          "The server \(path) has a schema duansou already; nothing was changed. To replace it, add "
            + "--replace.")
        : language.choose(
          "\(path) 已经存在，未作任何改动。请另取一个文件名。",
          "\(path) is there already; nothing was changed. Name another file.")
    case .copyDiffers(let table):
      language.choose(
        "复制到 \(path) 的表 \(table) 与原来的不同，已全部撤销。请检查磁盘后再试。",
        "The table \(table) that was copied to \(path) is not the same as before; all was undone. Check "
          + "the disks, and try again.")
    case .unknownReport(let identifier):
      language.choose(
        "索引里没有编号以“\(identifier)”开头的报告。用 duansou reports 查看编号。",
        "The index has no report whose identifier begins with “\(identifier)”. See duansou reports."
      )
    case .ambiguousReport(let identifier):
      language.choose(
        "有几份报告的编号以“\(identifier)”开头。请把编号写长一些。",
        "Several reports have identifiers that begin with “\(identifier)”. Write more of it.")
    case .unknownParagraph(let identifier):
      language.choose(
        "索引里没有编号为“\(identifier)”的段。段的编号如 r4f1c09a27d35b8e6a0c1.6，见 search 或 copies 的结果。",
        "The index has no paragraph “\(identifier)”. Identifiers such as r4f1c09a27d35b8e6a0c1.6 stand "
          + "in the results of search and copies.")
    }
  }

  private var isOnServer: Bool { path.wholeMatch(of: /postgres(ql)?:.*/) != nil }

  /// The command that makes the index.
  private func command(in language: Language) -> String {
    language.choose("duansou index 文件夹 --index \(path)", "duansou index FOLDER --index \(path)")
  }

  /// The command that copies an index to a server.
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
        "Delete it and build it again: \(command(in: language))")
  }

  /// What to do about damage.
  func repairing(in language: Language) -> String {
    isOnServer
      ? rebuilding(in: language)
      : language.choose(
        "可先试 duansou check --repair --index \(path)；否则删除它并重建：\(command(in: language))",
        "Try duansou check --repair --index \(path) first; else delete it and build it again: "
          + command(in: language))
  }
}
