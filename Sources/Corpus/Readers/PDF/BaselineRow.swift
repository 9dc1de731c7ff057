/// The pieces of a page that stand on one baseline, from left to right.
struct BaselineRow: Hashable, Sendable {
  /// A piece and its place in the order of the page.
  struct Member: Hashable, Sendable {
    let place: Int
    let piece: LinePiece
  }

  /// The pieces from left to right; never empty, and none on top of another.
  private(set) var members: [Member]
  /// Where they stand.
  private(set) var box: PageBox

  private init(_ member: Member) {
    members = [member]
    box = member.piece.box
  }

  private mutating func append(_ member: Member) {
    members.append(member)
    box = box.union(member.piece.box)
  }

  /// Returns the rows of a page from top to bottom; each piece is in one of them.
  ///
  /// - Complexity: O(*n* log *n*).
  static func rows(of pieces: [LinePiece]) -> [BaselineRow] {
    let members = pieces.enumerated().map { Member(place: $0, piece: $1) }
      .sorted { ($0.piece.box.middle, $0.place) < ($1.piece.box.middle, $1.place) }
    var rows: [BaselineRow] = []
    var rest = members[...]
    while let first = rest.first {
      let row = rest.prefix { isOnBaseline(first.piece.box, $0.piece.box) }
      // A piece without a height is on no baseline, not even its own.
      rows += withoutOverlap(row.isEmpty ? rest.prefix(1) : row)
      rest = rest.dropFirst(max(row.count, 1))
    }
    return rows
  }

  private static func isOnBaseline(_ first: PageBox, _ other: PageBox) -> Bool {
    other.middle - first.middle < 0.5 * min(first.height, other.height)
  }

  /// Distributes pieces to as few rows as hold them side by side.
  private static func withoutOverlap(_ members: ArraySlice<Member>) -> [BaselineRow] {
    var rows: [BaselineRow] = []
    for member in members.sorted(by: { $0.piece.box.left < $1.piece.box.left }) {
      let left = member.piece.box.left + member.piece.em / 2
      // What is stacked deeper than any text is garbage, and needs no care.
      let row = rows.prefix(8).firstIndex { $0.box.right <= left }
      if let row { rows[row].append(member) } else { rows.append(BaselineRow(member)) }
    }
    return rows
  }

  /// The pieces in groups that can be cells of a table. What is one piece is one cell; pieces that
  /// touch are one, too, and so are a number or a bullet and what it stands before.
  var cells: [[Member]] {
    grouped { $1.piece.box.left - $0.piece.box.right < 0.3 * min($0.piece.em, $1.piece.em) }
  }

  /// The pieces in groups between which nothing else is read: a title with wide spaces is one line,
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

  /// Whether a piece is nothing but the number or the bullet of another.
  private func isMarker(_ piece: LinePiece, before other: LinePiece) -> Bool {
    guard piece.words.count == 1, other.box.left - piece.box.right < 3 * other.em else {
      return false
    }
    let text = piece.words[0].text
    let scalars = text.unicodeScalars
    if scalars.count == 1, let only = scalars.first {
      // Bullets of picture fonts have the codes of letters, or codes without a meaning.
      return !only.isWide && only.properties.numericType == nil
    }
    return HeadingMarker(startOf: text)?.characterCount == scalars.count
  }

  /// The text of all pieces.
  var text: String { LineText.text(of: members.map(\.piece)) }
}
