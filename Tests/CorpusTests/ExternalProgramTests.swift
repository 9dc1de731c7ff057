import Foundation
import TestSupport
import Testing

@testable import Corpus

struct ExternalProgramTests {
  private func run(
    _ script: String, seconds: Int = 20, byteCount: Int = 1_000_000, memory: Int = 8 << 30
  ) throws(ReadingError.Kind) -> ExternalProgram.Run {
    let limits = ConversionLimits(
      seconds: seconds, outputByteCount: byteCount, memoryByteCount: memory)
    return try ConversionFolder.with { folder throws(ReadingError.Kind) in
      try ExternalProgram("sh", in: ["/bin"])!.run(["-c", script], in: folder, limits: limits)
    }
  }

  @Test func `programs are found in the first folder that has them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/reader", "no program")
    let path = try folder.write("b/reader", "#!/bin/sh\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    #expect(ExternalProgram("reader", in: [folder("a"), folder("b")])?.path == path)
    #expect(ExternalProgram("reader", in: [folder("a")]) == nil)
    #expect(ExternalProgram("b", in: [folder.path]) == nil)
  }

  @Test func `a run gives the output, the messages and the exit code`() throws {
    let run = try run("printf 甲; printf 乙 >&2; exit 3")
    #expect(run.output == Array("甲".utf8))
    #expect(run.messages == "乙")
    #expect(run.exitCode == 3)
    #expect(try self.run("kill -9 $$").exitCode == nil)
  }

  @Test func `a program gets no input, open file or ignored signal, and its own group`()
    throws
  {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    let run = try run(
      "cat; ls /proc/self/fd; read -r _ _ _ _ group _ < /proc/$$/stat; test $group = $$ && echo group"
    )
    // Descriptor 3 is the directory that `ls` lists.
    #expect(String(decoding: run.output, as: UTF8.self) == "0\n1\n2\n3\ngroup\n")
  }

  @Test func `arguments are passed to the program unchanged`() throws {
    let argument = "控辍 '\"$(id)`;\n*"
    let run = try ConversionFolder.with { folder throws(ReadingError.Kind) in
      try ExternalProgram("printf", in: ["/usr/bin"])!
        .run(["%s", argument], in: folder, limits: ConversionLimits())
    }
    #expect(run.output == Array(argument.utf8))
  }

  @Test func `a program and its children are killed after the time limit`() throws {
    let clock = ContinuousClock()
    let mark = try TemporaryFolder()
    let script = "(sleep 3; touch \(mark("late"))) & sleep 60"
    let time = clock.measure {
      #expect(throws: ReadingError.Kind.timedOut(seconds: 1)) { try run(script, seconds: 1) }
    }
    #expect(time < .seconds(20))
    // Background processes are killed when the program exits.
    _ = try run("(sleep 1; touch \(mark("left"))) & exit 0")
    _ = try run("sleep 3")
    #expect(try FileManager.default.contentsOfDirectory(atPath: mark.path).isEmpty)
  }

  @Test func `a program that writes endlessly is killed`() {
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 1_000_000)) { try run("yes") }
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 10)) {
      try run("printf 01234567890", byteCount: 10)
    }
  }

  #if os(Linux)
    @Test func `a program that takes too much memory fails`() throws {
      // `tail` keeps the last line in memory, however long it is.
      let script = "sleep 1; head -c 300000000 /dev/zero | tail -n 1 | wc -c"
      #expect(try run(script).output == Array("300000000\n".utf8))
      #expect(try run(script, memory: 200 << 20).output != Array("300000000\n".utf8))
    }
  #endif

  @Test func `the temporary directory is always removed`() throws {
    var paths: [String] = []
    _ = try ConversionFolder.with { paths.append($0) }
    #expect(throws: ReadingError.Kind.encrypted) {
      try ConversionFolder.with { path throws(ReadingError.Kind) in
        paths.append(path)
        let bytes: StaticString = "内容"
        try ConversionFolder.write(
          UnsafeRawBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount),
          to: path + "/file")
        throw .encrypted
      }
    }
    #expect(paths.count == 2 && !paths.contains { FileManager.default.fileExists(atPath: $0) })
  }
}
