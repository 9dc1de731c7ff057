#if PostgreSQL
  import ArgumentParser
  import ReportSearch
  import ReportSearchPostgreSQL
  import ResultFormats

  /// `duansou shard`: distributes an index over several PostgreSQL servers.
  struct ShardCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "shard",
        abstract: say(
          "把索引的段落分到几台 PostgreSQL 服务器上", "Spread an index over several servers of PostgreSQL."),
        discussion: say(
          """
          先让一台服务器作协调服务器，再把各台加进去，然后复制索引，段落就分到各台上：
            duansou shard init --index postgresql://owner@主机/数据库
            duansou shard add postgresql://reader@第一台/数据库 --index postgresql://owner@主机/数据库
            duansou copy --from index/reports.sqlite --to postgresql://owner@主机/数据库
          检索照常只写协调服务器的地址。
          """,
          """
          Make a server the coordinator, add the shards, and copy the index, whose paragraphs are then spread:
            duansou shard init --index postgresql://owner@HOST/DATABASE
            duansou shard add postgresql://reader@SHARD/DATABASE --index postgresql://owner@HOST/DATABASE
            duansou copy --from index/reports.sqlite --to postgresql://owner@HOST/DATABASE
          Searching needs the coordinator's address alone, as before.
          """),
        subcommands: [ShardInitCommand.self, ShardAddCommand.self, ShardStatusCommand.self])
    }
  }

  /// `duansou shard init`: makes a server the coordinator.
  struct ShardInitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "init",
        abstract: say("让一台服务器作协调服务器", "Make a server the coordinator."))
    }

    @OptionGroup var index: IndexOption

    func run() throws {
      let isNew = try ShardAdministration(coordinator: index.addressOfServer()).prepare()
      try StandardOutput.write(
        isNew
          ? say(
            "已设为协调服务器；接着用 duansou shard add 加入各台\n",
            "The server is a coordinator now: add shards with duansou shard add\n")
          : say("早已是协调服务器，未作改动\n", "The server is a coordinator already; nothing was changed\n"))
    }
  }

  /// `duansou shard add`: adds a server that stores paragraphs.
  struct ShardAddCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "add",
        abstract: say("加入一台存放段落的服务器", "Add a server that keeps paragraphs."),
        discussion: say(
          """
          地址里的用户是协调服务器读取时所用的；写几个主机的，依次是主服务器和备用服务器。下一次 copy 起用。
          """,
          """
          The user in the address is as whom the coordinator reads; of several hosts, the first is the server and the         others are its standbys. It is used from the next copy on.
          """))
    }

    @Argument(
      help: ArgumentHelp(
        say(
          "服务器：postgresql://用户@主机[,备用主机]/数据库",
          "The server: postgresql://USER@HOST[,STANDBY]/DATABASE"),
        valueName: say("地址", "address")))
    var server: String

    @OptionGroup var index: IndexOption

    func validate() throws {
      guard IndexPlace(server).path == nil else {
        throw ValidationError(
          say(
            "服务器的地址应以 postgresql:// 开头，例如 postgresql://reader@第一台/reports",
            "the address of a server begins with postgresql://, as in postgresql://reader@one/reports"
          ))
      }
    }

    func run() throws {
      let name = try ShardAdministration(coordinator: index.addressOfServer()).add(server)
      try StandardOutput.write(
        say(
          "已加入，名为 \(name)；下一次 duansou copy 起存放段落\n",
          "Added as \(name); it keeps paragraphs from the next duansou copy on\n"))
    }
  }

  /// `duansou shard status`: shows the state of the servers.
  struct ShardStatusCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "status",
        abstract: say("各台服务器的情况", "How the servers are."),
        discussion: say(
          "有一台不能用的，退出码是 2。", "The exit code is 2 if one of them cannot be used."))
    }

    @Option(help: ArgumentHelp(say("输出格式", "How to print it.")))
    var format = OutputFormat.text

    @OptionGroup var index: IndexOption

    func run() throws {
      let status = try ShardAdministration(coordinator: index.addressOfServer()).status()
      switch format {
      case .json:
        try StandardOutput.write(JSONFormat().line(Self.record(of: status)) + "\n")
      case .text:
        try StandardOutput.write(
          say(
            "协调服务器  PostgreSQL \(status.release)\n", "Coordinator  PostgreSQL \(status.release)\n"))
        for shard in status.shards { try StandardOutput.write(Self.line(shard)) }
      }
      if status.shards.contains(where: { $0.failure != nil }) { throw ExitCode(2) }
    }

    private static func line(_ shard: ShardAdministration.ShardStatus) -> String {
      let name = "\(shard.name)  \(shard.address)  "
      if let failure = shard.failure {
        return name + say("不能用：\(failure)\n", "cannot be used: \(failure)\n")
      }
      let role = shard.isStandby ? say("备用服务器", "standby") : say("主服务器", "server")
      let first = shard.firstParagraph.map(String.init) ?? ""
      let last = shard.endOfParagraphs.map { String($0 - 1) } ?? ""
      let paragraphs =
        shard.hasParagraphs
        ? say("段落编号 \(first)–\(last)", "paragraphs \(first)–\(last)")
        : say("没有段落", "no paragraphs")
      let unused =
        shard.unusedCopies == 0
        ? "" : say("，\(shard.unusedCopies) 份旧的未删", ", \(shard.unusedCopies) old copies left")
      return name + role
        + say(" \(shard.host ?? "")，", " \(shard.host ?? ""), ")
        + paragraphs + say("，\(shard.byteCount) 字节", ", \(shard.byteCount) bytes") + unused + "\n"
    }

    private static func record(of status: ShardAdministration.Status) -> Record {
      let texts = { (text: String?) in text.map { Cell.text($0) } ?? .null }
      let numbers = { (number: Int?) in number.map { Cell.integer($0) } ?? .null }
      return Record([
        ("schema", .integer(SearchAnswer.schema)),
        ("release", .integer(status.release)),
        (
          "shards",
          .records(
            status.shards.map { shard in
              Record([
                ("name", .text(shard.name)), ("address", .text(shard.address)),
                ("failure", texts(shard.failure)), ("host", texts(shard.host)),
                ("is_standby", .boolean(shard.isStandby)),
                ("has_paragraphs", .boolean(shard.hasParagraphs)),
                ("first_paragraph", numbers(shard.firstParagraph)),
                ("end_of_paragraphs", numbers(shard.endOfParagraphs)),
                ("byte_count", .integer(shard.byteCount)),
                ("unused_copies", .integer(shard.unusedCopies)),
              ])
            })
        ),
      ])
    }
  }
#endif
