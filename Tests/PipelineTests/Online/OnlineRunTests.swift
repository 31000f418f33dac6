import Foundation
import Testing

/// `--online` as users run it.
@Suite struct OnlineRunTests {
  static func submission() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      schema: dossier/declared-v1
      channel: wecom
      company: {name: 深圳市星河科技有限公司}
      mail: {address: it@e.test, domain: e.test}

      """, to: "星河 科技/declared.yaml")
    return folder
  }

  static func check(_ folder: TemporaryFolder, _ arguments: [String]) throws -> Program {
    try Program.run(
      ["check", folder.path + "/星河 科技", "--format", "json", "--as-of", "2026-11-22"] + arguments)
  }

  @Test func asksNobodyWithoutTheFlag() throws {
    let server = try Misbehaving("honest")
    let folder = try Self.submission()
    let run = try Self.check(folder, ["--name-server", server.address])
    #expect(server.questions == [])
    #expect(!run.output.contains("dns:e.test"))
    // The same with the flag, so that the server would have noticed.
    let online = try Self.check(folder, ["--name-server", server.address, "--online"])
    #expect(server.questions.contains("e.test 16"))
    let facts = try JSON(online.output)["facts"].items
    let spf = facts.first { $0["key"].text == "dns.spf" }
    #expect(spf?["value"].text == "v=spf1 -all")
    #expect(spf?["evidence"].items.first?["method"].text == "dns")
    #expect(spf?["evidence"].items.first?["file"].text == "dns:e.test")
  }

  @Test func saysWhenNobodyAnswers() throws {
    let server = try Misbehaving("honest")
    server.stop()
    let run = try Self.check(
      try Self.submission(), ["--name-server", server.address, "--online"])
    #expect(run.status < 2, "\(run.errors)")
    let report = try JSON(run.output)
    let codes = report["notices"].items.compactMap { $0["code"].text }
    #expect(codes.contains("live_lookup_failed"))
    let states = report["facts"].items.filter { $0["key"].text?.hasPrefix("dns.") == true }
      .compactMap { $0["state"].text }
    #expect(!states.contains("known"))
  }

  /// Ctrl-C ends the wait for a server that says nothing, and no report is made of what was not asked.
  @Test func aSilentServerHoldsNobodyUp() throws {
    let server = try Misbehaving("silent")
    let folder = try Self.submission()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path)
    process.arguments = [
      "check", folder.path + "/星河 科技", "--online", "--name-server", server.address, "--output",
      folder.path + "/out", "--format", "json", "--no-cache",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    while server.questions.isEmpty, process.isRunning { usleep(20_000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + SIGINT)
    #expect(
      !FileManager.default.fileExists(atPath: folder.path + "/out/星河 科技/report.json"))
  }

  /// One file names the includes, another has their records: as a user would hand them in.
  @Test func filesOfOneSubmissionAreLookedAtTogether() throws {
    let folder = try Self.submission()
    try folder.write(
      """
      $ dig +noall +answer e.test TXT
      e.test. 600 IN TXT "v=spf1 include:spf.p.test -all"

      """, to: "星河 科技/解析 记录.txt")
    try folder.write(
      """
      $ dig +noall +answer spf.p.test TXT
      spf.p.test. 600 IN TXT "v=spf1 ip4:192.0.2.0/24 a:mail.p.test -all"

      """, to: "星河 科技/服务商.txt")
    let report = try JSON(try Self.check(folder, []).output)
    func values(_ key: String) -> [String?] {
      report["facts"].items.filter { $0["key"].text == key }.map { $0["state"].text }
    }
    #expect(values("dns.spf_lookups").contains("known"))
    #expect(values("dns.domain").contains("known"))
  }

  @Test func wantsADomain() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "schema: dossier/declared-v1\nchannel: wecom\n", to: "星河 科技/declared.yaml")
    let run = try Self.check(folder, ["--online", "--name-server", "127.0.0.1:9"])
    let codes = try JSON(run.output)["notices"].items.compactMap { $0["code"].text }
    #expect(codes.contains("live_domain_unknown"))
  }
}
