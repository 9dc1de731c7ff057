import ResultFormats

extension WebError {
  /// Returns one or two sentences that say what is wrong and what to do.
  func message(in language: Language) -> String {
    switch kind {
    case .invalidAddress:
      language.choose(
        "网址含有非 UTF-8 编码的内容。请用检索框重新检索。",
        "The address is not valid UTF-8. Search again with the search box.")
    case .notFound:
      language.choose(
        "页面不存在。请返回检索页重新开始。", "There is no such page. Start again from the search page.")
    case .methodNotAllowed:
      language.choose("该网址只接受读取请求（GET）。", "This address accepts only read requests (GET).")
    case .otherHost:
      language.choose(
        "请用 http://127.0.0.1 或 http://localhost 打开本页；不接受其他主机名。",
        "Open this page at http://127.0.0.1 or http://localhost; other host names are rejected.")
    case .unauthorized:
      language.choose(
        "口令缺失或错误。请向本服务的管理员索取。",
        "The password is missing or wrong. Ask the administrator "
          + "of this server.")
    case .invalidParameter(let name, let expected):
      language.choose(
        "参数 \(name) 的值无效，应为 \(expected)。", "The parameter \(name) must be \(expected).")
    case .unknownParameter(let name):
      language.choose(
        "没有参数“\(name)”。可用的参数见 /api/v1/openapi.json。",
        "There is no parameter “\(name)”. The parameters are listed in /api/v1/openapi.json.")
    case .missingParameter(let name):
      language.choose("缺少参数 \(name)。", "The parameter \(name) is missing.")
    case .query(let error): error.message(in: language)
    case .question(let error): error.message(in: language)
    case .index(let error): error.message(in: language)
    case .conceptFile(let error):
      language.choose("概念表", "The concept file ") + error.message(in: language)
        + language.choose("改正后请刷新页面。", " Correct it and reload the page.")
    case .conceptList(let error):
      error.message(in: language)
        + language.choose("改正后请刷新页面。", " Correct it and reload the page.")
    case .table(let error): error.message(in: language)
    case .timeLimit(let seconds):
      language.choose(
        "检索超过 \(Self.text(seconds)) 秒的时限，已停止，不显示不完整的结果。请使用更长的检索词、添加筛选条件，或改用命令行。",
        "The search exceeded the limit of \(Self.text(seconds)) s and was stopped; "
          + "incomplete results are not shown. Use longer strings, add filters, or use the "
          + "command line.")
    case .tooBusy:
      language.choose(
        "同时检索的请求过多，请几秒后再试。", "Too many searches are running. Try again in a few seconds.")
    case .other:
      language.choose(
        "服务器内部错误，原因见服务器日志。", "Internal server error. See the log of the server.")
    }
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}
