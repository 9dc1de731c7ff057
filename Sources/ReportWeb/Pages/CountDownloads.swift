import ResultFormats

/// The links to a table of counts as a file.
struct CountDownloads {
  let state: SearchState

  /// A link for each format.
  func views(withChart: Bool) -> [View] {
    CountFile.Format.files.filter { withChart || $0 != .svg }.map { format in
      ["label": format.rawValue.uppercased(), "address": address("/counts", format)]
    }
  }

  /// The address of the whole table.
  var table: String { address("/counts", .csv) }

  /// The address of what tells how the files are made.
  var provenance: String { address("/counts/provenance", .csv) }

  private func address(_ path: String, _ format: CountFile.Format) -> String {
    path + "?" + state.changed { _ in }.parameters.encoded + "&format=\(format.rawValue)"
  }
}

extension CountFile.Format {
  /// The formats of files.
  static let files = allCases.filter { $0 != .text }
}
