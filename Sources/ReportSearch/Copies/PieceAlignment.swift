import Corpus

/// An alignment of the pieces of two texts.
///
/// It starts from the longest common subsequence (Myers 1986). Common runs that are likely
/// accidental, such as a single 的 between two changes, become part of the change. Years, place
/// names and numbers at the ends of a change are paired with mentions of the same kind on the other
/// side.
struct PieceAlignment {
  /// A run of pieces on both sides that are equal or correspond to each other.
  struct Stretch: Hashable {
    let isEqual: Bool
    let left, right: Range<Int>
    /// The kind of mention that was replaced by another of the same kind.
    var mention: Mention.Kind?
  }

  /// The aligned runs, in order.
  private(set) var stretches: [Stretch] = []
  private let left, right: [DifferencePiece]

  /// The maximum number of pieces for which a common subsequence is computed.
  private static let mostPieces = 20_000

  /// Aligns two texts.
  init(_ left: [DifferencePiece], _ right: [DifferencePiece]) {
    (self.left, self.right) = (left, right)
    var (lastLeft, lastRight) = (0, 0)
    for run in Self.keptRuns(of: Self.equalRuns(left, right), left.count, right.count) {
      addChange(lastLeft..<run.left.lowerBound, lastRight..<run.right.lowerBound)
      stretches.append(Stretch(isEqual: true, left: run.left, right: run.right))
      (lastLeft, lastRight) = (run.left.upperBound, run.right.upperBound)
    }
    addChange(lastLeft..<left.count, lastRight..<right.count)
  }

  private typealias Run = (left: Range<Int>, right: Range<Int>)

  /// Returns the common subsequence as maximal runs.
  private static func equalRuns(_ left: [DifferencePiece], _ right: [DifferencePiece]) -> [Run] {
    let most = min(left.count, right.count)
    var prefix = 0
    while prefix < most, left[prefix] == right[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < most - prefix, left[left.count - 1 - suffix] == right[right.count - 1 - suffix] {
      suffix += 1
    }
    let inner = (left[prefix..<left.count - suffix], right[prefix..<right.count - suffix])
    var runs: [Run] = prefix > 0 ? [(0..<prefix, 0..<prefix)] : []
    if inner.0.count + inner.1.count <= mostPieces {
      var (removed, inserted) = (Set<Int>(), Set<Int>())
      for change in inner.1.difference(from: inner.0) {
        switch change {
        case .remove(let offset, _, _): removed.insert(inner.0.startIndex + offset)
        case .insert(let offset, _, _): inserted.insert(inner.1.startIndex + offset)
        }
      }
      let kept = (
        inner.0.indices.filter { !removed.contains($0) },
        inner.1.indices.filter { !inserted.contains($0) }
      )
      for (first, second) in zip(kept.0, kept.1) {
        add((first..<first + 1, second..<second + 1), to: &runs)
      }
    }
    if suffix > 0 {
      add((left.count - suffix..<left.count, right.count - suffix..<right.count), to: &runs)
    }
    return runs
  }

  private static func add(_ run: Run, to runs: inout [Run]) {
    if let last = runs.last, last.left.upperBound == run.left.lowerBound,
      last.right.upperBound == run.right.lowerBound
    {
      runs[runs.count - 1] = (
        last.left.lowerBound..<run.left.upperBound, last.right.lowerBound..<run.right.upperBound
      )
    } else {
      runs.append(run)
    }
  }

  /// Returns the runs that are not accidental: those of three or more pieces, those at an end of
  /// the texts, and those next to a change that is no longer than the run on its shorter side.
  private static func keptRuns(of runs: [Run], _ leftCount: Int, _ rightCount: Int) -> [Run] {
    runs.indices.filter { place in
      let run = runs[place]
      guard run.left.count <= 2 else { return true }
      let before =
        place == 0 ? (0, 0) : (runs[place - 1].left.upperBound, runs[place - 1].right.upperBound)
      let behind =
        place == runs.count - 1
        ? (leftCount, rightCount)
        : (runs[place + 1].left.lowerBound, runs[place + 1].right.lowerBound)
      func size(_ left: Int, _ right: Int) -> Int { min(left, right) }
      let gaps = (
        size(run.left.lowerBound - before.0, run.right.lowerBound - before.1),
        size(behind.0 - run.left.upperBound, behind.1 - run.right.upperBound)
      )
      return min(gaps.0, gaps.1) <= run.left.count
    }.map { runs[$0] }
  }

  /// Appends a change: mentions of the same kind at its ends as pairs, the rest as one run.
  private mutating func addChange(_ leftRange: Range<Int>, _ rightRange: Range<Int>) {
    var (left, right) = (leftRange, rightRange)
    var behind: [Stretch] = []
    func pair(_ first: Int, _ second: Int) -> Stretch? {
      guard let mention = self.left[first].mention, mention == self.right[second].mention else {
        return nil
      }
      return Stretch(
        isEqual: self.left[first] == self.right[second], left: first..<first + 1,
        right: second..<second + 1, mention: self.left[first] == self.right[second] ? nil : mention)
    }
    while let first = left.first, let second = right.first, let stretch = pair(first, second) {
      stretches.append(stretch)
      (left, right) = (left.dropFirst(), right.dropFirst())
    }
    while let first = left.last, let second = right.last, let stretch = pair(first, second) {
      behind.append(stretch)
      (left, right) = (left.dropLast(), right.dropLast())
    }
    if !left.isEmpty || !right.isEmpty {
      stretches.append(
        Stretch(
          isEqual: false, left: left, right: right,
          mention: isPlace(left, right, before: leftRange.upperBound) ? .place : nil))
    }
    stretches += behind.reversed()
  }

  /// Returns `true` if a change replaces a place name that is not in the table of divisions: up to
  /// 15 bytes on each side that end in 县, 镇 or a similar suffix, or that precede one.
  private func isPlace(_ left: Range<Int>, _ right: Range<Int>, before next: Int) -> Bool {
    func text(_ range: Range<Int>) -> [UInt8] { Array(self.left[range].map(\.text).joined()) }
    func rank(_ text: [UInt8]) -> Bool {
      Self.ranks.contains(String(decoding: text.suffix(3), as: UTF8.self))
    }
    let texts = (text(left), Array(self.right[right].map(\.text).joined()))
    guard (1...15).contains(texts.0.count), (1...15).contains(texts.1.count) else { return false }
    if rank(texts.0), rank(texts.1) { return true }
    return left.upperBound == next && self.left.indices.contains(next) && rank(self.left[next].text)
  }

  private static let ranks: Set<String> = [
    "省", "市", "州", "县", "区", "旗", "盟", "镇", "乡", "村", "街",
  ]
}
