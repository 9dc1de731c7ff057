import Foundation
import TestSupport
import Testing

/// GUIDE.md names every command, option and value that the program's help names.
struct GuideTests {
  @Test(arguments: [
    "index", "remove", "search", "kwic", "years", "export", "reports", "show", "set", "corrections",
    "tokens", "stats",
  ])
  func `the guide tells of every option`(command: String) throws {
    let guide = try String(contentsOfFile: ProjectFolder.root + "/GUIDE.md", encoding: .utf8)
    let help = try RunningCommand([command, "--help"], in: ProjectFolder.root).output
    #expect(guide.contains("duansou \(command)"))
    for option in help.matches(of: /--[a-z-]+/).map({ String($0.output) })
    where !["--help", "--version"].contains(option) {
      #expect(guide.contains(option), "\(option) of \(command)")
    }
    for values in help.matches(of: /values: ([a-z, \n-]+)/) {
      for value in values.1.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
        #expect(guide.contains("`\(value)`"), "\(value) of \(command)")
      }
    }
  }
}
