import Foundation
import TestSupport
import Testing

/// Tests `duansou serve` in processes of its own.
struct ServeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `startup errors match the snapshot in both languages`() async throws {
    try folder.write("短.txt", "12345\n")
    try folder.write("坏.sqlite", "不是数据库")
    try folder.write("index/概念.tsv", "双减\n")
    try await SampleIndex.copy(to: folder("index/reports.sqlite"))
    var text = ""
    for arguments in [
      ["serve", "--index", "无.sqlite"], ["serve", "--index", "坏.sqlite"],
      ["serve", "--host", "0.0.0.0"], ["serve", "--host", "0.0.0.0", "--token", "12345"],
      ["serve", "--host", "0.0.0.0", "--password-file", "短.txt"],
      ["serve", "--password-file", "无.txt"],
      ["serve", "--token", "一二三四五六七八九十一二", "--password-file", "短.txt"],
      ["serve", "--port", "70000"], ["serve", "--time-limit", "0"],
      ["serve", "--concepts", "index/概念.tsv"], ["serve", "--host", "203.0.113.1.example"],
    ] {
      for locale in ["zh_CN.UTF-8", "C.UTF-8"] {
        let run = try RunningCommand(arguments, in: folder.path, environment: ["LANG": locale])
        #expect(run.status != 0, "\(run)")
        text += "$ duansou \(arguments.joined(separator: " "))\nstatus \(run.status)\n"
        text += run.output + run.messages + "\n"
      }
    }
    try expectSnapshot(text.replacing(folder.path, with: "folder"), named: "serve-failures.txt")
  }

  @Test func `duansou-web does nothing when it is started directly`() throws {
    let run = try RunningCommand([], in: folder.path, program: "duansou-web")
    #expect(run.status == 64)
    #expect(run.messages == "Start the server with duansou serve.\n")
  }

  /// Starts the server, requests a page and stops the server, in a script because several programs
  /// must run at the same time.
  @Test func `the server runs until it is stopped and logs no texts`() async throws {
    try await SampleIndex.copy(to: folder("index/reports.sqlite"))
    let program = RunningCommand.products.appendingPathComponent("duansou").path
    try folder.write(
      "serve.py",
      """
      import signal, subprocess, sys, urllib.request
      server = subprocess.Popen(
          [sys.argv[1], "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
      address = server.stdout.readline().decode().strip()
      page = urllib.request.urlopen(address + "?q=%E6%8E%A7%E8%BE%8D%E4%BF%9D%E5%AD%A6", timeout=20)
      print(page.status, "控辍保学" in page.read().decode())
      taken = subprocess.run(
          [sys.argv[1], "serve", "--port", address.strip("/").split(":")[-1]], capture_output=True)
      print(taken.returncode, "--port" in taken.stderr.decode())
      server.send_signal(signal.SIGTERM)
      log = server.stderr.read().decode()
      print(server.wait(timeout=20), "GET / 200" in log, "控辍" in log, "%E6" in log)
      """)
    let run = try RunningCommand(
      ["serve.py", program], in: folder.path, program: "/usr/bin/python3")
    #expect(run.output == "200 True\n2 True\n0 True False False\n", "\(run)")
  }
}
