import CZlib

/// Compresses bytes as gzip (RFC 1952), piece by piece.
struct GzipEncoder: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the gzip header: a fixed one without time and name.
    let code = deflateInit2_(
      stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib begins a stream unless memory is exhausted")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Returns the compressed bytes that follow from some more; the last call ends the stream.
  mutating func compressed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
    var output: [UInt8] = []
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    let size = 1 << 15
    repeat {
      output.append(
        contentsOf: Array(unsafeUninitializedCapacity: size) { buffer, count in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(size)
          deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
          count = size - Int(stream.pointee.avail_out)
        })
    } while stream.pointee.avail_out == 0
    return output
  }
}
