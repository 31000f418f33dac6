import MailDNS
import SPFSuite
import Testing

@Suite struct SPFSuiteTests {
  @Test(.enabled(if: SPFSuite.isThere, Comment(rawValue: SPFSuite.absence)))
  func givesEveryOutcome() throws {
    var count = 0
    var complaints: [String] = []
    for scenario in try SPFSuite().scenarios {
      for test in scenario.tests {
        count += 1
        let verdict = SPFCheck.verdict(of: test.mail, scenario.zone)
        complaints += [test.complaint(about: verdict)].compactMap(\.self)
      }
    }
    #expect(complaints == [])
    #expect(count == 203)
  }
}
