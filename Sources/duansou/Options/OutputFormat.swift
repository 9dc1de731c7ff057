import ArgumentParser

/// The output formats of most commands.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON object.
  case json
}

/// The output formats of searches.
enum SearchFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON object with totals and hits.
  case json
  /// One JSON object per hit, each on its own line.
  case jsonl
}

/// The output formats of tables.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// Comma-separated values.
  case csv
  /// One JSON object.
  case json
}
