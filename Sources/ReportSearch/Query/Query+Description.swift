extension Query: CustomStringConvertible {
  /// The normal form of the query: what it was read as. It parses to the same query.
  public var description: String {
    switch self {
    case .literal(let literal): literal.description
    case .year(let filter): filter.description
    case .all(let queries): queries.map(\.description).joined(separator: " ")
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The literal as a query: in quotation marks where it would otherwise mean something else.
  public var description: String {
    let sign = allowsInterruption ? "~" : ""
    if case .literal(let plain)? = try? QueryParser().parse(sign + text), plain == self {
      return sign + text
    }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return "\(sign)\"\(String(escaped))\""
  }
}

extension YearFilter: CustomStringConvertible {
  /// The filter as a query.
  public var description: String {
    let sign = isExact ? "=" : ""
    if let first, first == last { return "year:\(sign)\(first)" }
    return "year:\(sign)\(first.map(String.init) ?? "")..\(last.map(String.init) ?? "")"
  }
}
