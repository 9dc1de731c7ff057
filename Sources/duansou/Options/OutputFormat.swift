import ArgumentParser

/// How a command prints its results.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON object.
  case json
}

/// How a search prints its hits.
enum SearchFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON object with totals and hits.
  case json
  /// One JSON object a line for each hit.
  case jsonl
}

/// How a command prints a table.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// Comma-separated values.
  case csv
  /// One JSON object.
  case json
}
