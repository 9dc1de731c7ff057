/// An object of another program in an Office document.
enum EmbeddedObject {
  /// True if objects with a program identifier (`ProgID`) are formulas, pictures or charts and not
  /// documents.
  static func isPicture(_ program: String) -> Bool {
    let program = program.lowercased()
    return pictures.contains { program.hasPrefix($0) }
  }

  private static let pictures = [
    "equation", "mathtype", "kse3.equation", "pbrush", "paint.picture", "msphotoed", "photoshop",
    "photoimpact", "msgraph", "excel.chart", "ms_clipart", "staticmetafile", "staticenhmetafile",
    "staticdib", "wangimage", "chemdraw", "forms.",
  ]
}
