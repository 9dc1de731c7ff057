import NIOCore

/// Closes the connection of a client that stops reading, so that it does not keep resources that
/// other requests wait for.
final class SilentReaderHandler: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = Any

  private let patience: TimeAmount
  private var waitingWrites = 0
  private var end: Scheduled<Void>?

  /// - Parameter patience: The time after which a pending write closes the connection, if no write
  ///   has completed since.
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
