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
          "将索引的段落分布到多台 PostgreSQL 服务器", "Distribute an index over several PostgreSQL servers."),
        discussion: say(
          """
          先将一台服务器设为协调服务器，再加入各分片，然后复制索引，段落即分布到各分片：
            duansou shard init --index postgresql://owner@主机/数据库
            duansou shard add postgresql://reader@分片主机/数据库 --index postgresql://owner@主机/数据库
            duansou copy --from index/reports.sqlite --to postgresql://owner@主机/数据库
          检索时只需写协调服务器的地址。
          """,
          """
          Make a server the coordinator, add the shards, and copy the index; its paragraphs are then distributed:
            duansou shard init --index postgresql://owner@HOST/DATABASE
            duansou shard add postgresql://reader@SHARD/DATABASE --index postgresql://owner@HOST/DATABASE
            duansou copy --from index/reports.sqlite --to postgresql://owner@HOST/DATABASE
          Searches need only the address of the coordinator.
          """),
        subcommands: [ShardInitCommand.self, ShardAddCommand.self, ShardStatusCommand.self])
    }
  }

  /// `duansou shard init`: makes a server the coordinator.
  struct ShardInitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "init",
        abstract: say("将一台服务器设为协调服务器", "Make a server the coordinator."))
    }

    @OptionGroup var index: IndexOption

    func run() throws {
      let isNew = try ShardAdministration(coordinator: index.addressOfServer()).prepare()
      try StandardOutput.write(
        isNew
          ? say(
            "已设为协调服务器；请用 duansou shard add 加入分片。\n",
            "The server is now a coordinator. Add shards with duansou shard add.\n")
          : say(
            "该服务器已是协调服务器，未作改动。\n", "The server is already a coordinator. Nothing was changed.\n"))
    }
  }

  /// `duansou shard add`: adds a server that stores paragraphs.
  struct ShardAddCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "add",
        abstract: say("加入一台存放段落的服务器（分片）", "Add a server that stores paragraphs (a shard)."),
        discussion: say(
          """
          协调服务器以地址中的用户身份读取。有多个主机时，依次为主服务器和备用服务器。自下一次 copy 起使用。
          """,
          """
          The coordinator reads as the user in the address. Of several hosts, the first is the primary and the others \
          are its standbys. The shard is used from the next copy on.
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
            "服务器地址必须以 postgresql:// 开头，例如 postgresql://reader@主机/reports",
            "The server address must begin with postgresql://, for example "
              + "postgresql://reader@host/reports"
          ))
      }
    }

    func run() throws {
      let name = try ShardAdministration(coordinator: index.addressOfServer()).add(server)
      try StandardOutput.write(
        say(
          "已加入，名为 \(name)；自下一次 duansou copy 起存放段落。\n",
          "Added as \(name). It stores paragraphs from the next duansou copy on.\n"))
    }
  }

  /// `duansou shard status`: shows the state of the servers.
  struct ShardStatusCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "status",
        abstract: say("显示各服务器的状态", "Show the state of the servers."),
        discussion: say(
          "有服务器不可用时，退出码为 2。", "The exit code is 2 if a server is unavailable."))
    }

    @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
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
        return name + say("不可用：\(failure)\n", "unavailable: \(failure)\n")
      }
      let role = shard.isStandby ? say("备用服务器", "standby") : say("主服务器", "primary")
      let first = shard.firstParagraph.map(String.init) ?? ""
      let last = shard.endOfParagraphs.map { String($0 - 1) } ?? ""
      let paragraphs =
        shard.hasParagraphs
        ? say("段落编号 \(first)–\(last)", "paragraphs \(first)–\(last)")
        : say("没有段落", "no paragraphs")
      let unused =
        shard.unusedCopies == 0
        ? ""
        : say("，\(shard.unusedCopies) 份旧副本未删除", ", \(shard.unusedCopies) old copies not deleted")
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
