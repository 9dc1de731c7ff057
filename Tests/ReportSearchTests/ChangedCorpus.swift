import Corpus
import ReportSearch
import TestSupport

/// An index to which sources were added, replaced and removed, and a reference of the remaining
/// reports.
struct ChangedCorpus {
  let index: ReportIndex
  let reference: PlainSearch
  /// The number of each paragraph in the reference, by its identifier.
  let numbers: [String: Int]
  private let folder: TemporaryFolder

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    var reports = RandomReports(random: SeededRandom(seed: seed))
    let writer = try IndexWriter(path: folder("index.sqlite"))
    var held: [String: Source] = [:]
    for step in 0..<4 {
      let path = "/\(["甲", "乙"].randomElement(using: &reports.random)!)"
      if Int.random(in: 0..<5, using: &reports.random) == 0 {
        try writer.remove(filesAt: [path])
        held[path] = nil
      } else {
        let source = reports.source("\(step)")
        try writer.add(source, file: .named(path))
        held[path] = source
      }
      if Int.random(in: 0..<3, using: &reports.random) == 0 { try writer.commit() }
    }
    try writer.commit()
    index = try ReportIndex(path: folder("index.sqlite"))
    var items: [String: PlainSearch.Item] = [:]
    for (path, source) in held {
      for report in source.reports {
        let identifier = Identifier.report(source: source.digest, part: report.part)
        items[identifier] = PlainSearch.Item(report, identifier: identifier, paths: [path])
      }
    }
    let ordered = try index.reports()
    reference = PlainSearch(ordered.map { items[$0.identifier]! })
    var numbers: [String: Int] = [:]
    for report in ordered {
      for number in 0..<report.paragraphCount {
        numbers[Identifier.paragraph(report: report.identifier, number: number + 1)] = numbers.count
      }
    }
    self.numbers = numbers
  }
}
