import Foundation

/// The most memory that this process has held so far.
enum PeakMemory {
  /// The number of bytes, as the system accounts for them.
  static var byteCount: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #endif
  }
}
