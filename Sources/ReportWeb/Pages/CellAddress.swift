import Corpus
import ReportSearch
import ResultFormats

/// The hits that a cell of counts, or a mark of a chart, stands for.
struct CellAddress {
  let state: SearchState

  /// Returns the address of the hits that have some values; `nil` where no filter finds exactly these.
  func address(of values: [(facet: Facet?, value: FacetValue)]) -> String? {
    var chosen = state.chosen
    for case (let facet?, let value) in values {
      guard let (narrowing, value) = Self.filter(facet, value) else { return nil }
      chosen[narrowing] = [value]
    }
    return state.changed {
      $0.chosen = chosen
      $0.display = .hits
    }.address
  }

  /// The filter that passes what a value counts, and nothing else.
  private static func filter(_ facet: Facet, _ value: FacetValue) -> (Facet, String)? {
    guard SearchState.filter(facet, value.value) != nil else { return nil }
    switch facet {
    case .province, .city, .region:
      return isWhole(value, facet) ? (.region, value.value) : nil
    // The filter finds names that hold this one, too.
    case .issuer: return nil
    default: return (facet, value.value)
    }
  }

  /// True if a row of a table by regions counts a division with all that lies in it.
  private static func isWhole(_ value: FacetValue, _ facet: Facet) -> Bool {
    guard let level = Divisions.shared[value.value]?.level else { return false }
    switch facet {
    case .province: return level == .province
    case .city: return level >= .prefecture
    default: return level == .county
    }
  }
}
