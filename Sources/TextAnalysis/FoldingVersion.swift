/// The rules and data by which this program folds text, as one string.
///
/// It is stored in every index: an index that was written by another folding is not searched,
/// because its tokens and the query's would differ silently.
public enum FoldingVersion {
  /// Raised when the rules change while the data stay.
  static let rules = 2

  /// For example `2/Unicode 15.0.0/OpenCC 1.1.6`.
  public static let current =
    "\(rules)/Unicode \(FoldingData.unicodeVersion)/OpenCC \(FoldingData.openCCVersion)"
}
