import Testing

@testable import Corpus

struct ReadingOrderTests {
  @Test func `cells below each other form a table`() {
    var layout = SampleLayout()
    layout.paragraph("全县各学校情况如下：")
    layout.row([("学校", 0), ("学生", 10), ("教师", 20)])
    layout.row([("青溪一小", 0), ("1200", 10), ("86", 20)])
    layout.row([("柳湾小学", 0), ("340", 10), ("27", 20)])
    layout.row([("合计", 0), ("1540", 10), ("113", 20)])
    layout.paragraph("以上为年底数。")
    let lines = PDFText.lines(of: layout.pages)
    #expect(
      lines.map(\.text) == [
        "全县各学校情况如下：", "学校\t学生\t教师", "青溪一小\t1200\t86", "柳湾小学\t340\t27", "合计\t1540\t113",
        "以上为年底数。",
      ])
    #expect(lines.map { $0.role == .row } == [false, true, true, true, true, false])
  }

  @Test func `a nearly full cell is separated from its neighbour`() {
    var layout = SampleLayout()
    for row in 0..<4 {
      let top = 100 + Double(row) * 20
      if row == 2 {
        // One piece, because the gap is only half a character.
        let words = [("落实控辍保学台账核对学生名单", 130.0), ("教育股", 275.0)].map { text, left in
          PageWord(
            text: text,
            box: PageBox(
              left: left, top: top, right: left + Double(text.count) * 10, bottom: top + 12))
        }
        layout.piece("3", left: 100, top: top)
        layout.add(LinePiece(words)!)
      } else {
        layout.piece("\(row + 1)", left: 100, top: top)
        layout.piece("排查校舍", left: 130, top: top)
        layout.piece("项目办", left: 275, top: top)
      }
    }
    #expect(layout.text[2] == "3\t落实控辍保学台账核对学生名单\t教育股")
  }

  /// Draws table rows whose cells have lines 13 points apart, centered vertically in their row.
  private func table(_ rows: [[[String]]], gap: Double) -> [String] {
    var layout = SampleLayout()
    var top = 100.0
    for row in rows {
      let height = Double(row.map(\.count).max()!) * 13
      for (cell, left) in zip(row, [0.0, 4, 20]) {
        var line = top + (height - Double(cell.count) * 13) / 2
        for text in cell {
          layout.piece(text, left: 100 + left * 10, top: line)
          line += 13
        }
      }
      top += height + gap
    }
    return layout.text
  }

  @Test func `a cell of several lines is one text`() {
    let rows = [
      [["号"], ["任务"], ["单位"]],
      [["1"], ["建立控辍保学台账，逐校逐人核", "对学生名单，按月报送。"], ["教育股"]],
      [["2"], ["排查校舍。"], ["项目办"]],
      [["3"], ["组织全县小学教师参加信息技术", "培训，覆盖全部乡镇中心学校和", "教学点。"], ["教师股、信息", "中心"]],
      [["4"], ["检查食堂。"], ["安全股"]],
    ]
    let whole = [
      "号\t任务\t单位",
      "1\t建立控辍保学台账，逐校逐人核对学生名单，按月报送。\t教育股", "2\t排查校舍。\t项目办",
      "3\t组织全县小学教师参加信息技术培训，覆盖全部乡镇中心学校和教学点。\t教师股、信息中心", "4\t检查食堂。\t安全股",
    ]
    #expect(table(rows, gap: 8) == whole)
    #expect(table(rows, gap: 0) == whole, "the numbers stand beside the middles of their cells")
  }

  @Test func `single-line rows are not merged, whatever the gaps`() {
    let rows = (1...6).map { [["\($0)"], ["青溪第\($0)小学"], ["\($0 * 100)"]] }
    #expect(table(rows, gap: 3).count == 6)
    #expect(table(rows, gap: 20).count == 6)
  }

  @Test func `running text in two columns is not read across`() {
    let columns = ["左栏的文字讲的是控辍保学工作的进展情况。", "右栏的文字讲的是校舍安全工程的建设情况。"].map {
      String(repeating: $0, count: 4)
    }
    for shift in [0.0, 7] {
      var layout = SampleLayout()
      layout.centered("青溪教育简报", size: 16)
      for (column, text) in columns.enumerated() {
        for line in 0..<6 {
          let start = text.index(text.startIndex, offsetBy: line * 14)
          layout.piece(
            String(text[start...].prefix(14)), left: 100 + Double(column) * 150,
            top: 140 + Double(line) * 20 + Double(column) * shift)
        }
      }
      #expect(layout.text == ["青溪教育简报"] + columns.map { String($0.prefix(80)) }, "\(shift)")
    }
  }

  @Test func `a title with wide spaces is one line, and a bullet belongs to its text`() {
    var layout = SampleLayout()
    layout.row([("工", 10), ("作", 13), ("总", 16), ("结", 19)])
    layout.row([("•", 0), ("控辍保学", 2)])
    layout.row([("•", 0), ("校舍安全", 2)])
    layout.row([("•", 0), ("教师培训", 2)])
    #expect(layout.text == ["工 作 总 结", "• 控辍保学", "• 校舍安全", "• 教师培训"])
  }
}
