/// The text of a web page, block by block, and the elements that contain the blocks.
struct Page {
  /// A block of the page that contains other blocks or text.
  struct Element {
    /// The index of the parent in ``Page/elements``; `nil` for the outermost element.
    let parent: Int?
    /// The name of the tag.
    let name: String
    /// True for `<html>` and `<body>`.
    var isWholePage = false
    /// True if its tag or classes mark it as outside the main text: a footer, comments.
    let isBeside: Bool
    /// The range of its lines in ``Page/lines``.
    var lines = 0..<0
  }

  /// A line of the page.
  struct Line {
    var line: SourceLine
    /// The index in ``Page/elements`` of the innermost element that contains it.
    let element: Int
    /// The number of letters and digits.
    var letters = 0
    /// The number of those in links or controls.
    var linkLetters = 0
    /// True if the whole line is centered, bold or large.
    var isEmphasized = false
    /// True if the line links to a file: `附件1：名册.xls`.
    var isAttachment = false
    /// The date of a `<time>` in the line.
    var date: CalendarDate?
  }

  /// The elements in document order. The first one contains all others.
  var elements = [Element(parent: nil, name: "", isWholePage: true, isBeside: false)]
  /// The lines in document order.
  var lines: [Line] = []
  /// A frame that shows another file.
  struct Frame {
    let address: String
    /// The position in ``Page/elements`` of the innermost element that contains it.
    let element: Int
  }

  /// The frames that show other files.
  var frames: [Frame] = []
  /// The page's metadata.
  var head = PageHead()
}
