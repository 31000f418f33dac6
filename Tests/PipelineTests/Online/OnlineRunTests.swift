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

  @Test func wantsADomain() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "schema: dossier/declared-v1\nchannel: wecom\n", to: "星河 科技/declared.yaml")
    let run = try Self.check(folder, ["--online", "--name-server", "127.0.0.1:9"])
    let codes = try JSON(run.output)["notices"].items.compactMap { $0["code"].text }
    #expect(codes.contains("live_domain_unknown"))
  }
}
