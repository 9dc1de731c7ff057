/// The pieces of a page on one baseline, from left to right.
struct BaselineRow: Hashable, Sendable {
  /// A piece with its index in the reading order of the page.
  struct Member: Hashable, Sendable {
    let place: Int
    let piece: LinePiece
  }

  /// The pieces from left to right; never empty and never overlapping.
  private(set) var members: [Member]
  /// The bounding box of all pieces.
  private(set) var box: PageBox

  private init(_ member: Member) {
    members = [member]
    box = member.piece.box
  }

  private mutating func append(_ member: Member) {
    members.append(member)
    box = box.union(member.piece.box)
  }

  /// Returns the rows of a page from top to bottom. Each piece is in exactly one row.
  ///
  /// - Complexity: O(*n* log *n*).
  static func rows(of pieces: [LinePiece]) -> [BaselineRow] {
    let members = pieces.enumerated().map { Member(place: $0, piece: $1) }
      .sorted { ($0.piece.box.middle, $0.place) < ($1.piece.box.middle, $1.place) }
    var rows: [BaselineRow] = []
    var rest = members[...]
    while let first = rest.first {
      let row = rest.prefix { isOnBaseline(first.piece.box, $0.piece.box) }
      // A piece with zero height is not on any baseline, not even its own.
      rows += withoutOverlap(row.isEmpty ? rest.prefix(1) : row)
      rest = rest.dropFirst(max(row.count, 1))
    }
    return rows
  }

  private static func isOnBaseline(_ first: PageBox, _ other: PageBox) -> Bool {
    other.middle - first.middle < 0.5 * min(first.height, other.height)
  }

  /// Distributes pieces to as few rows as possible in which they do not overlap horizontally.
  private static func withoutOverlap(_ members: ArraySlice<Member>) -> [BaselineRow] {
    var rows: [BaselineRow] = []
    for member in members.sorted(by: { $0.piece.box.left < $1.piece.box.left }) {
      let left = member.piece.box.left + member.piece.em / 2
      // Only garbage is stacked more than eight deep; the limit keeps the search linear.
      let row = rows.prefix(8).firstIndex { $0.box.right <= left }
      if let row { rows[row].append(member) } else { rows.append(BaselineRow(member)) }
    }
    return rows
  }

  /// The pieces grouped into possible table cells.
  ///
  /// One piece is one cell. Pieces that touch form one cell, as do a number or bullet and the piece
  /// after it.
  var cells: [[Member]] {
    grouped { $1.piece.box.left - $0.piece.box.right < 0.3 * min($0.piece.em, $1.piece.em) }
  }

  /// The pieces grouped into lines.
  ///
  /// Pieces that are adjacent in reading order form one line: a title with wide spaces is one line,
  /// lines of two columns are two.
  var lines: [[Member]] { grouped { $1.place == $0.place + 1 } }

  private func grouped(_ belong: (Member, Member) -> Bool) -> [[Member]] {
    var groups: [[Member]] = []
    for member in members {
      if let group = groups.last, let last = group.last,
        belong(last, member) || group.count == 1 && isMarker(last.piece, before: member.piece)
      {
        groups[groups.count - 1].append(member)
      } else {
        groups.append([member])
      }
    }
    return groups
  }

  /// Returns true if a piece is only the number or bullet of the piece after it.
  private func isMarker(_ piece: LinePiece, before other: LinePiece) -> Bool {
    guard piece.words.count == 1, other.box.left - piece.box.right < 3 * other.em else {
      return false
    }
    let text = piece.words[0].text
    let scalars = text.unicodeScalars
    if scalars.count == 1, let only = scalars.first {
      // Symbol fonts encode bullets as letters or as code points without a meaning.
      return !only.isWide && only.properties.numericType == nil
    }
    return HeadingMarker(startOf: text)?.characterCount == scalars.count
  }

  /// The number of characters of the words.
  var characterCount: Int {
    members.reduce(0) { count, member in
      member.piece.words.reduce(count) { $0 + $1.text.unicodeScalars.count }
    }
  }

  var text: String { LineText.text(of: members.map(\.piece)) }
}
