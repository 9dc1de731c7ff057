import Foundation
import Synchronization

/// Texts that are being sketched in the background while the writer continues.
final class SketchedTexts: Sendable {
  private static let queue = DispatchQueue(label: "duansou.sketches", attributes: .concurrent)
  private let group = DispatchGroup()
  private let made = Mutex<[ChangedTexts.Element]>([])

  /// Starts sketching.
  init(of texts: ChangedTexts) {
    Self.queue.async(group: group) { [self] in
      let elements = texts.elements()
      made.withLock { $0 = elements }
    }
  }

  /// Waits for the sketches, and returns them in the order of the texts.
  func elements() -> [ChangedTexts.Element] {
    group.wait()
    return made.withLock { $0 }
  }
}
