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

  /// A download that broke off: which file, and what to do; none of the network library's own lines.
  @Test(arguments: [("zh-CN", "无法载入"), ("en", "does not load")])
  func aModelThatDoesNotLoadIsNamed(locale: String, words: String) throws {
    let folder = try TemporaryFolder()
    for name in [
      "PP-OCRv6_det_small", "PP-OCRv6_rec_small", "ch_ppocr_mobile_v2.0_cls_mobile",
    ] {
      try folder.write("cut off", to: "home/models/\(name).onnx")
    }
    try folder.write("hello", to: "a.txt")
    let run = try Program.run(
      ["extract", folder.path + "/a.txt", "--locale", locale], home: folder.path + "/home")
    #expect(run.status == 2)
    #expect(run.errors.contains("PP-OCRv6_det_small.onnx") && run.errors.contains(words))
    #expect(!run.errors.contains("Exception") && !run.errors.contains("model("))
  }

  private func installation(_ executable: String, home: String? = nil) -> Installation {
    Installation(surroundings: .init(executable: executable, home: home))
  }
}
