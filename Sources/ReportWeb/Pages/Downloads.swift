import ResultFormats

/// The links that download all hits as a file.
struct Downloads {
  let state: SearchState

  /// One link per format.
  var views: [View] {
    Exports.formats.map { format in
      ["label": format.rawValue.uppercased(), "address": address("/export", format)]
    }
  }

  /// The address of the provenance of the files.
  var provenance: String { address("/export/provenance", .csv) }

  private func address(_ path: String, _ format: HitListOptions.Format) -> String {
    let parameters = state.changed { $0.display = .hits }.parameters
    return path + "?" + parameters.encoded + "&format=\(format.rawValue)"
  }
}
