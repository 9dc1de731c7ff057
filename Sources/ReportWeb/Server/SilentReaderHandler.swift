import NIOCore

/// Closes the connection of a reader that takes nothing of what is written to it, so that it does not keep
/// what others wait for.
final class SilentReaderHandler: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = Any

  private let patience: TimeAmount
  private var waitingWrites = 0
  private var end: Scheduled<Void>?

  /// Creates a handler.
  ///
  /// - Parameter patience: How long a write may wait for the reader.
  init(patience: TimeAmount) { self.patience = patience }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let written = promise ?? context.eventLoop.makePromise()
    waitingWrites += 1
    if end == nil { awaitReader(context) }
    written.futureResult.assumeIsolated().whenComplete { _ in
      self.waitingWrites -= 1
      self.end?.cancel()
      self.end = nil
      if self.waitingWrites > 0 { self.awaitReader(context) }
    }
    context.write(data, promise: written)
  }

  func handlerRemoved(context: ChannelHandlerContext) { end?.cancel() }

  private func awaitReader(_ context: ChannelHandlerContext) {
    end = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
      context.close(promise: nil)
    }
  }
}
