/// Finds the pages of a PDF document that show something other than text, with programs of
/// poppler-utils.
struct PDFPictures {
  private let bytes: UnsafeRawBufferPointer
  private let limits: ConversionLimits
  private let folders: [String]

  init(of bytes: UnsafeRawBufferPointer, limits: ConversionLimits, programs folders: [String]) {
    self.bytes = bytes
    self.limits = limits
    self.folders = folders
  }

  /// Returns the numbers of those pages that have images, or drawings instead of text.
  ///
  /// If the programs are missing or fail, all pages are returned, because their text may be missing.
  ///
  /// - Parameter pages: The numbers of pages with little text; bare ones have none at all. A page with
  ///   a running head is not searched for drawings: the rule below the head is one.
  /// - Throws: `timedOut`, `unpacksTooLarge` or `system`.
  func pages(among pages: [(number: Int, isBare: Bool)]) throws(ReadingError.Kind) -> [Int] {
    try ConversionFolder.with { folder throws(ReadingError.Kind) in
      let file = folder + "/document.pdf"
      try ConversionFolder.write(bytes, to: file)
      guard let pixels = try pixelCounts(file, in: folder) else { return pages.map(\.number) }
      var shown: [Int] = []
      for page in pages {
        let hasImage = pixels[page.number, default: 0] >= Self.fewestPixels
        if hasImage {
          shown.append(page.number)
        } else if page.isBare, try showsDrawing(page.number, of: file, in: folder) {
          shown.append(page.number)
        }
      }
      return shown
    }
  }

  /// The number of pixels of the smallest image of a line of text.
  private static let fewestPixels = 5_000

  /// Returns the number of pixels of the images on each page, or `nil` if they are unknown.
  private func pixelCounts(
    _ file: String, in folder: String
  ) throws(ReadingError.Kind) -> [Int: Int]? {
    guard let program = ExternalProgram("pdfimages", in: folders) else { return nil }
    let run = try program.run(["-list", file], in: folder, limits: limits)
    guard run.exitCode == 0 else { return nil }
    return Self.pixelCounts(inList: String(decoding: run.output, as: UTF8.self))
  }

  /// Parses the list of images.
  ///
  /// ```
  /// page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
  /// --------------------------------------------------------------------------------------------
  ///    2     0 image    1654  2339  gray    1   8  jpeg   no        13  0   200   200 1468K  39%
  /// ```
  static func pixelCounts(inList list: String) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for line in list.split(whereSeparator: \.isNewline) {
      let columns = line.split(separator: " ")
      guard columns.count > 4, let page = Int(columns[0]), columns[2] != "smask",
        let width = Int(columns[3]), let height = Int(columns[4])
      else { continue }
      let (count, overflow) = width.multipliedReportingOverflow(by: height)
      let sum = counts[page, default: 0].addingReportingOverflow(overflow ? .max : count)
      counts[page] = sum.overflow ? .max : sum.partialValue
    }
    return counts
  }

  /// The resolution, in dots per inch, at which drawings are searched.
  private static let resolution = "24"

  /// True if a page without images and text is not of one color throughout.
  private func showsDrawing(
    _ page: Int, of file: String, in folder: String
  ) throws(ReadingError.Kind) -> Bool {
    guard let program = ExternalProgram("pdftoppm", in: folders) else { return true }
    let run = try program.run(
      ["-gray", "-r", Self.resolution, "-f", "\(page)", "-l", "\(page)", file], in: folder,
      limits: limits)
    guard run.exitCode == 0 else { return true }
    return Self.isDrawn(run.output)
  }

  /// True if an image in the binary PGM format (`P5 width height 255`) has pixels of different colors.
  static func isDrawn(_ image: [UInt8]) -> Bool {
    let pixels = image.split(maxSplits: 4, omittingEmptySubsequences: true) { $0 <= 0x20 }
    guard pixels.count == 5, let first = pixels[4].first else { return true }
    return pixels[4].contains { $0 != first }
  }
}
