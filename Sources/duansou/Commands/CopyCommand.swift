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
          "把索引复制到 PostgreSQL 服务器，或复制回来", "Copy an index to a server of PostgreSQL, or back."),
        discussion: say(
          """
          duansou copy --from index/reports.sqlite --to postgresql://用户@主机/数据库

          密码写在 ~/.pgpass 里。复制完逐行核对；中途停下，服务器上仍是原来的样子。
          """,
          """
          duansou copy --from index/reports.sqlite --to postgresql://USER@HOST/DATABASE

          The password is in ~/.pgpass. Every row is compared afterwards; a copy that is stopped leaves the server \
          as it was.
          """))
    }

    @Option(
      help: ArgumentHelp(
        say("从哪里：索引文件或服务器", "From where: a file or a server."),
        valueName: say("索引", "index")))
    var from: String

    @Option(
      help: ArgumentHelp(
        say("到哪里：服务器或新的文件", "To where: a server or a new file."),
        valueName: say("索引", "index")))
    var to: String

    @Flag(
      help: ArgumentHelp(
        say("换掉服务器上已有的索引", "Replace the index that the server has.")))
    var replace = false

    @Option(
      help: ArgumentHelp(
        say(
          "服务器上的角色，可以检索复制过去的索引；可写几次",
          "A role of the server that may search the copy; can be repeated."),
        valueName: say("角色", "role")))
    var reader: [String] = []

    func validate() throws {
      if Self.isServer(from) == Self.isServer(to) {
        throw ValidationError(
          say(
            "--from 和 --to 应一个是文件、一个是 postgresql:// 开头的地址",
            "of --from and --to, one is a file and one an address that begins with postgresql://"))
      }
      if replace, Self.isServer(from) {
        throw ValidationError(
          say("--replace 只用于服务器；文件请另取一个名字", "--replace is for servers: name another file"))
      }
      if !reader.isEmpty, Self.isServer(from) {
        throw ValidationError(
          say(
            "--reader 只用于服务器；文件的权限由系统管",
            "--reader is for servers: the system knows who may read a file"))
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
          "已复制 \(summary.tables) 个表、\(summary.rows) 行，逐行核对一致\n",
          "\(summary.tables) tables with \(summary.rows) rows were copied, and every row is the same\n"
        ))
    }

    private static func isServer(_ index: String) -> Bool { IndexPlace(index).path == nil }

    private static func words(of step: IndexCopy.Progress.Step) -> String {
      switch step {
      case .copying: say("复制", "copying")
      case .indexing: say("建索引", "indexing")
      case .verifying: say("核对", "comparing")
      }
    }
  }
#endif
