/// The version of the folding rules and data.
///
/// It is stored in every index. An index with another folding version is not searched, because its
/// tokens would silently differ from those of the query.
public enum FoldingVersion {
  /// The version of the rules. Increase it when the rules change, not when the data change.
  static let rules = 2

  /// For example `2/Unicode 15.0.0/OpenCC 1.1.6`.
  public static let current =
    "\(rules)/Unicode \(FoldingData.unicodeVersion)/OpenCC \(FoldingData.openCCVersion)"
}
