/// The undecodable bytes of a file.
struct UndecodableBytes: Hashable, Sendable {
  /// The number of bytes.
  var count: Int
  /// The offset of the first one in bytes.
  var firstOffset: Int
}

/// Converts bytes of an encoding to UTF-8.
enum CharacterConverter {
  /// Text in which U+FFFD replaces undecodable bytes.
  struct Converted {
    let text: String
    /// The bytes that could not be decoded; `nil` if there are none.
    let undecodable: UndecodableBytes?
  }

  /// Decodes bytes. Each invalid byte becomes U+FFFD. An incomplete sequence of UTF-8, UTF-16 or
  /// UTF-32 becomes a single one.
  ///
  /// - Complexity: O(*n*).
  static func convert(
    _ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding
  ) -> Converted {
    switch encoding {
    case .utf8:
      if let text = String(validating: bytes, as: UTF8.self) {
        return Converted(text: text, undecodable: nil)
      }
      return convert(bytes, UTF8Decoder())
    case .gb18030:
      return CharacterTable.gb18030Pairs.characters.withUnsafeBufferPointer { pairs in
        CharacterTable.gb18030FourBytes.characters.withUnsafeBufferPointer { fourBytes in
          convert(bytes, GB18030Decoder(pairs: pairs, fourBytes: fourBytes))
        }
      }
    case .big5:
      return CharacterTable.big5.characters.withUnsafeBufferPointer { pairs in
        convert(bytes, Big5Decoder(pairs: pairs))
      }
    case .eucTaiwan:
      return CharacterTable.eucTaiwan.characters.withUnsafeBufferPointer { planes in
        convert(bytes, EUCTaiwanDecoder(planes: planes))
      }
    case .utf16LittleEndian: return convert(bytes, UTF16Decoder(isBigEndian: false))
    case .utf16BigEndian: return convert(bytes, UTF16Decoder(isBigEndian: true))
    case .utf32LittleEndian: return convert(bytes, UTF32Decoder(isBigEndian: false))
    case .utf32BigEndian: return convert(bytes, UTF32Decoder(isBigEndian: true))
    }
  }

  /// Decodes bytes one character at a time.
  ///
  /// The function is generic, so that the compiler specializes the loop for each encoding.
  private static func convert(
    _ bytes: UnsafeRawBufferPointer, _ decoder: some CharacterDecoder
  ) -> Converted {
    var undecodable: UndecodableBytes?
    // A byte decodes to at most three bytes, those of U+FFFD. Stores of eight bytes may write past
    // the last character.
    let text = String(unsafeUninitializedCapacity: bytes.count * 3 + 8) { output in
      let output = UnsafeMutableRawPointer(output.baseAddress!)
      var (offset, count) = (0, 0)
      while offset < bytes.count {
        if decoder.hasASCII, bytes[offset] < 0x80 {
          while offset &+ 8 <= bytes.count {
            let eight = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard eight & 0x8080_8080_8080_8080 == 0 else { break }
            (output + count).storeBytes(of: eight, as: UInt64.self)
            offset &+= 8
            count &+= 8
          }
          while offset < bytes.count, bytes[offset] < 0x80 {
            (output + count).storeBytes(of: bytes[offset], as: UInt8.self)
            offset &+= 1
            count &+= 1
          }
          continue
        }
        let step = decoder.step(bytes, at: offset)
        guard step.utf8Count > 0 else {
          undecodable = UndecodableBytes(
            count: (undecodable?.count ?? 0) + step.undecodableLength,
            firstOffset: undecodable?.firstOffset ?? offset)
          let replacement = PackedUTF8(0xFFFD)
          (output + count).storeBytes(of: replacement.bytes.littleEndian, as: UInt32.self)
          count &+= replacement.count
          offset &+= step.undecodableLength
          continue
        }
        (output + count).storeBytes(of: step.character.bytes.littleEndian, as: UInt32.self)
        count &+= step.utf8Count
        offset &+= step.length
      }
      return count
    }
    return Converted(text: text, undecodable: undecodable)
  }
}
