import ResultFormats

/// The links to the other pages of a list.
struct PagesView {
  let state: SearchState
  let language: Language
  /// The number of items in the list.
  let count: Int
  /// The number of items per page.
  let perPage: Int

  var view: View {
    let last = max(1, (count + perPage - 1) / perPage)
    let page = state.page
    let near = max(1, page - 2)...max(max(1, page - 2), min(last, page + 2))
    let numbers = ([1] + near + [last]).filter { $0 <= last }
    var links: [View] = []
    var before = 0
    for number in Array(Set(numbers)).sorted() {
      links.append([
        "isGap": number > before + 1, "number": number.grouped, "isCurrent": number == page,
        "address": address(number),
      ])
      before = number
    }
    let first = (page - 1) * perPage + 1
    return [
      "start": first, "links": links, "hasSeveral": last > 1 || page > 1,
      "previous": View.optional(page > 1 ? address(min(page - 1, last)) : nil),
      "next": View.optional(page < last ? address(page + 1) : nil),
      "isBehindEnd": page > last,
      "range": language.choose(
        "第 \(first.grouped)–\(min(page * perPage, count).grouped)，共 \(count.grouped)",
        "\(first.grouped)–\(min(page * perPage, count).grouped) of \(count.grouped)"),
    ]
  }

  private func address(_ page: Int) -> String { state.changed { $0.page = page }.address }
}
