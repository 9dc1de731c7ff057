import ArgumentParser

/// A number of bytes, written as `500000`, `100MB` or `2GB`.
struct ByteCount: ExpressibleByArgument {
  /// The number of bytes.
  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  /// Parses a number with an optional unit. Units are decimal: 1 KB is 1000 bytes.
  init?(argument: String) {
    let text = argument.uppercased()
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0,
      let unit = Self.units[text.dropFirst(digits.count).trimmingPrefix(" ").description]
    else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
    if overflow { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { "\(bytes / 1_000_000)MB" }

  private static let units = [
    "": 1, "B": 1, "K": 1000, "KB": 1000, "M": 1_000_000, "MB": 1_000_000, "G": 1_000_000_000,
    "GB": 1_000_000_000,
  ]
}
