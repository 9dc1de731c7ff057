import Corpus
import Foundation
for path in CommandLine.arguments.dropFirst() {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  do {
    let source = try data.withUnsafeBytes { try SourceReader().read($0, path: path) }
    print("==", path, source.encoding.rawValue, source.format.rawValue, source.reports.count)
    if CommandLine.arguments.count < 20 {
      for r in source.removedLines {
        print("  -", r.lineNumber, r.reason.rawValue, r.text.prefix(60))
      }
    }
    for r in source.reports {
      print(
        "  #", r.part, r.title, r.year.year as Any, r.publishDate?.iso8601 as Any,
        r.paragraphs.count)
      if CommandLine.arguments.count < 20 {
        for p in r.paragraphs where p.kind != .body {
          print("     ", p.kind, p.heading as Any, p.text.prefix(40))
        }
      }
    }
  } catch { print("==", path, error) }
}
