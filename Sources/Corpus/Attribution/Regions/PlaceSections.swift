/// The sections of a compilation: the line that names the place of each paragraph.
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
/// A section ends at the next place line, at a higher heading, and at the next number of its own
/// form. Numbering that restarts inside the section does not end it: 一、基本情况 below 二、龙马潭区. A place
/// without a number ends at the number that follows the one above it. Consecutive place lines are
/// list items and begin no sections, unless they are numbered with the highest heading forms.
struct PlaceSections {
  /// For each paragraph, the index of the place line that begins its section, or `nil`.
  let starts: [Int?]

  /// Finds the sections.
  ///
  /// - Parameters:
  ///   - places: The place lines by their paragraph index.
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

  /// Returns the place lines without those in direct succession, which are list items.
  static func withoutLists(_ places: [Int: PlaceLine]) -> [Int: PlaceLine] {
    places.filter { place, line in
      if let marker = line.marker, marker.form <= .chinese { return true }
      return places[place - 1] == nil && places[place + 1] == nil
    }
  }

  /// An open section.
  private struct Section {
    /// The paragraph index of the section's place line.
    let place: Int
    private let marker: HeadingMarker?
    /// The number of the heading above a place line that has no number.
    private let above: HeadingMarker?
    /// The last number of the same form inside the section.
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

    /// Returns true if a heading belongs to the section, and records its number.
    mutating func holds(
      _ heading: HeadingMarker?, at place: Int, in paragraphs: [Paragraph]
    ) -> Bool {
      guard let heading else { return isAbove(place, in: paragraphs) }
      guard let limit = marker ?? above else { return true }
      if heading.form != limit.form { return heading.form > limit.form }
      guard heading.ordinal == 1 || heading.ordinal == lastInside + 1 else { return false }
      // 二、 after 一、 is the next number. It counts as the second item inside only after a first one.
      if lastInside == 0, heading.ordinal == limit.ordinal + 1 { return false }
      lastInside = heading.ordinal
      return true
    }

    /// Returns true if the section's place line is an ancestor heading of a paragraph.
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
