import MailDNS
import SPFSuite
import Testing

@testable import Pipeline

/// The outcomes of the public suite, its records served by a name server.
@Suite struct LiveSPFSuiteTests {
  @Test(
    .enabled(if: SPFSuite.isThere, Comment(rawValue: SPFSuite.absence)),
    .enabled(if: ZoneServer.isInstalled, "nsd is not installed"))
  func givesTheSameOutcomesFromAServer() throws {
    var count = 0
    var complaints: [String] = []
    for scenario in try SPFSuite().scenarios where scenario.zone.isServable {
      let server = try ZoneServer(scenario.zone.lines)
      let lookup = LiveLookup(
        program: try BuiltProgram.path, settings: LookupSettings(servers: server.address))
      for test in scenario.tests {
        count += 1
        let verdict = SPFCheck.verdict(of: test.mail, lookup)
        complaints += [test.complaint(about: verdict)].compactMap(\.self)
      }
    }
    #expect(complaints == [])
    // What needs time-outs or a record twice cannot be had from a server that works.
    #expect(count > 120)
  }
}
