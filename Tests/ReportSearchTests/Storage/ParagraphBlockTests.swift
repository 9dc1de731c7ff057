import Foundation
import TestSupport
import Testing

@testable import ReportSearch

/// The attributes of 4,096 paragraphs, stored as the columns of a row.
struct ParagraphBlockTests {
  private func records(seed: UInt64) -> [ParagraphRecord] {
    var random = SeededRandom(seed: seed)
    func bytes() -> [UInt8] {
      (0..<[0, 0, 0, 1, 5, 200].randomElement(using: &random)!).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    return (0..<ParagraphAttributes.blockSize).map { _ in
      var record = ParagraphRecord()
      guard Int.random(in: 0..<8, using: &random) > 0 else { return record }
      record.report = .random(in: 1...(.max), using: &random)
      record.characterCount = .random(in: 0...(.max), using: &random)
      record.kind = .random(in: 0...255, using: &random)
      record.section = .random(in: 0...255, using: &random)
      record.headingDistance = .random(in: 0...300, using: &random)
      record.region = [0, 1, .max].randomElement(using: &random)!
      (record.sentenceEnds, record.years) = (bytes(), bytes())
      return record
    }
  }

  @Test(.law) func `written records are read back unchanged`() throws {
    for seed in [1, 2] {
      let records = records(seed: LawSeeds.seed(UInt64(seed)))
      #expect(try ParagraphBlock.records(of: ParagraphBlock.columns(of: records)) == records)
    }
  }

  @Test func `a block without paragraphs is small`() throws {
    let empty = [ParagraphRecord](
      repeating: ParagraphRecord(), count: ParagraphAttributes.blockSize)
    let columns = ParagraphBlock.columns(of: empty)
    #expect(columns.map(\.count) == [16_384, 16_384, 4096, 4096, 4096, 4096, 4096, 4096])
    #expect(try ParagraphBlock.records(of: columns) == empty)
  }

  @Test(.law, arguments: 0..<8)
  func `a column with more or fewer than 4,096 values is corruption`(column: Int) throws {
    let columns = ParagraphBlock.columns(of: records(seed: LawSeeds.seed(3)))
    var shorter = columns
    shorter[column].removeLast()
    #expect(throws: DamagedStorage.self) { _ = try ParagraphBlock.records(of: shorter) }
    var longer = columns
    longer[column].append(0)
    #expect(throws: DamagedStorage.self) { _ = try ParagraphBlock.records(of: longer) }
  }
}
