import Dispatch
import Foundation
import Synchronization

/// Records Ctrl+C (SIGINT), so that a command can finish in an orderly way.
final class Interruption: Sendable {
  private let flag = Atomic(false)

  /// Starts handling SIGINT. A second Ctrl+C ends the program immediately.
  init() {
    guard Console.current.isProcess else { return }
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [self] in
      _ = source
      if flag.exchange(true, ordering: .relaxed) { exit(130) }
      tell(
        say("\n正在收尾……再按一次 Ctrl+C 立即退出。", "\nFinishing … Press Ctrl+C again to stop immediately."))
    }
    source.activate()
  }

  /// True if the user has pressed Ctrl+C.
  var isRequested: Bool { flag.load(ordering: .relaxed) }
}
