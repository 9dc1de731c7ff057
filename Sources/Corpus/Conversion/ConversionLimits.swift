/// Resource limits of external programs that convert files.
public struct ConversionLimits: Hashable, Sendable {
  /// The time in seconds after which a program is killed.
  public var seconds: Int
  /// The maximum size, in bytes, of each file that the program writes.
  public var outputByteCount: Int

  /// The maximum address space, in bytes, of the program and of each program that it starts.
  /// Enforced only where `prlimit` of util-linux is installed.
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
