import Foundation
import TestSupport
import Testing

@testable import Corpus

/// Returns a compound file with one stream, as small as the format allows.
private func compoundFile(stream name: String, content: [UInt8] = []) -> [UInt8] {
  var file = [UInt8](repeating: 0, count: 4 * 512)
  func put(_ value: UInt32, _ offset: Int, byteCount: Int = 4) {
    for byte in 0..<byteCount {
      file[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte))
    }
  }
  let end: UInt32 = 0xFFFF_FFFE
  file.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  put(9, 0x1E, byteCount: 2)
  put(1, 0x30)  // the directory
  put(end, 0x44)
  for place in 0..<109 { put(place == 0 ? 0 : 0xFFFF_FFFF, 0x4C + place * 4) }
  // Sector 0 is the FAT; its entries are itself, the directory, and the stream.
  for (place, value) in [0xFFFF_FFFD, end, end].enumerated() { put(value, 512 + place * 4) }
  for (entry, title) in ["Root Entry", name].enumerated() {
    let start = 1024 + entry * 128
    for (place, unit) in title.utf16.enumerated() {
      put(UInt32(unit), start + place * 2, byteCount: 2)
    }
    put(UInt32(title.utf16.count + 1) * 2, start + 0x40, byteCount: 2)
    put(entry == 0 ? 5 : 2, start + 0x42, byteCount: 1)
    put(2, start + 0x74)
  }
  file.replaceSubrange(1536..<1536 + content.count, with: content)
  return file
}

private func word(flags: UInt16, version: UInt8 = 0xC1) -> [UInt8] {
  compoundFile(
    stream: "WordDocument",
    content: [0xEC, 0xA5, version] + [UInt8](repeating: 0, count: 7)
      + [UInt8(flags & 0xFF), UInt8(flags >> 8)])
}

struct CompoundFileTests {
  @Test func `streams are found by their names`() {
    word(flags: 0x0102).withUnsafeBytes { bytes in
      let file = CompoundFile(bytes)
      #expect(file?.kind == .word)
      #expect(file?.number16(at: 0x0A, ofStream: "WordDocument") == 0x0102)
      #expect(file?.number16(at: 511, ofStream: "WordDocument") == nil)
      #expect(file?.number16(at: 0, ofStream: "Workbook") == nil)
    }
  }

  @Test(
    arguments: [
      ("EncryptedPackage", .encryptedPackage), ("WordDocument", .word), ("Workbook", .excel),
      ("Book", .excel), ("PowerPoint Document", nil), ("Workbooks", nil),
    ] as [(String, CompoundFile.Kind?)])
  func `the kind of a file is recognized by its streams`(stream: String, kind: CompoundFile.Kind?) {
    compoundFile(stream: stream).withUnsafeBytes { #expect(CompoundFile($0)?.kind == kind) }
  }

  @Test func `other files and truncated files are not compound files`() {
    let whole = word(flags: 0)
    for length in stride(from: 0, to: 1600, by: 7) {
      Array(whole[..<length]).withUnsafeBytes { #expect(CompoundFile($0)?.kind != .excel) }
    }
    Array("控辍保学".utf8).withUnsafeBytes { #expect(CompoundFile($0) == nil) }
  }

  @Test(.law, arguments: LawSeeds.seeds(300))
  func `broken files are refused or read, without a crash or an endless loop`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var bytes = word(flags: 0)
    bytes.removeLast(Int.random(in: 0...600, using: &random))
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      bytes[Int.random(in: 8..<1200, using: &random)] = [0, 1, 2, 9, 12, 0xFE, 0xFF]
        .randomElement(using: &random)!
    }
    bytes.withUnsafeBytes { bytes in
      _ = CompoundFile(bytes)?.number16(at: 0x0A, ofStream: "WordDocument")
    }
  }
}

struct OfficeConverterTests {
  private func convert(
    _ bytes: [UInt8], from format: OfficeConverter.Format, programs folders: [String]
  ) throws -> OfficeConverter.Conversion {
    try bytes.withUnsafeBytes { bytes throws(ReadingError.Kind) in
      try OfficeConverter(folders: folders).convert(bytes, from: format)
    }
  }

