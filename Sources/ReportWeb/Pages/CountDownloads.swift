import ResultFormats

/// The download links of a table of counts.
struct CountDownloads {
  let state: SearchState

  /// Returns one link per format. SVG is included only if there is a chart.
  func views(withChart: Bool) -> [View] {
    CountFile.Format.files.filter { withChart || $0 != .svg }.map { format in
      ["label": format.rawValue.uppercased(), "address": address("/counts", format)]
    }
  }

  /// The address of the whole table as CSV.
  var table: String { address("/counts", .csv) }

  /// The address of the provenance of the files.
  var provenance: String { address("/counts/provenance", .csv) }

  private func address(_ path: String, _ format: CountFile.Format) -> String {
    path + "?" + state.changed { _ in }.parameters.encoded + "&format=\(format.rawValue)"
  }
}

extension CountFile.Format {
  /// The formats that can be downloaded.
  static let files = allCases.filter { $0 != .text }
}
