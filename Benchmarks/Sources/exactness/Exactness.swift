import Corpus
import Dispatch
import Foundation
import ReportSearch
import Synchronization
import TestSupport
import TextAnalysis

/// Checks the laws of exactness on whole corpora, and prints the number of comparisons.
///
/// `exactness NAME SUBSTRINGS STRINGS PATH…` indexes every paragraph of the files. It draws
/// substrings of the paragraphs (law 1: each finds its paragraph; law 3: its matches have correct
/// original ranges) and random strings (law 2). It compares the index with one scan of the folded
/// texts for all strings: the paragraphs and the number of matches in each must be equal.
/// `exactness --index PATH STRINGS` compares FTS5's pages with its interface on strings sampled
/// from an index.
@main
struct Exactness {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "--index", let count = Int(arguments[3]) {
      let strings = try ReportIndex(path: arguments[2]).read {
        try $0.sampleStrings(count: count)
      }
      exit(try comparePostings(of: strings, indexPath: arguments[2]) == 0 ? 0 : 1)
    }
    guard arguments.count > 4, let substrings = Int(arguments[2]), let strings = Int(arguments[3])
    else {
      print("usage: exactness NAME SUBSTRINGS STRINGS PATH… | exactness --index PATH STRINGS")
      exit(64)
    }
    let paragraphs = try paragraphs(of: Array(arguments[4...]))
    var random = SeededRandom(seed: UInt64(substrings) &+ UInt64(strings))
    let folded = paragraphs.map { FoldedText($0) }
    var drawn = DrawnStrings()
    drawn.drawSubstrings(substrings, of: folded, originals: paragraphs, using: &random)
    drawn.drawStrings(strings, of: folded, using: &random)
    let index = try ParagraphIndex(paragraphs, paragraphsPerReport: 1000)
    let scan = SimultaneousScan(of: drawn.literals, in: folded)
    let violations =
      compare(drawn.literals, scan, indexPath: index.path) + drawn.violationsOfLaw3
      + (try comparePostings(of: drawn.literals.map(\.folded), indexPath: index.path))
    print(
      "exactness on \(arguments[1]): \(paragraphs.count) paragraphs, \(drawn.substringCount) drawn "
        + "substrings and \(drawn.stringCount) random strings (\(drawn.literals.count) different), "
        + "\(scan.matchCount) matches, \(drawn.placeCount) places cut out: \(violations) violations"
    )
    if violations > 0 { exit(1) }
  }

  /// Compares the index with the scan, on all cores, and returns the number of violations.
  private static func compare(
    _ literals: [Literal], _ scan: SimultaneousScan, indexPath: String
  ) -> Int {
    let violations = Mutex(0)
    let parts = ProcessInfo.processInfo.activeProcessorCount
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      do {
        let index = try ReportIndex(path: indexPath)
        for number in stride(from: part, to: literals.count, by: parts) {
          let postings = try index.read { try $0.postings(of: literals[number]) }
          let wanted = scan.found[number]
          // The index numbers paragraphs from 1.
          let isExact =
            postings.paragraphs.map { $0 - 1 } == wanted.paragraphs
            && postings.frequencies == wanted.frequencies
          if !isExact {
            violations.withLock { $0 += 1 }
            print("violation of law 1 or 2: \(literals[number].text)")
          }
        }
      } catch {
        violations.withLock { $0 += 1 }
        print("failure: \(error)")
      }
    }
    return violations.withLock { $0 }
  }

  /// Compares FTS5's pages with its interface, on all cores, and returns the number of violations.
  ///
  /// Only one of 16 single characters is compared, because FTS5's interface is slow for them.
  private static func comparePostings(of drawn: [FoldedText], indexPath: String) throws -> Int {
    let strings = drawn.enumerated().filter { number, string in
      string.characterCount > 1 || number.isMultiple(of: 16)
    }.map(\.element)
    let violations = Mutex(0)
    let parts = ProcessInfo.processInfo.activeProcessorCount
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      do {
        let own = stride(from: part, to: strings.count, by: parts).map { strings[$0] }
        let comparison = try ReportIndex(path: indexPath).read {
          try $0.comparePostings(of: own)
        }
        for string in comparison.differences { print("pages and interface differ: \(string)") }
        if let failure = comparison.unreadable { print("pages are not read: \(failure)") }
        violations.withLock {
          $0 += comparison.differences.count + (comparison.unreadable == nil ? 0 : 1)
        }
      } catch {
        violations.withLock { $0 += 1 }
        print("failure: \(error)")
      }
    }
    print("pages and interface compared on \(strings.count) strings")
    return violations.withLock { $0 }
  }

  private static func paragraphs(of paths: [String]) throws -> [String] {
    var paragraphs: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      for file in isFolder.boolValue ? try ProjectFolder.files(below: path) : [path] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        // Files without a report, such as empty files and front matter, contribute no paragraphs.
        guard let source = try? bytes.withUnsafeBytes({ try SourceReader().read($0, path: file) })
        else { continue }
        paragraphs += source.reports.flatMap(\.paragraphs).map(\.text)
      }
    }
    return paragraphs
  }
}
