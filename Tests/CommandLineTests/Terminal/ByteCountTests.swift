import Testing

@testable import duansou

/// Numbers of bytes as people write them.
struct ByteCountTests {
  @Test(arguments: [
    ("1", 1), ("500000", 500_000), ("7B", 7), ("2k", 2000), ("2KB", 2000), ("100MB", 100_000_000),
    ("100 mb", 100_000_000), ("3m", 3_000_000), ("2GB", 2_000_000_000), ("1g", 1_000_000_000),
    ("9223372036854775807", .max), ("9223372036GB", 9_223_372_036_000_000_000),
  ])
  func `a number may have a unit`(text: String, bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "0", "-1", "很大", "MB", "1.5MB", "1TB", "1 M B", "１MB", "9223372036854775808",
    "9223372037GB", "1MBx", " 1",
  ])
  func `anything else is rejected`(text: String) {
    #expect(ByteCount(argument: text) == nil)
  }

  @Test func `the help shows megabytes`() {
    #expect(ByteCount(256_000_000).defaultValueDescription == "256MB")
  }
}
