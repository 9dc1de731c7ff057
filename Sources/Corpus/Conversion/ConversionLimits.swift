/// How much a program that reads a file for us may take.
public struct ConversionLimits: Hashable, Sendable {
  /// The seconds after which it is ended.
  public var seconds: Int
  /// The number of bytes that it may write.
  public var outputByteCount: Int

  /// The number of bytes of memory that it may ask for, and each program that it starts; held where
  /// util-linux is installed.
  public var memoryByteCount: Int

  /// Creates limits.
  public init(
    seconds: Int = 120, outputByteCount: Int = 256 << 20, memoryByteCount: Int = 8 << 30
  ) {
    self.seconds = seconds
    self.outputByteCount = outputByteCount
    self.memoryByteCount = memoryByteCount
  }
}
