import Foundation
import TestSupport
import Testing

@testable import ReportSearch

/// Counts without copies: a paragraph that occurs in several reports counts at its first
/// appearance.
struct CountsWithoutCopiesTests {
  private let index: ReportIndex
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    let copied = "各学校要把控辍保学摆在首位，逐户核查适龄儿童的去向，劝返一个，稳住一个。"
    for (name, title, own) in [
      ("甲", "青溪县教育局2011年工作总结", "本县控辍保学做得早。"), ("乙", "松山县教育局2012年工作总结", "本县抓控辍保学。"),
      ("丙", "关于教育工作的几点体会", "别的话。"),
    ] {
      try folder.write("报告/\(name).txt", "\(title)\n\(copied)\n\(own)\n")
    }
    _ = try await Indexer(indexPath: folder("index.sqlite")).index([folder("报告")])
    index = try ReportIndex(path: folder("index.sqlite"))
  }

  private func cells(_ query: String) throws -> [String: CountTable.Cell] {
    let table = try index.counts(of: QueryParser().parse(query), by: .reportYear)
    return Dictionary(
      uniqueKeysWithValues: table.rows.enumerated().map { ($1.value, table[$0, 0]) })
  }

  @Test func `a copied paragraph counts in the earliest year, undated reports last`() throws {
    let cells = try cells("控辍保学")
    func counts(_ row: String) throws -> [Int] {
      let cell = try #require(cells[row])
      return [cell.found.matches, cell.foundWithoutCopies.matches]
    }
    #expect(try counts("2011") == [2, 2])
    #expect(try counts("2012") == [2, 1])
    #expect(try counts("undated") == [1, 0])
    let copied = 36
    #expect(cells["2011"]!.texts == cells["2011"]!.textsWithoutCopies)
    for row in ["2012", "undated"] {
      let cell = cells[row]!
      #expect(cell.texts.characters - cell.textsWithoutCopies.characters == copied)
      #expect(cell.textsWithoutCopies.reports == 1)
    }
  }

  @Test func `the first appearance is determined among the texts that pass the filters`() throws {
    let cells = try cells("控辍保学 -report-year:2011")
    #expect(cells["2011"] == nil)
    #expect(cells["2012"]?.foundWithoutCopies.matches == 2)
    #expect(cells["undated"]?.foundWithoutCopies.matches == 0)
    let all = try index.counts(of: QueryParser().parse("控辍保学"), by: .mentionYear).all
    #expect((all.found.matches, all.foundWithoutCopies.matches) == (5, 3))
  }
}
