import Testing

@testable import Pipeline

@Suite struct InstallationTests {
  @Test func aCheckoutIsFoundAboveTheProgram() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write("", to: "rules/packs/a.yaml")
    try folder.write("", to: ".deps/rapidocr/models/a.onnx")
    let found = installation(folder.path + "/.build/release/dossier")
    #expect(try found.rules(option: nil) == folder.path + "/rules")
    #expect(try found.models(option: nil) == folder.path + "/.deps/rapidocr/models")
  }

  @Test func whatIsInstalledBesideTheProgramComesBeforeACheckout() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write("", to: "rules/packs/a.yaml")
    try folder.write("", to: "prefix/share/dossier/rules/packs/a.yaml")
    let found = installation(folder.path + "/prefix/bin/dossier")
    #expect(try found.rules(option: nil) == folder.path + "/prefix/share/dossier/rules")
  }

  @Test func homeComesFirstAndMayLackAPart() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "home/rules/packs/a.yaml")
    try folder.write("", to: "prefix/share/dossier/rules/packs/a.yaml")
    try folder.write("", to: "prefix/share/dossier/models/a.onnx")
    let found = installation(folder.path + "/prefix/bin/dossier", home: folder.path + "/home")
    #expect(try found.rules(option: nil) == folder.path + "/home/rules")
    #expect(try found.models(option: nil) == folder.path + "/prefix/share/dossier/models")
  }

  @Test func aWrongOptionIsNotReplacedByAnotherPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "prefix/share/dossier/rules/packs/a.yaml")
    let found = installation(folder.path + "/prefix/bin/dossier")
    let error = #expect(throws: Installation.Missing.self) {
      try found.rules(option: folder.path + "/other")
    }
    #expect(error?.places == [folder.path + "/other"])
  }

  private func installation(_ executable: String, home: String? = nil) -> Installation {
    Installation(surroundings: .init(executable: executable, home: home))
  }
}
