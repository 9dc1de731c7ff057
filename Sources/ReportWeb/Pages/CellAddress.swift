import Corpus
import ReportSearch
import ResultFormats

/// The link from a cell of a table of counts, or from a mark of a chart, to the hits it counts.
struct CellAddress {
  let state: SearchState

  /// Returns the address of the hits with the given values, or `nil` if no filter selects exactly
  /// these hits.
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

  /// Returns the filter that selects exactly the hits counted under a value, or `nil` if there is
  /// none.
  private static func filter(_ facet: Facet, _ value: FacetValue) -> (Facet, String)? {
    guard facet.filter(of: value.value) != nil else { return nil }
    switch facet {
    case .province, .city, .region:
      return isWhole(value, facet) ? (.region, value.value) : nil
    // The filter also matches longer names that contain this one.
    case .issuer: return nil
    default: return (facet, value.value)
    }
  }

  /// True if a row of a table by region counts a division including all its subdivisions.
  private static func isWhole(_ value: FacetValue, _ facet: Facet) -> Bool {
    guard let level = Divisions.shared[value.value]?.level else { return false }
    switch facet {
    case .province: return level == .province
    case .city: return level >= .prefecture
    default: return level == .county
    }
  }
}
