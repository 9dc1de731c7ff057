/// The part of a list that was printed.
struct ListedPart {
  /// The number of items that a list for people contains if the user asks for no other number.
  static let defaultCount = 20

  /// The number of items before the part.
  let offset: Int
  /// The number of items in the part.
  let count: Int
  /// The number of all items.
  let total: Int

  /// Says on standard error which part was listed, if it is not everything.
  ///
  /// A list for programs has no place for it: a cut list must not look complete.
  ///
  /// - Parameters:
  ///   - counter: The measure word or noun in Chinese: `段`.
  ///   - noun: The plural noun in English.
  ///   - name: The name of the list, if there may be several.
  func tellIfCut(_ counter: String, _ noun: String, of name: String? = nil) throws {
    guard count < total else { return }
    try StandardOutput.flush()
    let list = name.map { say("\($0)：", "\($0): ") } ?? ""
    let places = count < 2 ? "\(offset + count)" : "\(offset + 1)–\(offset + count)"
    let all = offset == 0 ? say("；--limit \(total) 列出全部", "; --limit \(total) lists all") : ""
    tell(
      list
        + (count == 0
          ? say(
            "共 \(total) \(counter)，这里一\(counter)也没有列出",
            "None of \(total) \(noun) is listed")
          : say(
            "共 \(total) \(counter)，这里是第 \(places) \(counter)",
            "\(places) of \(total) \(noun) listed")) + all + say("。", "."))
  }
}
