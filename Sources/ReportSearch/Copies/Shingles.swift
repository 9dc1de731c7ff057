import Corpus
import TextAnalysis

/// The set of shingles of a folded text: all its strings of four characters.
///
/// Two paragraphs are *near-duplicates* if the Jaccard similarity of their sets is at least 4/5
/// (Broder, *On the resemblance and containment of documents*, 1997). 控辍保学工作 has the shingles 控辍保学,
/// 辍保学工 and 保学工作.
struct Shingles: Hashable {
  /// The length of a shingle in folded characters.
  static let length = 4
  /// The minimum number of folded characters of a paragraph that is compared.
  static let fewestCharacters = 20

  /// The shingles as numbers, ascending, without repetitions.
  let elements: [UInt64]

  /// Computes the shingles of a folded text in UTF-8.
  init(of utf8: UnsafeBufferPointer<UInt8>) {
    var all: [UInt64] = []
    all.reserveCapacity(utf8.count / 2)
    Self.forEach(in: utf8) { all.append($0) }
    all.sort()
    var kept = 0
    for element in all where kept == 0 || all[kept - 1] != element {
      all[kept] = element
      kept += 1
    }
    all.removeLast(all.count - kept)
    elements = all
  }

  /// Folds a text and computes its shingles.
  init(of text: String) {
    self = FoldedText(text).utf8.withUnsafeBufferPointer { Shingles(of: $0) }
  }

  /// Returns `true` if paragraphs of a kind and length are compared. Short paragraphs are formulaic
  /// and headings are naturally similar.
  static func areTaken(of kind: Paragraph.Kind, characterCount: Int) -> Bool {
    guard characterCount >= fewestCharacters else { return false }
    switch kind {
    case .title, .heading: return false
    case .body, .list, .table, .signature: return true
    }
  }

  /// The number of strings that are in both sets.
  func sharedCount(with other: Shingles) -> Int {
    var shared = 0
    var (left, right) = (0, 0)
    elements.withUnsafeBufferPointer { elements in
      other.elements.withUnsafeBufferPointer { others in
        while left < elements.count, right < others.count {
          let (first, second) = (elements[left], others[right])
          if first == second { shared &+= 1 }
          if first <= second { left &+= 1 }
          if second <= first { right &+= 1 }
        }
      }
    }
    return shared
  }

  /// Returns the Jaccard similarity of two sets, from 0 to 1.
  func similarity(to other: Shingles) -> Double {
    let shared = sharedCount(with: other)
    let all = elements.count + other.elements.count - shared
    return all == 0 ? 1 : Double(shared) / Double(all)
  }

  /// Returns `true` if the similarity is at least 4/5, in integer arithmetic.
  func areNear(_ other: Shingles) -> Bool {
    let (count, otherCount) = (elements.count, other.elements.count)
    guard 5 * min(count, otherCount) >= 4 * max(count, otherCount) else { return false }
    return 9 * sharedCount(with: other) >= 4 * (count + otherCount)
  }

  /// Calls a closure with each shingle of a folded text in order, encoded with 16 bits for each
  /// character. Of a character outside the Basic Multilingual Plane, the lower 16 bits are used.
  @inline(__always)
  static func forEach(in utf8: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    var window: UInt64 = 0
    var count = 0
    var place = 0
    while place < utf8.count {
      let lead = UInt64(utf8[place])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard place &+ length <= utf8.count else { return }
      var scalar = length == 1 ? lead : lead & (0x7F >> UInt64(length))
      for next in place &+ 1..<place &+ length { scalar = scalar << 6 | UInt64(utf8[next] & 0x3F) }
      place &+= length
      count &+= 1
      window = window << 16 | scalar & 0xFFFF
      if count >= Self.length { body(window) }
    }
  }
}
