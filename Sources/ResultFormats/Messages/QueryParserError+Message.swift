import Corpus
package import ReportSearch

extension QueryParserError {
  /// Returns one or two sentences that say what is wrong with the query, where, and what to do.
  package func message(in language: Language) -> String {
    let place = characterRange.lowerBound + 1
    return switch kind {
    case .empty:
      language.choose(
        "检索式为空。请输入要检索的文字，例如：控辍保学",
        "The query is empty. Enter a string to search for, for example 控辍保学.")
    case .onlyFilters:
      language.choose(
        "检索式只有筛选条件。请加上要检索的文字。",
        "The query contains only filters. Add a string to search for.")
    case .tooLong(let characters, let limit):
      language.choose(
        "检索式有 \(characters) 个字符，上限是 \(limit)。请缩短。",
        "The query has \(characters) characters; the limit is \(limit). Shorten it.")
    case .controlCharacter(let scalar):
      language.choose(
        "检索式第 \(place) 个字符是控制字符 U+\(hexadecimal(scalar))。请删去。",
        "Character \(place) of the query is the control character "
          + "U+\(hexadecimal(scalar)). Remove it."
      )
    case .unclosedQuotation(let opening, let closing):
      language.choose(
        "第 \(place) 个字符处的引号 \(opening) 没有配对。请在后面补上 \(closing)；要检索引号本身，请写成 \\\(opening)",
        "The quotation mark \(opening) at character \(place) is not closed. Add "
          + "\(closing), or write \\\(opening) to search for the mark itself.")
    case .invisible:
      language.choose(
        "第 \(place) 个字符起的内容为空，或只有不可见字符。请输入要检索的文字。",
        "The string at character \(place) is empty or invisible. Enter a string to search for.")
    case .onlyNegations:
      language.choose(
        "第 \(place) 个字符起只有排除条件。请加上要检索的文字，例如：双减 -校外培训",
        "From character \(place), the query contains only exclusions. Add a string to "
          + "search for, for example 双减 -校外培训.")
    case .tooDeep(let limit):
      language.choose(
        "括号嵌套过深（第 \(place) 个字符），上限是 \(limit) 层。请去掉多余的括号。",
        "The brackets at character \(place) are nested more than \(limit) levels deep. "
          + "Remove those that are not needed.")
    case .unclosedBracket(let bracket):
      language.choose(
        "第 \(place) 个字符处的左括号 \(bracket) 没有配对。请补上右括号；要检索括号本身，请写成 \\\(bracket)",
        "The bracket \(bracket) at character \(place) is not closed. Close it, or write "
          + "\\\(bracket) to search for the bracket itself.")
    case .unopenedBracket(let bracket):
      language.choose(
        "第 \(place) 个字符处的右括号 \(bracket) 没有配对。请补上左括号；要检索括号本身，请写成 \\\(bracket)",
        "The bracket \(bracket) at character \(place) has no opening bracket. Add one, or "
          + "write \\\(bracket) to search for the bracket itself.")
    case .emptyGroup:
      language.choose(
        "第 \(place) 个字符处的括号内没有内容。请输入要检索的文字，或去掉括号。",
        "The brackets at character \(place) are empty. Enter a string to search for, or "
          + "remove them."
      )
    case .missingOperand(let sign):
      language.choose(
        "第 \(place) 个字符处的“\(sign)”缺少连接的对象。请补上要检索的文字；要检索这个符号本身，请加引号：\"\(sign)\"",
        "“\(sign)” at character \(place) lacks an operand. Add a string, or put the sign "
          + "in quotation marks to search for it: \"\(sign)\".")
    case .invalidSide(let sign):
      language.choose(
        "“\(sign)”（第 \(place) 个字符）两侧只能是文字，或用 | 分隔的多个词，例如：(控辍 | 防辍) /20 学校",
        "The operands of “\(sign)” at character \(place) must be strings or alternatives, "
          + "for example (控辍 | 防辍) /20 学校.")
    case .invalidDistance(let word, let limit):
      language.choose(
        "“\(word)”（第 \(place) 个字符）的距离过大，上限是 \(limit) 个字。要检索这段文字本身，请加引号。",
        "The distance in “\(word)” at character \(place) exceeds the limit of \(limit) "
          + "characters. To search for the text itself, put it in quotation marks.")
    case .negatedAlternative:
      language.choose(
        "“或”（|）的一侧不能只有排除条件（第 \(place) 个字符）。请写成：(甲 | 乙) -丙",
        "One side of OR, at character \(place), contains only exclusions. Write (A | B) -C instead."
      )
    case .mixedAlternatives:
      language.choose(
        "筛选条件不能与文字用“或”连接（第 \(place) 个字符）。请写成：(甲 | 乙) year:2011",
        "A filter, at character \(place), cannot be an alternative to a string. Write (A | "
          + "B) year:2011 instead."
      )
    case .doubleNegation:
      language.choose(
        "第 \(place) 个字符起有两个连续的排除号。请去掉一个 -；要检索 - 本身，请加引号。",
        "From character \(place), an exclusion is negated again. Remove one -, or put the "
          + "text in quotation marks to search for the - itself.")
    case .looseSign:
      language.choose(
        "~ 后只能是不含 ?、…、@ 的文字或引号（第 \(place) 个字符）。要检索 ~ 本身，请写成 \\~",
        "The ~ at character \(place) must be followed by a string without ?, … and @, or "
          + "by a quoted string. To search for the ~ itself, write \\~.")
    case .unknownField(let field, let suggestion):
      language.choose(
        "没有筛选字段“\(field)”。是否要用“\(suggestion)”？要检索这段文字本身，请加引号。",
        "There is no field “\(field)”. Did you mean “\(suggestion)”? To search for the "
          + "text itself, put it in quotation marks.")
    case .unknownScope(let name):
      language.choose(
        "“same:\(name)”无效。可用 same:sentence（同一句）、same:section（同一部分）、same:report（同一份报告）。",
        "“same:\(name)” is invalid. Use same:sentence, same:section or same:report.")
    case .missingGroup(let scope):
      language.choose(
        "“same:\(scope.rawValue)”后面应有括号，例如：same:\(scope.rawValue)(控辍 留守儿童)",
        "“same:\(scope.rawValue)” must be followed by brackets, for example same:\(scope.rawValue)(控辍 留守儿童)."
      )
    case .unknownConcept(let name, let suggestions):
      if suggestions.isEmpty {
        language.choose(
          "概念表中没有“\(name)”。要检索“@\(name)”本身，请加引号。",
          "There is no concept “\(name)”. To search for @\(name) itself, put it in quotation marks."
        )
      } else {
        language.choose(
          "概念表中没有“\(name)”。相近的有：\(suggestions.map { "@" + $0 }.joined(separator: "、"))。"
            + "要检索“@\(name)”本身，请加引号。",
          "There is no concept “\(name)”. Similar names: "
            + "\(suggestions.map { "@" + $0 }.joined(separator: ", ")). To search for @\(name) itself, put it in quotation marks."
        )
      }
    case .missingValue(let field):
      language.choose(
        "“\(field):”后面没有值。例如：\(field):\(Self.example(of: field))",
        "“\(field):” has no value. For example: \(field):\(Self.example(of: field))")
    case .invalidYear(let value):
      language.choose(
        "“\(value)”不是有效的年份。请写成 2011、2010..2015、2010.. 或 =2011、=undated",
        "“\(value)” is not a valid year. Write 2011, 2010..2015, 2010.., =2011 or =undated.")
    case .invalidSection(let value):
      language.choose(
        "“\(value)”不是有效的部分类别。可用 review（回顾）、plan（计划）、problem（问题）、experience（经验）、other（其他）。",
        "“\(value)” is not a section kind. Use review, plan, problem, experience or other.")
    case .invalidType(let value):
      language.choose(
        "“\(value)”不是有效的文种。可用：\(Self.documentTypes("、"))，也可以只写其中几个字。",
        "“\(value)” is not a document type. Use one of \(Self.documentTypes(", ")), or "
          + "part of its name."
      )
    case .invalidRegionCode(let value):
      language.choose(
        "没有代码为“\(value)”的行政区划。请写二至六位的区划代码或地名，例如：region:51、region:510500、region:泸州",
        "No administrative division has the code “\(value)”. Write a code of two to six "
          + "digits or a name, for example "
          + "region:51, region:510500 or region:泸州.")
    case .invalidReport(let value):
      language.choose(
        "“\(value)”不是报告的编号。编号以 r 开头，后接 0–9、a–f，可以只写开头几位。请用 duansou reports 查看编号。",
        "“\(value)” is not a report identifier. An identifier is an r followed by the "
          + "digits 0–9 and a–f and may be abbreviated to its beginning. List the identifiers "
          + "with “duansou reports”.")
    case .reversedYears(let value):
      language.choose(
        "“\(value)”的起始年份晚于结束年份。请交换两者。",
        "“\(value)” ends before it begins. Swap the years.")
    case .invalidDate(let value):
      language.choose(
        "“\(value)”不是有效的日期。请写成 2012、2012-01、2012-01-15 或 2012-01..2012-06",
        "“\(value)” is not a valid date. Write 2012, 2012-01, 2012-01-15 or 2012-01..2012-06.")
    case .reversedDates(let value):
      language.choose(
        "“\(value)”的起始日期晚于结束日期。请交换两者。",
        "“\(value)” ends before it begins. Swap the dates.")
    }
  }

  private static func documentTypes(_ separator: String) -> String {
    DocumentType.allCases.map(\.rawValue).joined(separator: separator)
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
