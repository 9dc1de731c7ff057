import ReportSearch
import ResultFormats
import TestSupport

/// A sample of each `QueryParserError`.
enum QueryParserErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case empty, onlyFilters, onlyNegations, tooLong, tooDeep, controlCharacter, unclosedQuotation,
      unclosedBracket, unopenedBracket, emptyGroup, invisible, missingOperand, invalidSide,
      invalidDistance, negatedAlternative, mixedAlternatives, doubleNegation, looseSign,
      unknownField, missingValue, invalidYear, reversedYears, invalidDate, reversedDates,
      invalidSection, invalidType, invalidRegionCode, invalidReport, unknownScope, missingGroup,
      unknownConcept
  }

  static func name(of error: QueryParserError) -> Name {
    switch error.kind {
    case .empty: .empty
    case .onlyFilters: .onlyFilters
    case .onlyNegations: .onlyNegations
    case .tooLong: .tooLong
    case .tooDeep: .tooDeep
    case .controlCharacter: .controlCharacter
    case .unclosedQuotation: .unclosedQuotation
    case .unclosedBracket: .unclosedBracket
    case .unopenedBracket: .unopenedBracket
    case .emptyGroup: .emptyGroup
    case .invisible: .invisible
    case .missingOperand: .missingOperand
    case .invalidSide: .invalidSide
    case .invalidDistance: .invalidDistance
    case .negatedAlternative: .negatedAlternative
    case .mixedAlternatives: .mixedAlternatives
    case .doubleNegation: .doubleNegation
    case .looseSign: .looseSign
    case .unknownField: .unknownField
    case .missingValue: .missingValue
    case .invalidYear: .invalidYear
    case .reversedYears: .reversedYears
    case .invalidDate: .invalidDate
    case .reversedDates: .reversedDates
    case .invalidSection: .invalidSection
    case .invalidType: .invalidType
    case .invalidRegionCode: .invalidRegionCode
    case .invalidReport: .invalidReport
    case .unknownScope: .unknownScope
    case .missingGroup: .missingGroup
    case .unknownConcept: .unknownConcept
    }
  }

  static var samples: [QueryParserError] {
    let kinds: [QueryParserError.Kind] = [
      .empty, .onlyFilters, .onlyNegations, .tooLong(characters: 2000, limit: 1000),
      .tooDeep(limit: 50), .controlCharacter("\u{7}"),
      .unclosedQuotation("“", closing: "”"), .unclosedBracket("（"), .unopenedBracket(")"),
      .emptyGroup, .invisible("\u{200B}"), .missingOperand("AND"), .invalidSide("/20"),
      .invalidDistance("/2011", limit: 1000), .negatedAlternative, .mixedAlternatives,
      .doubleNegation, .looseSign, .unknownField("yaer", suggestion: "year"),
      .missingValue(field: "year"), .missingValue(field: "region"), .missingValue(field: "same"),
      .missingValue(field: "original"), .missingValue(field: "published"), .invalidYear("二〇"),
      .reversedYears("2015..2010"), .invalidDate("2012-13"), .reversedDates("2012..2011"),
      .invalidSection("序言"), .invalidType("小说"), .invalidRegionCode("999999"),
      .invalidReport("r12.3"), .unknownScope("page"), .missingGroup(.report),
      .unknownConcept("双增", suggestions: ["双减"]), .unknownConcept("某某", suggestions: []),
    ]
    return kinds.map { QueryParserError($0, at: 3..<5) }
  }
}

/// A sample of each `QuestionError`.
enum QuestionErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case empty, tooLong
  }

  static func name(of error: QuestionError) -> Name {
    switch error {
    case .empty: .empty
    case .tooLong: .tooLong
    }
  }

  static var samples: [QuestionError] { [.empty, .tooLong(characters: 2000, limit: 1000)] }
}

/// A sample of each `ConceptListError`.
enum ConceptListErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case missingVariant, tooManyColumns, invisible
  }

  static func name(of error: ConceptListError) -> Name {
    switch error.kind {
    case .missingVariant: .missingVariant
    case .tooManyColumns: .tooManyColumns
    case .invisible: .invisible
    }
  }

  static var samples: [ConceptListError] {
    let kinds: [ConceptListError.Kind] = [
      .missingVariant, .tooManyColumns, .invisible,
    ]
    return kinds.map { ConceptListError($0, lineNumber: 7) }
  }
}

/// A sample of each `QueryFileError`.
enum QueryFileErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case empty, query, repeatedName
  }

  static func name(of error: QueryFileError) -> Name {
    switch error.kind {
    case .empty: .empty
    case .query: .query
    case .repeatedName: .repeatedName
    }
  }

  static var samples: [QueryFileError] {
    let wrong = QueryParserError(.empty, at: 0..<0)
    let kinds: [QueryFileError.Kind] = [.empty, .query(wrong), .repeatedName("甲", firstLine: 2)]
    return kinds.map { QueryFileError($0, lineNumber: 5) }
  }
}