  /// Creates a folder with shell scripts as programs.
  private func folder(_ programs: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, script) in programs {
      let path = try folder.write(name, "#!/bin/sh\n" + script)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    return folder
  }

  private static let rtf = Array(#"{\rtf1\ansi report}"#.utf8)

  @Test func `the best installed program is used`() throws {
    let scripts = [
      "soffice": """
      while [ "$1" != --outdir ]; do shift; done
      mkdir "$2"; cp "$3" "$2/document.docx"
      """,
      "antiword": "printf antiword", "catdoc": "printf catdoc",
    ]
    let document = word(flags: 0)
    let all = try folder(scripts)
    #expect(try convert(document, from: .doc, programs: [all.path]) == .package(document))
    #expect(try convert(document, from: .wps, programs: [all.path]) == .package(document))
    let some = try folder(scripts.filter { $0.key != "soffice" })
    #expect(try convert(document, from: .doc, programs: [some.path]) == .text("antiword"))
  }

  /// antiword and catdoc misread the Chinese of Word 95 and RTF as Latin letters.
  @Test func `programs that would give wrong characters are not used`() throws {
    let some = try folder(["antiword": "printf antiword", "catdoc": "printf catdoc"])
    for (document, format) in [
      (word(flags: 0, version: 0x68), OfficeConverter.Format.doc), (Self.rtf, .rtf),
      (Self.rtf, .doc), (compoundFile(stream: "CONTENTS"), .wps),
    ] {
      #expect(throws: ReadingError.Kind.needsProgram(["LibreOffice"])) {
        try convert(document, from: format, programs: [some.path])
      }
    }
  }

  @Test func `the next program is tried if one fails`() throws {
    let failing = try folder(["soffice": "exit 0", "antiword": "exit 1", "catdoc": "printf catdoc"])
    #expect(try convert(word(flags: 0), from: .doc, programs: [failing.path]) == .text("catdoc"))
    // catdoc would omit part of the document.
    #expect(throws: ReadingError.Kind.programFailed("LibreOffice")) {
      try convert(word(flags: 0x0004), from: .doc, programs: [failing.path])
    }
  }

  @Test func `the error names the programs that are needed`() {
    let none = ["/nowhere"]
    #expect(throws: ReadingError.Kind.needsProgram(["LibreOffice", "antiword", "catdoc"])) {
      try convert(word(flags: 0), from: .doc, programs: none)
    }
    #expect(throws: ReadingError.Kind.needsProgram(["LibreOffice"])) {
      try convert([0x50, 0x4B, 0x03, 0x04], from: .odt, programs: none)
    }
  }

  @Test func `encrypted files and other formats are recognized without a program`() {
    let none = ["/nowhere"]
    #expect(throws: ReadingError.Kind.encrypted) {
      try convert(word(flags: 0x0100), from: .doc, programs: none)
    }
    #expect(throws: ReadingError.Kind.encrypted) {
      try convert(compoundFile(stream: "EncryptedPackage"), from: .doc, programs: none)
    }
    let text = Array("青溪县教育局工作总结".utf8)
    #expect(throws: ReadingError.Kind.unparsable(.doc)) {
      try convert(text, from: .doc, programs: none)
    }
    #expect(throws: ReadingError.Kind.unparsable(.rtf)) {
      try convert(text, from: .rtf, programs: none)
    }
    #expect(throws: ReadingError.Kind.notText(nil)) {
      try convert(text, from: .odt, programs: none)
    }
  }

  @Test(
    .enabled(if: ExternalProgram("soffice") != nil, "LibreOffice is not installed"),
    .timeLimit(.minutes(3)))
  func `LibreOffice makes a DOCX of an RTF`() throws {
    let rtf = Array(#"{\rtf1\ansi\uc1 \u25511?\u36749?\u20445?\u23398?\par}"#.utf8)
    let conversion = try convert(rtf, from: .rtf, programs: ExternalProgram.folders)
    guard case .package(let bytes) = conversion else {
      Issue.record("no DOCX")
      return
    }
    #expect(bytes.starts(with: [0x50, 0x4B]))
  }
}
