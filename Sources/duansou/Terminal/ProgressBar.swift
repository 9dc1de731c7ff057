import Foundation
import ReportSearch

/// Shows on a terminal how far an indexing is. Elsewhere it shows nothing.
struct ProgressBar {
  private let isShown = isatty(STDERR_FILENO) == 1

  /// Draws the bar over the one before.
  func show(_ progress: Indexer.Progress) {
    guard isShown else { return }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + Self.line(progress)).utf8))
  }

  /// Takes the bar away.
  func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  /// The bar, the files, the speed and the time left.
  static func line(_ progress: Indexer.Progress) -> String {
    let share = progress.bytes == 0 ? 1 : Double(progress.bytesDone) / Double(progress.bytes)
    let width = 24
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let seconds = progress.elapsed / .seconds(1)
    let rate = Double(progress.bytesDone) / max(seconds, 0.001)
    let left = Int(Double(progress.bytes - progress.bytesDone) / max(rate, 1))
    let speed = String(format: "%.1f", rate / 1e6)
    let time = left < 60 ? say("\(left) 秒", "\(left) s") : say("\(left / 60) 分", "\(left / 60) min")
    return say(
      "\(bar) \(Int(share * 100))%  \(progress.filesDone)/\(progress.files) 个文件  \(speed) MB/s  还要 \(time)",
      "\(bar) \(Int(share * 100))%  \(progress.filesDone)/\(progress.files) files  \(speed) MB/s  "
        + "\(time) left")
  }
}
