import Corpus
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ReportSearch
import TestSupport
import WebSettings

@testable import ReportWeb

/// A site with its own index, queried without a network.
struct TestSite {
  let folder: TemporaryFolder
  var settings: ServerSettings

  /// Creates a site with the given sources, or with the samples if there are none.
  init(_ sources: [Source] = []) throws {
    folder = try TemporaryFolder()
    settings = ServerSettings(index: folder("index.sqlite"))
    // Avoids timeouts when other tests delay the tasks that read responses.
    settings.secondsOfSilence = 600
    if sources.isEmpty {
      try FileManager.default.copyItem(atPath: Self.samples.index(), toPath: settings.index)
    } else {
      try add(sources)
    }
  }

  /// Adds sources to the index and commits.
  func add(_ sources: [Source]) throws {
    let writer = try IndexWriter(path: settings.index)
    for source in sources {
      try writer.add(source, file: .named("/folder/\(source.digest.hexadecimal).txt"))
    }
    try writer.commit()
  }

  /// A response of the site.
  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Sends a GET request.
  ///
  /// - Parameter address: The path and query of the address.
  func get(_ address: String, headers: HTTPFields = [:]) async throws -> Answer {
    try await execute(address, .get, headers, nil)
  }

  /// Posts a form.
  func post(_ address: String, form: String) async throws -> Answer {
    try await execute(address, .post, [:], ByteBuffer(string: form))
  }

  /// Calls a closure with a client, to send several requests to the same server.
  func asking<Value: Sendable>(
    _ body: @escaping @Sendable (RouterClient) async throws -> Value
  ) async throws -> Value {
    try await body(
      RouterClient(await WebServer(settings).application(logLevel: .critical).responder))
  }

  private func execute(
    _ address: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
  ) async throws -> Answer {
    try await asking { try await $0.execute(address, method, headers, body) }
  }

  /// The samples, indexed once for all tests.
  private static let samples = Samples()

  private struct Samples: Sendable {
    private let folder: TemporaryFolder?
    private let failure: String?

    init() {
      do {
        let folder = try TemporaryFolder()
        let run = try RunningCommand(
          ["index", ProjectFolder.samples, "--index", folder("samples.sqlite")], in: folder.path)
        self.folder = folder
        failure = run.status == 0 ? nil : "\(run)"
      } catch {
        folder = nil
        failure = "\(error)"
      }
    }

    struct Failed: Error { let reason: String }

    func index() throws -> String {
      if let failure { throw Failed(reason: failure) }
      return folder!("samples.sqlite")
    }
  }
}

extension String {
  /// The percent-encoded text, as the value of a parameter.
  var encoded: String { Parameters.encoded(self) }
}
