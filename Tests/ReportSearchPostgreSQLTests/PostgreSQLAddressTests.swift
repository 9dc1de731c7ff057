#if PostgreSQL
  import ReportSearch
  import Testing

  @testable import ReportSearchPostgreSQL

  /// Addresses of servers, as libpq parses them.
  struct PostgreSQLAddressTests {
    private typealias Setting = PostgreSQLAddress.Setting

    @Test func `the settings of a URI are parsed`() throws {
      let address = try PostgreSQLAddress(
        "postgresql://reader@db.example.org:5433/reports?connect_timeout=3")
      #expect(address["user"] == "reader" && address["host"] == "db.example.org")
      #expect(address["port"] == "5433" && address["dbname"] == "reports")
      #expect(address["connect_timeout"] == "3" && address["sslmode"] == nil)
    }

    @Test(arguments: [
      "postgresql://reader:geheim@host/reports", "postgresql://host/reports?password=geheim",
      "postgres://host/reports?sslpassword=geheim",
    ])
    func `an address with a password is rejected, and the password is not repeated`(uri: String) {
      let error = #expect(throws: IndexError.self) { _ = try PostgreSQLAddress(uri) }
      #expect(error?.kind == .server(.passwordInAddress))
      #expect(error?.path == uri.prefix { $0 != ":" } + "://…")
    }

    @Test(arguments: [
      "postgresql://reader:geheim@[::1/reports", "postgresql://host/reports?geheim=1",
      "postgresql://host:port:geheim@/%zz",
    ])
    func `a malformed address is rejected, and only its scheme is repeated`(uri: String) {
      let error = #expect(throws: IndexError.self) { _ = try PostgreSQLAddress(uri) }
      #expect(error == IndexError(path: "postgresql://…", kind: .server(.malformedAddress)))
    }

    @Test(
      arguments: [
        [("user", "reader"), ("host", "db.example.org"), ("port", "5433"), ("dbname", "reports")],
        [("host", "::1"), ("dbname", "reports")],
        [("user", "a b/c@d:e"), ("host", "/var/run/postgresql"), ("dbname", "报告?#")],
        [("host", "a,b"), ("port", "5432"), ("dbname", "x")],
        [("host", "a,b"), ("port", "5432,5433"), ("dbname", "x")],
        [("host", "h"), ("dbname", "x"), ("options", "-c a=b&c"), ("connect_timeout", "3")],
      ] as [[(String, String)]])
    func `an address made from settings contains them`(settings: [(String, String)]) throws {
      let wanted = settings.map { Setting($0.0, $0.1) }
      let address = try PostgreSQLAddress(wanted)
      for setting in wanted {
        let value = address[setting.keyword]
        // A single port for several hosts is repeated for each of them.
        let isRepeated = setting.keyword == "port" && value == "5432,5432"
        #expect(value == setting.value || isRepeated, "\(setting) \(address.uri)")
      }
      #expect(try PostgreSQLAddress(address.uri) == address)
    }

    @Test func `settings with a password are rejected`() {
      #expect(throws: IndexError.self) {
        _ = try PostgreSQLAddress([Setting("host", "h"), Setting("password", "geheim")])
      }
    }
  }

  /// Conversion of server failures to index errors.
  struct PostgreSQLFailureTests {
    @Test func `messages are converted to one line`() {
      let failure = PostgreSQLFailure(message: "first\n  second\r\n\tthird\n")
      #expect(failure.message == "first; second; third" && failure.state == nil)
    }

    @Test func `timeouts and lost shards are recognized by their codes`() {
      #expect(PostgreSQLFailure.timeout(after: .seconds(2)).isTimeout)
      #expect(PostgreSQLFailure(message: "", state: "57014").isTimeout)
      #expect(!PostgreSQLFailure(message: "", state: "57P01").isTimeout)
      #expect(PostgreSQLFailure(message: "", state: "08006").isConnectionLostToShard)
      #expect(!PostgreSQLFailure(message: "08", state: "42P01").isConnectionLostToShard)
      #expect(!PostgreSQLFailure(message: "08").isConnectionLostToShard)
    }

    @Test func `a lock timeout is a busy index, other failures are the server's message`() throws {
      let address = try PostgreSQLAddress("postgresql://host/reports")
      #expect(
        PostgreSQLFailure(message: "locked", state: "55P03").error(at: address)
          == IndexError(path: address.uri, kind: .busy(nil)))
      #expect(
        PostgreSQLFailure(message: "no", state: "42501").error(at: address)
          == IndexError(path: address.uri, kind: .server(.failure(message: "no"))))
    }
  }
#endif
