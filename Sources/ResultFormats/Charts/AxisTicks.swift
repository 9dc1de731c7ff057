import Foundation

/// Ticks at round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
struct AxisTicks {
  /// The distance between two ticks.
  let step: Double
  /// The ticks in ascending order, from 0 to the first one that is not below the greatest value.
  let values: [Double]

  /// Chooses at most seven ticks for values from 0 to `greatest`.
  ///
  /// - Parameter areWhole: True if all values are integers; the step is then at least 1.
  init(upTo greatest: Double, areWhole: Bool) {
    var step = 1.0
    if greatest > 0 {
      let power = pow(10, (log10(greatest / 6)).rounded(.down))
      step = [1, 2, 5, 10].lazy.map { $0 * power }.first { greatest / $0 <= 6 } ?? power * 10
      if areWhole { step = max(1, step) }
    }
    self.step = step
    let count = max(1, Int((greatest / step).rounded(.up)))
    values = (0...count).map { Double($0) * step }
  }

  /// The value at the top of the axis.
  var top: Double { values[values.count - 1] }

  /// Returns the label of a tick, with as many decimals as the step needs.
  func label(of value: Double) -> String {
    let decimals = step >= 1 || value == 0 ? 0 : Int((-log10(step)).rounded(.up))
    return Self.text(of: value, decimals: decimals)
  }

  /// Returns the number with commas as thousands separators.
  static func text(of value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    let whole = text.prefix { $0 != "." }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }

  /// Returns the years to label, at most about `limit` of them: the multiples of the smallest
  /// suitable step of 1, 2, 5, 10 ….
  static func years(_ years: ClosedRange<Int>, limit: Int) -> [Int] {
    let step =
      [1, 2, 5, 10, 20, 50, 100].first { years.count <= $0 * limit } ?? years.count
    return years.filter { $0.isMultiple(of: step) }
  }
}
