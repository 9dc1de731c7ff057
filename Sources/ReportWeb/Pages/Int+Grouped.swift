extension Int {
  /// The number with commas between thousands, in every locale.
  var grouped: String {
    let digits = Array(magnitude.description)
    var text = self < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
