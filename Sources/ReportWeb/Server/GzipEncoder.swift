import CZlib

/// An incremental encoder for gzip (RFC 1952).
struct GzipEncoder: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    // A window of 15 bits; adding 16 selects the gzip header, which contains no time and no name.
    let code = deflateInit2_(
      stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib begins a stream unless memory is exhausted")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Compresses more input and returns the output for it. The last call ends the stream.
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
