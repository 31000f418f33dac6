import Foundation
import Testing

/// A name server on the loopback interface, stopped at the end of this value's life.
class LoopbackServer {
  fileprivate let process = Process()
  let folder: TemporaryFolder
  fileprivate(set) var port = 0

  /// As `--name-server` takes it.
  var address: String { "127.0.0.1:\(port)" }

  fileprivate init() throws { folder = try TemporaryFolder() }

  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    // The threads of the tests block signals, and so do programs started from them, if they do not
    // choose for themselves: what has not ended soon is killed.
    for _ in 0..<40 where process.isRunning { usleep(50_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  deinit { stop() }
}

/// Debian's `nsd` with all of DNS in one zone: what is not in it does not exist.
final class ZoneServer: LoopbackServer {
  static let program = "/usr/sbin/nsd"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// - Parameter records: lines of a zone file with whole names.
  init(_ records: [String]) throws {
    try super.init()
    let head = [
      "$ORIGIN .", "$TTL 300", ". IN SOA ns.invalid. admin.invalid. 1 7200 900 1209600 300",
      ". IN NS ns.invalid.",
    ]
    try folder.write((head + records).joined(separator: "\n") + "\n", to: "root.zone")
    // A port may be taken by somebody else: the next one will do.
    for _ in 0..<8 where port == 0 {
      let candidate = Int.random(in: 20_000...32_000)
      if try start(on: candidate) { port = candidate }
    }
    try #require(port != 0, "nsd does not start: \((try? folder.text(of: "nsd.log")) ?? "")")
  }

  private func start(on port: Int) throws -> Bool {
    let path = folder.path
    try folder.write("", to: "nsd.log")
    try folder.write(
      """
      server:
        ip-address: 127.0.0.1
        port: \(port)
        username: ""
        chroot: ""
        zonesdir: "\(path)"
        database: ""
        pidfile: "\(path)/nsd.pid"
        xfrdfile: "\(path)/xfrd.state"
        zonelistfile: "\(path)/zone.list"
        xfrdir: "\(path)"
        logfile: "\(path)/nsd.log"
        server-count: 1
      remote-control:
        control-enable: no
      zone:
        name: "."
        zonefile: "root.zone"

      """, to: "nsd.conf")
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["-d", "-c", path + "/nsd.conf"]
    try process.run()
    for _ in 0..<300 {
      let log = try folder.text(of: "nsd.log")
      if log.contains("nsd started") { return true }
      guard process.isRunning else { return false }
      usleep(50_000)
    }
    return false
  }
}

/// `Tests/nameserver/responder.py`: a server that is slow, lies or says nothing.
final class Misbehaving: LoopbackServer {
  init(_ mode: String) throws {
    try super.init()
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("nameserver/responder.py").path
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, mode, folder.path + "/questions"]
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// The questions that came in, one a line.
  var questions: [String] {
    let text = try? folder.text(of: "questions")
    return (text ?? "").split(separator: "\n").map(String.init)
  }
}
