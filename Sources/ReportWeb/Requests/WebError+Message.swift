import ResultFormats

extension WebError {
  /// Returns one or two sentences that say what is wrong and what to do.
  func message(in language: Language) -> String {
    switch kind {
    case .invalidAddress:
      language.choose(
        "网址里有不是 UTF-8 的内容。请从检索框重新检索。",
        "The address holds something that is no UTF-8. Search again from the box.")
    case .notFound:
      language.choose("没有这个页面。请从检索页重新开始。", "There is no such page. Begin again at the search page.")
    case .methodNotAllowed:
      language.choose("这个网址只能读取。", "This address can only be read.")
    case .otherHost:
      language.choose(
        "请用 http://127.0.0.1 或 http://localhost 打开本页，别的名称不受理。",
        "Open this page as http://127.0.0.1 or http://localhost; other names are refused.")
    case .unauthorized:
      language.choose("口令不对。请向开这个页面的人索取。", "The password is wrong. Ask whoever runs this page.")
    case .invalidParameter(let name, let expected):
      language.choose(
        "参数 \(name) 的内容不对，应是 \(expected)。", "The parameter \(name) must be \(expected).")
    case .unknownParameter(let name):
      language.choose(
        "没有参数“\(name)”。各参数见 /api/v1/openapi.json。",
        "There is no parameter “\(name)”. See /api/v1/openapi.json.")
    case .missingParameter(let name):
      language.choose("缺少参数 \(name)。", "The parameter \(name) is missing.")
    case .query(let error): error.message(in: language)
    case .question(let error): error.message(in: language)
    case .index(let error): error.message(in: language)
    case .conceptFile(let error):
      language.choose("概念表", "The table of concepts ") + error.message(in: language)
        + language.choose("改好后刷新即可。", " Mend it and load the page again.")
    case .conceptList(let error):
      error.message(in: language)
        + language.choose("改好后刷新即可。", " Mend it and load the page again.")
    case .table(let error): error.message(in: language)
    case .timeLimit(let seconds):
      language.choose(
        "这次检索超过了 \(Self.text(seconds)) 秒的上限，已经停下，没有给出部分结果。请换长一些的词、加上筛选，或用命令行。",
        "This search took longer than the limit of \(Self.text(seconds)) s and was stopped; no partial "
          + "answer is given. Use longer strings, add filters, or use the command line.")
    case .tooBusy:
      language.choose("同时检索的人太多，请过几秒再试。", "Too many are searching. Try again in a few seconds.")
    case .other:
      language.choose(
        "服务器出错了，原因写在它的日志里。", "The server failed; its log tells why.")
    }
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}
