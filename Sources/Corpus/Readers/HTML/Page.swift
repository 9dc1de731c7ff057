/// The text of a web page, block by block, and the elements that the blocks stand in.
struct Page {
  /// A block of the page that holds others or text.
  struct Element {
    /// The place of the element around it in ``Page/elements``; `nil` for the outermost.
    let parent: Int?
    /// Whether it is around everything: `<html>`, `<body>`.
    var isWholePage = false
    /// Whether its name or its class says that it stands beside the text: a foot, a list of comments.
    let isBeside: Bool
  }

  /// A line of the page.
  struct Line {
    var line: SourceLine
    /// The place in ``Page/elements`` of the innermost element that it stands in.
    let element: Int
  }

  /// A frame that shows another file.
  struct Frame {
    let address: String
    /// The place in ``Page/elements`` of the innermost element that it stands in.
    let element: Int
  }

  /// The elements in the order of the page; the first is around all.
  var elements = [Element(parent: nil, isWholePage: true, isBeside: false)]
  /// The lines in the order of the page.
  var lines: [Line] = []
  /// The frames that show other files.
  var frames: [Frame] = []
  /// What the page says about itself.
  var head = PageHead()
}
