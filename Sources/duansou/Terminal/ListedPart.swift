/// The part of a list that was printed.
struct ListedPart {
  /// The default number of items in a list for people.
  static let defaultCount = 20

  /// The number of items before the part.
  let offset: Int
  /// The number of items in the part.
  let count: Int
  /// The total number of items.
  let total: Int

  /// Prints the listed range to standard error if the list is incomplete.
  ///
  /// The message is separate because machine-readable output has no room for it, and a truncated
  /// list must not look complete.
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
    let all = offset == 0 ? say("；--limit \(total) 可列出全部", "; --limit \(total) lists all") : ""
    tell(
      list
        + (count == 0
          ? say(
            "共 \(total) \(counter)，未列出",
            "None of \(total) \(noun) listed")
          : say(
            "共 \(total) \(counter)，已列出第 \(places) \(counter)",
            "\(places) of \(total) \(noun) listed")) + all + say("。", "."))
  }
}
