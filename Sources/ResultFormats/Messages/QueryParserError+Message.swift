package import ReportSearch

extension QueryParserError {
  /// What is wrong with the query, where, and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
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
    case .onlyNegations:
      language.choose(
        "第 \(place) 个字符起只说了要排除什么。请再写出要找的文字，例如：双减 -校外培训",
        "From character \(place) on, the query only excludes. Add a string to look for, for example "
          + "双减 -校外培训.")
    case .tooDeep(let limit):
      language.choose(
        "括号套得太深（第 \(place) 个字符），上限是 \(limit) 层。请去掉多余的括号。",
        "The brackets at character \(place) stand more than \(limit) deep. Take out those that are not "
          + "needed.")
    case .unclosedBracket(let bracket):
      language.choose(
        "第 \(place) 个字符处的括号 \(bracket) 没有配对。请补上另一半，要找括号本身则写成 \\\(bracket)",
        "The bracket \(bracket) at character \(place) is never closed. Close it, or write "
          + "\\\(bracket) to look for the bracket itself.")
    case .unopenedBracket(let bracket):
      language.choose(
        "第 \(place) 个字符处的括号 \(bracket) 前面没有另一半。请补上，要找括号本身则写成 \\\(bracket)",
        "The bracket \(bracket) at character \(place) was never opened. Open it, or write "
          + "\\\(bracket) to look for the bracket itself.")
    case .emptyGroup:
      language.choose(
        "第 \(place) 个字符处的括号里没有内容。请写出要找的文字，或去掉括号。",
        "The brackets at character \(place) hold nothing. Write what to look for, or take them out."
      )
    case .missingOperand(let sign):
      language.choose(
        "第 \(place) 个字符处的“\(sign)”缺少要连接的内容。请在它旁边写出要找的文字，要找这个符号本身则加引号："
          + "\"\(sign)\"",
        "“\(sign)” at character \(place) has nothing to work on. Write a string beside it, or put it in "
          + "quotation marks to look for it: \"\(sign)\".")
    case .invalidSide(let sign):
      language.choose(
        "“\(sign)”旁边（第 \(place) 个字符）只能是要找的文字，或用 | 隔开的几个，例如：(控辍 | 防辍) /20 学校",
        "Beside “\(sign)”, at character \(place), stand only strings or a choice of them, for example "
          + "(控辍 | 防辍) /20 学校.")
    case .invalidDistance(let word, let limit):
      language.choose(
        "“\(word)”（第 \(place) 个字符）的距离太大，上限是 \(limit) 个字。要找这段文字本身则加引号。",
        "The distance of “\(word)” at character \(place) is over the limit of \(limit) characters. To "
          + "look for the text itself, put it in quotation marks.")
    case .negatedAlternative:
      language.choose(
        "“或”的一边不能只是排除（第 \(place) 个字符）。请写成：(甲 | 乙) -丙",
        "One side of OR, at character \(place), only excludes. Write it as (A | B) -C.")
    case .mixedAlternatives:
      language.choose(
        "筛选条件不能和文字二选一（第 \(place) 个字符）。请写成：(甲 | 乙) year:2011",
        "A filter, at character \(place), cannot be an alternative to a string. Write (A | B) year:2011."
      )
    case .doubleNegation:
      language.choose(
        "第 \(place) 个字符起连续排除了两次。请去掉一个 -，要找 - 本身则加引号。",
        "From character \(place) on, something is excluded twice. Take out one -, or put the text in "
          + "quotation marks to look for the - itself.")
    case .looseSign:
      language.choose(
        "~ 后面只能是一段不带 ?、…、@ 的文字或引号（第 \(place) 个字符）。要找 ~ 本身则写成 \\~",
        "Behind ~, at character \(place), stands only a string without ?, … and @, or a quotation. To look "
          + "for the ~ itself, write \\~.")
    case .unknownField(let field, let suggestion):
      language.choose(
        "没有筛选字段“\(field)”。是不是“\(suggestion)”？若要查找这段文字本身，请加引号。",
        "There is no field “\(field)”. Did you mean “\(suggestion)”? To look for the text itself, "
          + "put it in quotation marks.")
    case .unknownScope(let name):
      language.choose(
        "“same:\(name)”不对。可写 same:sentence（同一句）、same:section（同一节）、same:report（同一篇）。",
        "There is no “same:\(name)”. Write same:sentence, same:section or same:report.")
    case .missingGroup(let scope):
      language.choose(
        "“same:\(scope.rawValue)”后面要有括号。例如：same:\(scope.rawValue)(控辍 留守儿童)",
        "Brackets must follow “same:\(scope.rawValue)”, for example same:\(scope.rawValue)(控辍 留守儿童)."
      )
    case .unknownConcept(let name, let suggestions):
      if suggestions.isEmpty {
        language.choose(
          "概念表里没有“\(name)”。要找 @\(name) 这几个字，请加引号。",
          "There is no concept “\(name)”. To look for @\(name) itself, put it in quotation marks.")
      } else {
        language.choose(
          "概念表里没有“\(name)”。相近的有：\(suggestions.map { "@" + $0 }.joined(separator: "、"))。"
            + "要找 @\(name) 这几个字，请加引号。",
          "There is no concept “\(name)”. There are "
            + "\(suggestions.map { "@" + $0 }.joined(separator: ", ")). To look for @\(name) itself, put "
            + "it in quotation marks.")
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
    case .invalidDate(let value):
      language.choose(
        "“\(value)”不是日期。请写成 2012、2012-01、2012-01-15 或 2012-01..2012-06",
        "“\(value)” is no date. Write 2012, 2012-01, 2012-01-15 or 2012-01..2012-06.")
    case .reversedDates(let value):
      language.choose(
        "“\(value)”的起始日期晚于结束日期。请对调。",
        "“\(value)” ends before it begins. Exchange the dates.")
    }
  }

  private static func example(of field: String) -> String {
    switch field {
    case "year", "report-year": "2011"
    case "published": "2012-01..2012-06"
    case "same": "report(控辍 留守儿童)"
    case "original": "\"控輟保學\""
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
