// swift-tools-version: 6.2
import PackageDescription

/// Tests fail on warnings; a newer compiler that warns of more does not keep anybody from building.
let strictness: [SwiftSetting] =
  Context.environment["DUANSOU_WARNINGS"] == "errors" ? [.treatAllWarnings(as: .error)] : []

/// What every target of ours is compiled with: a dependency that leaks into a public interface
/// needs the word `public import`, and every module that is used is named.
let settings: [SwiftSetting] =
  strictness + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

/// The traits that are on where the command line does not say it: for scripts, which build several products.
let defaultTraits = Set(
  (Context.environment["DUANSOU_TRAITS"] ?? "").split(separator: ",").map(String.init))

let package = Package(
  name: "duansou",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "duansou", targets: ["duansou"]),
    .executable(name: "duansou-web", targets: ["duansou-web"]),
    .library(name: "duansou_fts5", type: .dynamic, targets: ["duansou-fts5"]),
    .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    .library(name: "ReportSearch", targets: ["Corpus", "ReportSearch"]),
    .library(name: "ReportSearchPostgreSQL", targets: ["ReportSearchPostgreSQL"]),
  ],
  traits: [
    .default(enabledTraits: defaultTraits),
    .trait(name: "PostgreSQL", description: "Indexes on servers of PostgreSQL; needs libpq."),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Leaves.
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "TextAnalysis", swiftSettings: settings),
    .target(
      name: "Corpus", dependencies: ["CCrypto", "CXML", "CZip", "TextAnalysis"],
      swiftSettings: settings),

    .target(
      name: "FTS5Tokenizer", dependencies: ["CSQLite", "TextAnalysis"], swiftSettings: settings),

    // The heart.
    .target(
      name: "ReportSearch",
      dependencies: [
        "Corpus", "CSQLite", "FTS5Tokenizer", "TextAnalysis",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings),

    // The heart on a server. Without the trait, this module opens files only and needs nothing.
    .target(
      name: "ReportSearchPostgreSQL",
      dependencies: [
        "Corpus", "ReportSearch", "TextAnalysis",
        .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
      ],
      swiftSettings: settings),

    // Presentation.
    .target(
      name: "ResultFormats",
      dependencies: ["Corpus", "CXLSXWriter", "CZip", "ReportSearch", "TextAnalysis"],
      swiftSettings: settings),

    // The web page. What its server is told is a leaf, so that the command line knows no HTTP.
    .target(name: "WebSettings", swiftSettings: settings),
    .target(
      name: "ReportWeb",
      dependencies: [
        "CZlib", "Corpus", "ReportSearch", "ReportSearchPostgreSQL", "ResultFormats",
        "TextAnalysis", "WebSettings",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [.embedInCode("Resources")], swiftSettings: settings),

    // Entries.
    .executableTarget(
      name: "duansou",
      dependencies: [
        "Corpus", "ReportSearch", "ReportSearchPostgreSQL", "ResultFormats", "TextAnalysis",
        "WebSettings",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "duansou-web", dependencies: ["ReportWeb", "ResultFormats", "WebSettings"],
      swiftSettings: settings),
    .target(
      name: "duansou-fts5", dependencies: ["CSQLite", "FTS5Tokenizer", "TextAnalysis"],
      swiftSettings: settings),

    // Tests. Helpers are a test target too, so that a plain `swift build` builds the product only. The
    // package in Benchmarks shares them.
    .testTarget(
      name: "TestSupport", dependencies: ["Corpus", "ReportSearch", "TextAnalysis"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "TextAnalysisTests", dependencies: ["TestSupport", "TextAnalysis"],
      swiftSettings: settings),
    .testTarget(
      name: "CorpusTests", dependencies: ["Corpus", "TestSupport", "TextAnalysis"],
      exclude: ["Snapshots", "Suites"], swiftSettings: settings),
    .testTarget(
      name: "ReportSearchTests",
      dependencies: [
        "Corpus", "FTS5Tokenizer", "ReportSearch", "TestSupport", "TextAnalysis",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Snapshots", "Suites"], swiftSettings: settings),
    .testTarget(
      name: "ResultFormatsTests",
      dependencies: ["Corpus", "ReportSearch", "ResultFormats", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "ReportWebTests",
      dependencies: [
        "Corpus", "ReportSearch", "ReportSearchPostgreSQL", "ReportWeb", "ResultFormats",
        "TestSupport", "WebSettings",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["TestSupport", "duansou", "duansou-fts5", "duansou-web"],
      exclude: ["Snapshots"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
