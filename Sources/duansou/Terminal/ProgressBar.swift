import Foundation
import ReportSearch
import ResultFormats

/// A progress bar on the terminal. Shows nothing if standard error is not a terminal.
struct ProgressBar {
  private let isShown = Console.current.isProcess && isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Redraws the bar.
  func show(_ progress: Indexer.Progress) {
    guard isShown else { return }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + Self.line(progress)).utf8))
  }

  /// Redraws the bar, at most ten times a second.
  mutating func show(_ progress: HitList.Progress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    let line = Self.line(progress, elapsed: now - start)
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
  }

  /// Redraws the bar, at most ten times a second.
  mutating func show(_ share: Double, _ words: String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    let line = "\(Self.bar(share)) \(Int(share * 100))%  \(words)"
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
  }

  /// Erases the bar.
  func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  /// Returns the bar, the number of files, the speed and the remaining time.
  static func line(_ progress: Indexer.Progress) -> String {
    let share = progress.bytes == 0 ? 1 : Double(progress.bytesDone) / Double(progress.bytes)
    let bar = bar(share)
    let seconds = progress.elapsed / .seconds(1)
    let rate = Double(progress.bytesDone) / max(seconds, 0.001)
    let left = Int(Double(progress.bytes - progress.bytesDone) / max(rate, 1))
    let speed = String(format: "%.1f", rate / 1e6)
    let time = time(left)
    return say(
      "\(bar) \(Int(share * 100))%  \(progress.filesDone)/\(progress.files) 个文件  \(speed) MB/s  剩余 \(time)",
      "\(bar) \(Int(share * 100))%  \(progress.filesDone)/\(progress.files) files  \(speed) MB/s  "
        + "\(time) left")
  }

  /// Returns the bar, the current query if there are several, its paragraphs, and the remaining
  /// time for it.
  static func line(_ progress: HitList.Progress, elapsed: Duration) -> String {
    let (done, all) = (progress.paragraphsDone, progress.paragraphs)
    let share = all == 0 ? 1 : Double(done) / Double(all)
    let left = Int(elapsed / .seconds(1) / Double(max(done, 1)) * Double(all - done))
    let query =
      progress.queries == 1
      ? ""
      : say(
        "第 \(progress.query + 1)/\(progress.queries) 个检索式  ",
        "query \(progress.query + 1)/\(progress.queries)  ")
    let numbers = say("\(done)/\(all) 段", "\(done)/\(all) paragraphs")
    let rest = say("剩余 \(time(left))", "\(time(left)) left")
    return "\(bar(share)) \(Int(share * 100))%  \(query)\(numbers)  \(rest)"
  }

  private static func bar(_ share: Double) -> String {
    let width = 24
    let filled = Int(share * Double(width))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 60
      ? say("\(seconds) 秒", "\(seconds) s") : say("\(seconds / 60) 分", "\(seconds / 60) min")
  }
}
