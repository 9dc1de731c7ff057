import ReportSearch

extension IndexError {
  /// The problem with the server that stores the index and its remedy, in one or two sentences.
  func message(of fault: ServerFault, in language: Language) -> String {
    switch fault {
    case .failure(let message):
      language.choose(
        "服务器 \(path) 操作失败：\(message)。请检查服务器、网络和权限后再试。",
        "The server \(path) reported an error: \(message). Check the server, the network "
          + "and the permissions, then try again.")
    case .unsupported:
      language.choose(
        "\(path) 是服务器地址，而本程序编译时未启用 PostgreSQL。请重新编译：swift build -c release --traits PostgreSQL",
        "\(path) is a server, but this program was built without PostgreSQL support. "
          + "Rebuild it: swift build -c "
          + "release --traits PostgreSQL")
    case .malformedAddress:
      language.choose(
        "服务器地址 \(path) 格式不正确。请写成 postgresql://用户@主机/数据库",
        "The server address \(path) is malformed. Write postgresql://USER@HOST/DATABASE")
    case .passwordInAddress:
      language.choose(
        "服务器地址 \(path) 中含有密码，可能被他人看到，因此未使用。请将密码写入 ~/.pgpass，或放在环境变量 PGPASSWORD 中。",
        "The server address \(path) contains a password, which other users can see, so it "
          + "was not used. Put the password into ~/.pgpass or the environment variable "
          + "PGPASSWORD.")
    case .onShards:
      language.choose(
        "索引 \(path) 分布在多台服务器上，不能直接修改。请修改索引文件，再复制到服务器：\(copying(in: language)) --replace",
        "The index \(path) is distributed over several servers and cannot be changed in "
          + "place. Change the index file, then copy it: \(copying(in: language)) --replace")
    case .noCoordinator:
      language.choose(
        "\(path) 不是协调服务器。请先运行：duansou shard init --index \(path)",
        "\(path) is not a shard coordinator. First run: duansou shard init --index \(path)")
    case .alreadyShard(let name):
      language.choose(
        "\(path) 已加入，名为 \(name)，未作任何改动。",
        "\(path) is already the shard \(name). Nothing was changed.")
    case .otherShard:
      language.choose(
        "\(path) 不是协调服务器登记的分片：它尚未加入，或属于其他协调服务器。未作任何改动。请核对地址，或用 duansou shard add 加入。",
        "\(path) is not the shard that the coordinator has registered: it was never added, "
          + "or belongs to another coordinator. Nothing was changed. Check the address, or add "
          + "it with duansou shard add.")
    }
  }
}
