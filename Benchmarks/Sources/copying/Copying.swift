import Corpus
import Foundation
import ReportSearch
import TestSupport

/// Measures recall and precision of near-duplicate groups against a comparison of paragraphs with
/// all others.
///
/// `copying planted SEEDS REPORTS PARAGRAPHS` generates corpora with planted near-duplicates.
/// `copying corpus NAME SAMPLE PATH` indexes files and compares SAMPLE of their paragraphs with all
/// others, or all pairs if SAMPLE is 0.
@main
struct Copying {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 4 else {
      print("usage: copying planted SEEDS REPORTS PARAGRAPHS | copying corpus NAME SAMPLE PATH")
      exit(64)
    }
    if arguments[0] == "planted", let seeds = UInt64(arguments[1]), let reports = Int(arguments[2]),
      let paragraphs = Int(arguments[3])
    {
      for seed in 1...seeds { try planted(seed: seed, reports: reports, paragraphs: paragraphs) }
    } else if arguments[0] == "corpus", let sample = Int(arguments[2]) {
      try await corpus(named: arguments[1], sample: sample, at: arguments[3])
    } else {
      print("usage: copying planted SEEDS REPORTS PARAGRAPHS | copying corpus NAME SAMPLE PATH")
      exit(64)
    }
  }

  private static func planted(seed: UInt64, reports: Int, paragraphs: Int) throws {
    var planted = PlantedCopies(seed: seed)
    let reports = planted.reports(count: reports, paragraphs: paragraphs)
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    for report in reports {
      try writer.add(
        Source(paragraphs: report.texts, name: report.path, year: report.year),
        file: .named(report.path))
    }
    try writer.commit()
    let comparison = try Comparison(ReportIndex(path: folder("index.sqlite")))
    let result = comparison.compare(sample: 0)
    let origins = reports.flatMap(\.origins)
    let pairs = origins.indices.compactMap { copy in origins[copy].map { ($0, copy) } }
    let joined = pairs.count { comparison.areInOneGroup($0.0, $0.1) }
    print("planted, seed \(seed): \(result)")
    print(
      "  of \(pairs.count) paragraphs that were written as copies, however much was changed, \(joined) "
        + "are in the group of their origin")
  }

  private static func corpus(named name: String, sample: Int, at path: String) async throws {
    let folder = try TemporaryFolder()
    let summary = try await Indexer(indexPath: folder("index.sqlite")).index([path])
    let index = try ReportIndex(path: folder("index.sqlite"))
    let comparison = try Comparison(index)
    print("\(name), indexed in \(summary.duration): \(comparison.compare(sample: sample))")
  }
}
