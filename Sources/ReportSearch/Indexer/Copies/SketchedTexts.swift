import Foundation
import Synchronization

/// Texts that are being sketched on another core, while the writer goes on.
final class SketchedTexts: Sendable {
  private static let queue = DispatchQueue(label: "duansou.sketches", attributes: .concurrent)
  private let group = DispatchGroup()
  private let made = Mutex<[ChangedTexts.Element]>([])

  /// Begins with it.
  init(of texts: ChangedTexts) {
    Self.queue.async(group: group) { [self] in
      let elements = texts.elements()
      made.withLock { $0 = elements }
    }
  }

  /// Waits for the end, and returns what the texts are known by, in their order.
  func elements() -> [ChangedTexts.Element] {
    group.wait()
    return made.withLock { $0 }
  }
}
