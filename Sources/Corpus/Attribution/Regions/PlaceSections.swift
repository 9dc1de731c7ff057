/// The sections of a compilation: which of its lines names the place that each paragraph is about.
///
/// | Paragraph             | Section |
/// |-----------------------|---------|
/// | 各区县工作小结           |         |
/// | 一、江阳区              | 江阳区   |
/// | 1.办好幼儿园            | 江阳区   |
/// | 新建两所。              | 江阳区   |
/// | 二、龙马潭区            | 龙马潭区  |
/// | 三、下一步打算           |         |
///
/// A section ends where the next begins, at a heading above it, and at the next number of its form,
/// unless the numbers begin again inside: 一、基本情况 below 二、龙马潭区. A place without a number ends at the
/// number that follows the one above it. Places in direct succession are a list, and begin no sections,
/// unless they are headings of the highest forms.
struct PlaceSections {
  /// For each paragraph the place of the one that names its section.
  let starts: [Int?]

  /// Finds the sections.
  ///
  /// - Parameters:
  ///   - places: The lines that name a place, by their places among the paragraphs.
  ///   - paragraphs: The paragraphs of the report.
  /// - Complexity: O(*n*).
  init(_ places: [Int: PlaceLine], in paragraphs: [Paragraph]) {
    var starts = [Int?](repeating: nil, count: paragraphs.count)
    var section: Section?
    for (place, paragraph) in paragraphs.enumerated() {
      if let line = places[place] {
        section = Section(place, line, after: section, in: paragraphs, places)
      } else if paragraph.kind == .signature || paragraph.kind == .title {
        section = nil
      } else if paragraph.kind == .heading, section != nil {
        let marker = HeadingMarker(startOf: paragraph.text)
        if !section!.holds(marker, at: place, in: paragraphs) { section = nil }
      }
      starts[place] = section?.place
    }
    self.starts = starts
  }

  /// Drops the lines that stand in direct succession: the items of a list.
  static func withoutLists(_ places: [Int: PlaceLine]) -> [Int: PlaceLine] {
    places.filter { place, line in
      if let marker = line.marker, marker.form <= .chinese { return true }
      return places[place - 1] == nil && places[place + 1] == nil
    }
  }

  /// A section that is open.
  private struct Section {
    /// The place of its first line.
    let place: Int
    private let marker: HeadingMarker?
    /// The number above a place without one.
    private let above: HeadingMarker?
    /// The last number of the same form that belongs to the section.
    private var lastInside = 0

    init(
      _ place: Int, _ line: PlaceLine, after last: Section?, in paragraphs: [Paragraph],
      _ places: [Int: PlaceLine]
    ) {
      self.place = place
      marker = line.marker
      if line.marker == nil, let last, last.marker == nil {
        above = last.above
      } else if line.marker == nil, let heading = paragraphs[place].heading,
        places[heading] == nil
      {
        above = HeadingMarker(startOf: paragraphs[heading].text)
      } else {
        above = nil
      }
    }

    /// Whether a heading stands in the section.
    mutating func holds(
      _ heading: HeadingMarker?, at place: Int, in paragraphs: [Paragraph]
    ) -> Bool {
      guard let heading else { return isAbove(place, in: paragraphs) }
      guard let limit = marker ?? above else { return true }
      if heading.form != limit.form { return heading.form > limit.form }
      guard heading.ordinal == 1 || heading.ordinal == lastInside + 1 else { return false }
      // 二、 below 一、 is the next number, and not the second inside, unless the first was.
      if lastInside == 0, heading.ordinal == limit.ordinal + 1 { return false }
      lastInside = heading.ordinal
      return true
    }

    /// Whether the section's first line is a heading above a paragraph.
    private func isAbove(_ paragraph: Int, in paragraphs: [Paragraph]) -> Bool {
      var next = paragraphs[paragraph].heading
      while let heading = next, heading >= place {
        if heading == place { return true }
        next = paragraphs[heading].heading
      }
      return false
    }
  }
}
