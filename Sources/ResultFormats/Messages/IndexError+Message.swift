public import ReportSearch

extension IndexError {
  /// What is wrong with the index and what to do, in one or two sentences.
  public func message(in language: Language) -> String {
    switch kind {
    case .missing:
      language.choose(
        "没有索引 \(path)。请先建立：duansou index 文件夹 --index \(path)",
        "There is no index at \(path). Make one first: duansou index FOLDER --index \(path)")
    case .notAnIndex:
      language.choose(
        "\(path) 不是段搜的索引，未作任何改动。请用 --index 指定另一个文件。",
        "\(path) is no index of duansou; nothing was changed. Name another file with --index.")
    case .otherFormat(let found, let supported):
      language.choose(
        "索引 \(path) 的格式是第 \(found) 版，本程序用第 \(supported) 版。请删除它并重建：duansou index 文件夹 --index \(path)",
        "The index \(path) has format \(found); this program uses \(supported). Delete it and build it "
          + "again: duansou index FOLDER --index \(path)")
    case .otherFolding(let found, let current):
      language.choose(
        "索引 \(path) 按另一版字符归并规则建立（\(found)，现为 \(current)），检索会漏。请删除它并重建：duansou index 文件夹 --index \(path)",
        "The index \(path) was folded by other rules (\(found), now \(current)) and would miss hits. "
          + "Delete it and build it again: duansou index FOLDER --index \(path)")
    case .inaccessible(let code, let message):
      language.choose(
        "索引 \(path) 无法使用：\(message)（SQLite \(code)）。请检查磁盘空间和读写权限。",
        "The index \(path) cannot be used: \(message) (SQLite \(code)). Check the disk's space and the "
          + "rights to read and write.")
    case .damaged(let message):
      language.choose(
        "索引 \(path) 已损坏（\(message)）。可先试 duansou check --repair --index \(path)；否则删除它并重建：duansou index 文件夹 --index \(path)",
        "The index \(path) is damaged (\(message)). Try duansou check --repair --index \(path) first; else "
          + "delete it and build it again: duansou index FOLDER --index \(path)")
    case .busy(let holder?):
      language.choose(
        "\(holder.name)（进程 \(holder.process)）正在写索引 \(path)。请等它结束后再试。",
        "\(holder.name) (process \(holder.process)) is writing to the index \(path). Try again when it is "
          + "done.")
    case .busy(nil):
      language.choose(
        "另一个程序正在写索引 \(path)。请等它结束后再试。",
        "Another program is writing to the index \(path). Try again when it is done.")
    case .replaced:
      language.choose(
        "索引 \(path) 在写入时被删除或换掉，这次写的没有留下。请再运行一次。",
        "The index \(path) was deleted or replaced while it was written to; what was written is lost. Run "
          + "the command again.")
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
}
