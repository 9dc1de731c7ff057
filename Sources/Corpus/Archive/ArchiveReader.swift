/// Reads the files in an archive and in archives nested inside it.
struct ArchiveReader {
  let reader: SourceReader
  /// The path of the archive file.
  let path: String

  /// The maximum nesting depth of archives, the outermost included.
  private static let deepest = 4

  /// Returns the contents of the files in archive order.
  ///
  /// Hidden files, the `_files` folders of saved pages, and `__MACOSX` folders are skipped, as they
  /// are when folders are read.
  func members(of archive: ZipArchive) -> [SourceMember] {
    members(of: archive, prefix: "", depth: 1)
  }

  private func members(of archive: ZipArchive, prefix: String, depth: Int) -> [SourceMember] {
    var members: [SourceMember] = []
    for entry in archive.entries where !entry.isFolder && !isLeftOut(entry.name) {
      let name = prefix + entry.name
      do throws(ReadingError.Kind) {
        let bytes = try archive.bytes(of: entry)
        members += bytes.withUnsafeBytes { self.members(in: $0, name, of: archive, depth) }
      } catch {
        members.append(failure(error, name))
      }
    }
    return members
  }

  private func members(
    in bytes: UnsafeRawBufferPointer, _ name: String, of archive: ZipArchive, _ depth: Int
  ) -> [SourceMember] {
    do throws(ReadingError) {
      if depth < Self.deepest,
        let inner = try reader.archive(bytes, path: path(name), limit: archive.bytesLeft)
      {
        let members = members(of: inner, prefix: name + "/", depth: depth + 1)
        // The bytes unpacked from the inner archive count against the limit of the outer one.
        try? archive.spend(min(inner.spentByteCount, archive.bytesLeft))
        return members
      }
      return [
        SourceMember(name: name, content: .success(try reader.read(bytes, path: path(name))))
      ]
    } catch {
      return [SourceMember(name: name, content: .failure(error))]
    }
  }

  private func failure(_ kind: ReadingError.Kind, _ name: String) -> SourceMember {
    SourceMember(name: name, content: .failure(ReadingError(path: path(name), kind: kind)))
  }

  private func path(_ name: String) -> String { path + "/" + name }

  private func isLeftOut(_ name: String) -> Bool {
    name.split(separator: "/").contains {
      $0.hasPrefix(".") || $0 == "__MACOSX" || $0.hasSuffix("_files")
    }
  }
}
