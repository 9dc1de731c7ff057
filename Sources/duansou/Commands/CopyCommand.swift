#if PostgreSQL
  import ArgumentParser
  import ReportSearch
  import ReportSearchPostgreSQL
  import ResultFormats

  /// `duansou copy`: copies an index from a file to a server, or back.
  struct CopyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "copy",
        abstract: say(
          "将索引复制到 PostgreSQL 服务器，或复制回文件", "Copy an index to a PostgreSQL server, or back."
        ),
        discussion: say(
          """
          duansou copy --from index/reports.sqlite --to postgresql://用户@主机/数据库

          密码请写入 ~/.pgpass。复制后逐行核对；如中途停止，服务器上的数据保持不变。
          """,
          """
          duansou copy --from index/reports.sqlite --to postgresql://USER@HOST/DATABASE

          Put the password into ~/.pgpass. Every row is verified after the copy. If the copy is interrupted, the \
          server is unchanged.
          """))
    }

    @Option(
      help: ArgumentHelp(
        say("来源：索引文件或服务器", "The source: a file or a server."),
        valueName: say("索引", "index")))
    var from: String

    @Option(
      help: ArgumentHelp(
        say("目标：服务器或新文件", "The destination: a server or a new file."),
        valueName: say("索引", "index")))
    var to: String

    @Flag(
      help: ArgumentHelp(
        say("替换服务器上已有的索引", "Replace the index on the server.")))
    var replace = false

    @Option(
      help: ArgumentHelp(
        say(
          "可检索该索引的服务器角色；可重复使用",
          "A database role that may search the copy; may be repeated."),
        valueName: say("角色", "role")))
    var reader: [String] = []

    func validate() throws {
      if Self.isServer(from) == Self.isServer(to) {
        throw ValidationError(
          say(
            "--from 和 --to 必须一个是文件，另一个是以 postgresql:// 开头的地址。",
            "One of --from and --to must be a file, the other an address that begins with "
              + "postgresql://."))
      }
      if replace, Self.isServer(from) {
        throw ValidationError(
          say(
            "--replace 只用于服务器；请指定其他文件名。",
            "--replace applies to servers only. Specify another "
              + "file name."))
      }
      if !reader.isEmpty, Self.isServer(from) {
        throw ValidationError(
          say(
            "--reader 只用于服务器；文件的权限请在系统中设置。",
            "--reader applies to servers only. For a file, set its permissions in the file system.")
        )
      }
    }

    func run() throws {
      var bar = ProgressBar()
      defer { bar.clear() }
      let copy = IndexCopy { progress in
        bar.show(
          progress.total == 0 ? 1 : Double(progress.rows) / Double(progress.total),
          Self.words(of: progress.step))
      }
      let summary =
        Self.isServer(to)
        ? try copy.copy(file: from, toServer: to, replacing: replace, readers: reader)
        : try copy.copy(server: from, toFile: to)
      bar.clear()
      try StandardOutput.write(
        say(
          "已复制 \(summary.tables) 个表、\(summary.rows) 行，逐行核对一致。\n",
          "Copied \(summary.tables) tables with \(summary.rows) rows and verified every row.\n"
        ))
    }

    private static func isServer(_ index: String) -> Bool { IndexPlace(index).path == nil }

    private static func words(of step: IndexCopy.Progress.Step) -> String {
      switch step {
      case .copying: say("复制", "copying")
      case .indexing: say("建索引", "indexing")
      case .verifying: say("核对", "verifying")
      }
    }
  }
#endif
