import Corpus
import HTTPTypes
import Hummingbird

/// The style, the script and the icon, which are part of the program: a name never becomes a path.
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

  /// What stands behind the names in pages, so that browsers keep the files until they change.
  let version: String

  init() {
    let all = assets.sorted { $0.key < $1.key }.flatMap(\.value.bytes)
    version = String(all.withUnsafeBytes { Digest(of: $0) }.hexadecimal.prefix(12))
  }

  /// - Throws: A ``WebError`` if there is no such file.
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
