import ResultFormats
import TestSupport

/// A sample of each `HitListError`.
enum HitListErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case system, tooManyRows, tooLongCell, notInEncoding, workbook
  }

  static func name(of error: HitListError) -> Name {
    switch error.kind {
    case .system: .system
    case .tooManyRows: .tooManyRows
    case .tooLongCell: .tooLongCell
    case .notInEncoding: .notInEncoding
    case .workbook: .workbook
    }
  }

  static var samples: [HitListError] {
    let kinds: [HitListError.Kind] = [
      .system(28), .tooManyRows(2_000_000),
      .tooLongCell(column: "paragraph", row: 7, length: 40_000), .workbook("Zip error"),
      .notInEncoding(0xE78D),
    ]
    return kinds.map { HitListError(path: "甲.xlsx", $0) }
  }
}

/// A sample of each `YearChart.Failure`.
enum YearChartFailureSamples: ErrorSamples {
  enum Name: CaseIterable {
    case notByYear, tooManySeries
  }

  static func name(of error: YearChart.Failure) -> Name {
    switch error {
    case .notByYear: .notByYear
    case .tooManySeries: .tooManySeries
    }
  }

  static var samples: [YearChart.Failure] { [.notByYear, .tooManySeries(9)] }
}
