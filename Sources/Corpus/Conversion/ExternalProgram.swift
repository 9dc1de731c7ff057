import Foundation

/// An installed program that reads or converts files.
struct ExternalProgram: Hashable, Sendable {
  /// The display name of the program.
  let name: String
  /// The path of the executable file.
  let path: String

  /// The absolute paths in the `PATH` environment variable.
  static var folders: [String] {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }

  /// Finds a program by its file name in the first folder that contains it, or returns `nil` if
  /// none does.
  init?(_ name: String, in folders: [String] = folders) {
    let paths = folders.lazy.map { $0 + "/" + name }
    guard let path = paths.first(where: Self.isProgram) else { return nil }
    self.name = name
    self.path = path
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }

  /// The result of a run.
  struct Run: Hashable, Sendable {
    /// The exit code, or `nil` if a signal ended the program.
    let exitCode: Int32?
    /// The bytes written to standard output.
    let output: [UInt8]
    /// The text written to standard error, up to its limit.
    let messages: String
  }

  /// Runs the program until it exits, then kills all processes that it has started in its process
  /// group.
  ///
  /// The program inherits no terminal, no open file and no ignored signal. It has a process group of
  /// its own, so that Ctrl+C in the terminal does not reach it. Its output goes to files and not to
  /// pipes, so that nothing has to be read while it runs. Safe to call from several threads at once.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program name. They are not interpreted by a shell.
  ///   - folder: A directory used only for this run. It is the program's home and receives its
  ///     output.
  ///   - files: The paths of files that the program writes in addition to standard output.
  ///   - limits: The limits of time, memory, and the size of each file that is written.
  /// - Throws: `timedOut`, `unpacksTooLarge`, or `system` if the program cannot be started or its
  ///   output cannot be read.
  func run(
    _ arguments: [String], in folder: String, writing files: [String] = [],
    limits: ConversionLimits
  ) throws(ReadingError.Kind) -> Run {
    let (output, messages) = (folder + "/standard-output", folder + "/standard-error")
    let process = try start(
      line(arguments, memoryByteCount: limits.memoryByteCount), in: folder, output: output,
      messages: messages)
    let exitCode = try wait(
      for: process, writing: [output, messages] + files, limits: limits)
    return Run(
      exitCode: exitCode,
      output: try ConversionFolder.bytes(of: output, atMost: limits.outputByteCount),
      messages: String(
        decoding: try ConversionFolder.bytes(of: messages, atMost: limits.outputByteCount),
        as: UTF8.self))
  }

  private func start(
    _ line: (path: String, arguments: [String]), in folder: String, output: String,
    messages: String
  ) throws(ReadingError.Kind) -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output, writing, 0o600)
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, messages, writing, 0o600)
    for descriptor in STDERR_FILENO + 1..<Self.openDescriptorsEnd {
      posix_spawn_file_actions_addclose(&files, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    // Settings, font caches and locks that programs write are removed with the directory.
    let environment = [
      "PATH=" + Self.folders.joined(separator: ":"), "LC_ALL=C.UTF-8", "HOME=" + folder,
      "TMPDIR=" + folder,
    ]
    var process = pid_t()
    let failure = withCStrings(line.arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&process, line.path, &files, &attributes, arguments, environment)
      }
    }
    guard failure == 0 else { throw .system(failure) }
    return process
  }

  /// Returns the command line. Where `prlimit` of util-linux is installed, it sets the memory limit
  /// and then executes the program.
  private func line(_ arguments: [String], memoryByteCount: Int) -> (
    path: String, arguments: [String]
  ) {
    let limiter = "/usr/bin/prlimit"
    guard Self.isProgram(limiter) else { return (path, [path] + arguments) }
    return (limiter, [limiter, "--as=\(memoryByteCount)", path] + arguments)
  }

  /// A number greater than all open file descriptors.
  ///
  /// Descriptors of this program are opened with close-on-exec; those of libraries may not be.
  private static var openDescriptorsEnd: Int32 {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return max(names.compactMap { Int32($0) }.max() ?? 0, STDERR_FILENO) + 1
  }

  /// Waits until the program has ended, and returns its exit code, or `nil` if a signal ended it.
  ///
  /// - Throws: `timedOut` or `unpacksTooLarge` after killing the program.
  private func wait(
    for process: pid_t, writing files: [String], limits: ConversionLimits
  ) throws(ReadingError.Kind) -> Int32? {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    var pause: UInt32 = 500
    var failure: ReadingError.Kind?
    while failure == nil, !hasEnded(process) {
      if ContinuousClock.now > deadline {
        failure = .timedOut(seconds: limits.seconds)
      } else if files.contains(where: { byteCount(of: $0) > limits.outputByteCount }) {
        failure = .unpacksTooLarge(limit: limits.outputByteCount)
      } else {
        usleep(pause)
        pause = min(pause * 5 / 4, 20_000)
      }
    }
    // The process has not been reaped yet, so its process group ID cannot have been reused.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Returns true if a process has ended. Its exit status is left for `waitpid`.
  private func hasEnded(_ process: pid_t) -> Bool {
    var ended = siginfo_t()
    let result = waitid(P_PID, id_t(process), &ended, WEXITED | WNOHANG | WNOWAIT)
    return result != 0 ? errno != EINTR : ended.si_signo == SIGCHLD
  }

  private func byteCount(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
