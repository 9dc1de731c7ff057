/// How much a program that reads a file for us may take.
public struct ConversionLimits: Hashable, Sendable {
  /// The seconds after which it is ended.
  public var seconds: Int
  /// The number of bytes that it may write.
  public var outputByteCount: Int

  /// Creates limits.
  public init(seconds: Int = 120, outputByteCount: Int = 256 << 20) {
    self.seconds = seconds
    self.outputByteCount = outputByteCount
  }
}
