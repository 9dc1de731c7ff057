// swift-tools-version: 6.2
import PackageDescription

/// Makes warnings errors in checks and tests only, so that a newer compiler with additional warnings
/// can still build the package.
let strictness: [SwiftSetting] =
  Context.environment["DUANSOU_WARNINGS"] == "errors" ? [.treatAllWarnings(as: .error)] : []

/// The settings of all targets. A dependency that is part of a public interface must be declared by
/// `public import`, and every module whose members are used must be imported.
let settings: [SwiftSetting] =
  strictness + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

/// Traits enabled by default, for scripts that build several products.
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
    // System libraries, and the modules below the search engine.
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

    // The search engine.
    .target(
      name: "ReportSearch",
      dependencies: [
        "Corpus", "CSQLite", "FTS5Tokenizer", "TextAnalysis",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings),

    // The storage on PostgreSQL. Without the trait, this module opens index files only and does not
    // need libpq.
    .target(
      name: "ReportSearchPostgreSQL",
      dependencies: [
        "Corpus", "ReportSearch", "TextAnalysis",
        .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
      ],
      swiftSettings: settings),

    // Output formats.
    .target(
      name: "ResultFormats",
      dependencies: ["Corpus", "CXLSXWriter", "CZip", "ReportSearch", "TextAnalysis"],
      swiftSettings: settings),

    // The web page. The settings of its server are a separate module so that the command line does
    // not depend on HTTP.
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

    // Executables, and the loadable extension of SQLite.
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

    // Tests. The helpers are a test target as well, so that a plain `swift build` does not build them. The
    // package in Benchmarks shares them through a symbolic link.
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
      name: "ReportSearchPostgreSQLTests",
      dependencies: ["ReportSearch", "ReportSearchPostgreSQL", "TestSupport", "TextAnalysis"],
      swiftSettings: settings),
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
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "Corpus", "ReportSearch", "ResultFormats", "TestSupport", "duansou",
        "duansou-fts5", "duansou-web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Snapshots"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
