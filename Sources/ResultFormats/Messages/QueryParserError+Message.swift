public import ReportSearch

extension QueryParserError {
  /// What is wrong with the query, where, and what to do, in one or two sentences.
  public func message(in language: Language) -> String {
    let place = characterRange.lowerBound + 1
    return switch kind {
    case .empty:
      language.choose(
        "检索式是空的。请写出要找的文字，例如：控辍保学",
        "The query is empty. Write what to look for, for example 控辍保学.")
    case .onlyFilters:
      language.choose(
        "检索式只有筛选条件。请再写出要找的文字。",
        "The query has only filters. Add a string to look for.")
    case .tooLong(let characters, let limit):
      language.choose(
        "检索式有 \(characters) 个字符，上限是 \(limit)。请缩短。",
        "The query has \(characters) characters; the limit is \(limit). Shorten it.")
    case .controlCharacter(let scalar):
      language.choose(
        "检索式第 \(place) 个字符是控制字符 U+\(hexadecimal(scalar))。请删去。",
        "Character \(place) of the query is the control character U+\(hexadecimal(scalar)). Take it out."
      )
    case .unclosedQuotation(let opening, let closing):
      language.choose(
        "第 \(place) 个字符处的引号 \(opening) 没有配对。请在后面加上 \(closing)，要找引号本身则写成 \\\(opening)",
        "The quotation mark \(opening) at character \(place) is never closed. Add \(closing), or write "
          + "\\\(opening) to look for the mark itself.")
    case .invisible:
      language.choose(
        "第 \(place) 个字符起的内容是空的或不可见，无从查找。请写出要找的文字。",
        "The string at character \(place) is empty or invisible. Write what to look for.")
    case .unknownField(let field, let suggestion):
      if let suggestion {
        language.choose(
          "没有筛选字段“\(field)”。是不是“\(suggestion)”？若要查找这段文字本身，请加引号。",
          "There is no field “\(field)”. Did you mean “\(suggestion)”? To look for the text itself, "
            + "put it in quotation marks.")
      } else {
        language.choose(
          "没有筛选字段“\(field)”。若要查找这段文字本身，请加引号。",
          "There is no field “\(field)”. To look for the text itself, put it in quotation marks.")
      }
    case .missingValue(let field):
      language.choose(
        "“\(field):”后面没有内容。例如：\(field):\(Self.example(of: field))",
        "Nothing follows “\(field):”. For example: \(field):\(Self.example(of: field))")
    case .invalidYear(let value):
      language.choose(
        "“\(value)”不是年份。请写成 2011、2010..2015、2010.. 或 =2011、=undated",
        "“\(value)” is no year. Write 2011, 2010..2015, 2010.., =2011 or =undated.")
    case .invalidSection(let value):
      language.choose(
        "“\(value)”不是部分的种类。可写 review（回顾）、plan（计划）、problem（问题）、experience（经验）、other（其他）。",
        "“\(value)” is no kind of section. Write review, plan, problem, experience or other.")
    case .reversedYears(let value):
      language.choose(
        "“\(value)”的起始年份晚于结束年份。请对调。",
        "“\(value)” ends before it begins. Exchange the years.")
    case .unsupported(let sign):
      language.choose(
        "这一版还不支持“\(sign)”（第 \(place) 个字符）。若要查找这个符号本身，请把文字放进引号。",
        "This version does not have “\(sign)” (character \(place)). To look for the sign itself, put "
          + "the text in quotation marks.")
    }
  }

  private static func example(of field: String) -> String {
    switch field {
    case "year", "report-year": "2011"
    case "region": "泸州"
    case "type": "计划"
    case "section": "plan"
    case "report": "r12ab"
    default: "教育局"
    }
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
