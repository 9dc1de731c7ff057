// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where the environment asks for it, as in the main package.
let strictness: [SwiftSetting] =
  Context.environment["DUANSOU_WARNINGS"] == "errors" ? [.treatAllWarnings(as: .error)] : []

/// The upcoming features of the main package, whose tests share `TestSupport` with this package.
let settings: [SwiftSetting] =
  strictness + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

/// Traits enabled by default, for scripts that build several products.
let defaultTraits = Set(
  (Context.environment["DUANSOU_TRAITS"] ?? "").split(separator: ",").map(String.init))

let corpus = Target.Dependency.product(name: "ReportSearch", package: "duansou")
let analysis = Target.Dependency.product(name: "TextAnalysis", package: "duansou")

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  traits: [
    .default(enabledTraits: defaultTraits),
    .trait(
      name: "PostgreSQL", description: "Compares an index on a PostgreSQL server with a file."),
  ],
  dependencies: [
    .package(
      name: "duansou", path: "..",
      traits: [.trait(name: "PostgreSQL", condition: .when(traits: ["PostgreSQL"]))]),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // The plain references of the tests: a symbolic link to Tests/TestSupport. What uses package declarations
    // of the product is for the product's own tests only.
    .target(
      name: "TestSupport", dependencies: [corpus, analysis], exclude: ["TableOfRows.swift"],
      swiftSettings: settings),

    // Speed.
    .executableTarget(
      name: "duansou-bench",
      dependencies: [
        corpus, analysis, .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Quality, measured on whole corpora.
    .executableTarget(
      name: "exactness", dependencies: ["TestSupport", corpus, analysis],
      exclude: ["newer-sqlite.py"], swiftSettings: settings),
    .executableTarget(
      name: "extraction", dependencies: ["TestSupport", corpus, analysis],
      exclude: ["years.tsv", "years-2.tsv"], swiftSettings: settings),
    .executableTarget(
      name: "ranking", dependencies: ["TestSupport", corpus], exclude: ["ranks.tsv"],
      swiftSettings: settings),
    .executableTarget(
      name: "copying", dependencies: ["TestSupport", corpus], swiftSettings: settings),
    .executableTarget(
      name: "same-answers",
      dependencies: [
        "TestSupport", corpus, analysis,
        .product(name: "ReportSearchPostgreSQL", package: "duansou"),
      ],
      swiftSettings: settings),

    // Robustness.
    .executableTarget(
      name: "mutation", dependencies: ["TestSupport", corpus, analysis], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
