import Model
import Testing

@testable import Ingest

@Suite struct AuthoredFileTests {
  @Test(arguments: [
    // A full-width colon, a misspelt key, a value that is no channel, broken brackets.
    ("渠道: 企业微信\n企业名称：星河", 2), ("渠道: 企业微信\n企业:\n  名秤: 星河", 3),
    ("渠道: 企业徽信", 1), ("渠道: 企业微信\n企业: {名称: [", 3),
  ])
  func declarationsAreToldAtTheirLines(text: String, line: Int) throws {
    let mistakes = AuthoredFile.mistakes(
      inDeclaration: text, path: "/甲/declared.yaml", schema: try ScratchFolder.schema())
    #expect(mistakes.map(\.position.line).contains(line), "\(mistakes)")
    #expect(mistakes.allSatisfy { $0.file == "/甲/declared.yaml" })
  }

  @Test func aSoundDeclarationHasNoMistakes() throws {
    let mistakes = AuthoredFile.mistakes(
      inDeclaration: "渠道: 企业微信\n企业:\n  名称: 星河科技有限公司\n", path: "declared.yaml",
      schema: try ScratchFolder.schema())
    #expect(mistakes.isEmpty, "\(mistakes)")
  }

  @Test func waiversConfirmationsAndProjectsAreRead() {
    let waivers = AuthoredFile.mistakes(
      inWaivers: "schema: dossier/waivers-v1\nwaivers:\n  - {rule: A-B-001, raeson: x}\n",
      path: "waivers.yaml")
    #expect(waivers.contains { $0.code == "unknown-key" && $0.position.line == 3 })
    let confirmed = AuthoredFile.mistakes(
      inConfirmations: "schema: dossier/confirmed-v1\nfacts:\n  - {fact: license.name, value: 甲}\n",
      path: "confirmed.yaml")
    #expect(confirmed.contains { $0.position.line == 3 })
    let project = AuthoredFile.mistakes(
      inProject: "schema: dossier/project-v1\nlocale: zh\n", path: "dossier.yaml")
    #expect(project.contains { $0.position.line == 2 })
  }
}
