/// Reads the files that are packed in an archive, and in archives inside it.
struct ArchiveReader {
  let reader: SourceReader
  /// The path of the archive's file.
  let path: String

  /// Archives in archives are opened so deep.
  private static let deepest = 4

  /// Returns what each file holds, in the order of the archive. Hidden files, the `_files` folders of
  /// saved pages, and what the Finder adds are left out, as in folders.
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
        // What the inner archive gave was taken from what the outer one may give.
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
