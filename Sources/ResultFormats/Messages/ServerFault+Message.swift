import ReportSearch

extension IndexError {
  /// What is wrong with the server that keeps the index and what to do, in one or two sentences.
  func message(of fault: ServerFault, in language: Language) -> String {
    switch fault {
    case .failure(let message):
      language.choose(
        "服务器 \(path) 没有做成：\(message)。请检查服务器、网络和权限后再试。",
        "The server \(path) did not do it: \(message). Check the server, the network and the rights, and "
          + "try again.")
    case .unsupported:
      language.choose(
        "\(path) 是服务器，这个程序编译时没有带上 PostgreSQL。请重新编译：swift build -c release --traits PostgreSQL",
        "\(path) is a server, and this program was built without PostgreSQL. Build it again: swift build -c "
          + "release --traits PostgreSQL")
    case .malformedAddress:
      language.choose(
        "服务器的地址 \(path) 写法不对。请写成 postgresql://用户@主机/数据库",
        "The address \(path) of a server is not well formed. Write postgresql://USER@HOST/DATABASE")
    case .passwordInAddress:
      language.choose(
        "服务器的地址 \(path) 里写了密码，别人看得到，因此没有使用。请写在 ~/.pgpass 里，或放在环境变量 PGPASSWORD 里。",
        "The address \(path) of a server holds a password, which others can see: it was not used. Write it "
          + "to ~/.pgpass, or to the environment variable PGPASSWORD.")
    case .onShards:
      language.choose(
        "索引 \(path) 分在几台服务器上，不能直接改。请改索引文件，再复制过去：\(copying(in: language)) --replace",
        "The index \(path) is on several servers and cannot be changed in place. Change the file of the index, "
          + "and copy that: \(copying(in: language)) --replace")
    case .noCoordinator:
      language.choose(
        "\(path) 不是协调服务器。请先运行：duansou shard init --index \(path)",
        "\(path) is no coordinator of shards. Run first: duansou shard init --index \(path)")
    case .alreadyShard(let name):
      language.choose(
        "\(path) 已经加入过，名为 \(name)，未作任何改动。",
        "\(path) is the shard \(name) already; nothing was changed.")
    case .otherShard:
      language.choose(
        "\(path) 不是协调服务器所记的那一台：它没有加入，或属于别的协调服务器。未作任何改动；请核对地址，或用 duansou shard add 加入。",
        "\(path) is not the shard that the coordinator takes it for: it was not added, or is another one's. "
          + "Nothing was changed; check the address, or add it with duansou shard add.")
    }
  }
}
