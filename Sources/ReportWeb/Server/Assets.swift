import Corpus
import HTTPTypes
import Hummingbird

/// The style sheet, the script and the icon, embedded in the program. Names are looked up in a
/// dictionary and never used as paths.
struct Assets: Sendable {
  private struct Asset {
    let type: String
    let bytes: [UInt8]
  }

  private let assets: [String: Asset] = [
    "app.css": Asset(type: "text/css; charset=utf-8", bytes: PackageResources.app_css),
    "app.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.app_js),
    "icon.svg": Asset(type: "image/svg+xml", bytes: PackageResources.icon_svg),
  ]

  /// The version that pages append to the addresses of assets. It changes with their content, so
  /// that browsers can cache them indefinitely.
  let version: String

  init() {
    let all = assets.sorted { $0.key < $1.key }.flatMap(\.value.bytes)
    version = String(all.withUnsafeBytes { Digest(of: $0) }.hexadecimal.prefix(12))
  }

  /// - Throws: A ``WebError`` if there is no asset with this name.
  func response(to name: String) throws(WebError) -> Response {
    guard let asset = assets[name] else { throw WebError(.notFound) }
    return Response(
      status: .ok,
      headers: [
        .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
        .eTag: "\"\(version)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }
}
