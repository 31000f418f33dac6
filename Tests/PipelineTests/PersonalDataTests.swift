import Foundation
import Native
import Recognition
import Testing

/// No output of a run over the samples holds a personal value, its pictures read by OCR included.
@Suite struct PersonalDataTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../..").standardized.path
  private static let formats = "html,json,corrections,csv,sarif,junit"

  /// What the card of a sample says that nobody may see.
  private struct Secrets {
    let number: String
    /// The address beyond the district.
    let street: String

    init(sample: String) throws {
      let text = try String(contentsOfFile: sample + "/truth.json", encoding: .utf8)
      let facts = try JSON(text)["files"].items.flatMap { $0["documents"].items }
        .map { $0["facts"] }
      number = try #require(facts.compactMap { $0["id_front.number"].text }.first)
      let address = try #require(facts.compactMap { $0["id_front.address"].text }.first)
      street = String(address.suffix(5))
    }

    /// Parts that give the value away: half a birth date, a house.
    var parts: [String] {
      let digits = Array(number)
      return (4..<12).map { String(digits[$0..<$0 + 6]) } + [street]
    }
  }

  /// A copy of a sample whose declared ID number has one wrong digit, so that findings point at the card.
  private static func submission(_ name: String, in folder: TemporaryFolder) throws -> Secrets {
    let source = checkout + "/samples/" + name
    let secrets = try Secrets(sample: source)
    try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/company")
    var digits = Array(secrets.number)
    digits[9] = digits[9] == "3" ? "4" : "3"
    let declared = try folder.text(of: "company/declared.yaml")
    #expect(declared.contains(secrets.number))
    try folder.write(
      declared.replacingOccurrences(of: secrets.number, with: String(digits)),
      to: "company/declared.yaml")
    return secrets
  }

  private static func outputs(
    _ folder: TemporaryFolder, _ name: String, options: [String] = []
  ) throws -> [(name: String, text: String)] {
    let out = folder.path + "/" + name
    let run = try Program.run(
      [
        "check", folder.path + "/company", "--output", out, "--format", formats, "--as-of",
        "2026-11-22",
      ] + options)
    #expect(run.status == 1, "\(run.errors)")
    return try FileManager.default.subpathsOfDirectory(atPath: out).sorted()
      .filter { $0.contains(".") }
      .map { ($0, try String(contentsOfFile: out + "/" + $0, encoding: .utf8)) }
  }

  private static func pictures(in page: String) throws -> [[UInt8]] {
    try page.components(separatedBy: "data:image/jpeg;base64,").dropFirst().map { rest in
      let text = String(rest.prefix { $0 != "\"" })
      return [UInt8](try #require(Data(base64Encoded: text)))
    }
  }

  /// All text of a picture, without spaces.
  private static func text(of jpeg: [UInt8], _ reader: PageReader) throws -> String {
    let header = try JPEGHeader(jpeg)
    #expect(max(header.width, header.height) <= 1600)
    // JFIF's own marker has no metadata.
    #expect(header.markers.allSatisfy { $0.code == 0xE0 })
    let pixels = try PixelBuffer(jpeg: jpeg, header: header, eighths: 8)
    return try reader.page(of: pixels).page.lines.map(\.line.text).joined(separator: "\n")
      .replacingOccurrences(of: " ", with: "")
  }

  @Test(arguments: ["clean", "expired-card", "pdf-portrait"])
  func nothingPersonalLeaves(sample: String) throws {
    let folder = try TemporaryFolder()
    let secrets = try Self.submission(sample, in: folder)
    let reader = try PageReader(
      modelFolder: Self.checkout + "/.deps/rapidocr/models", threads: 2)
    let outputs = try Self.outputs(folder, "masked")
    #expect(outputs.count == 9)
    var count = 0
    for (name, text) in outputs {
      let pictures = try Self.pictures(in: text)
      count += pictures.count
      for picture in pictures {
        let seen = try Self.text(of: picture, reader)
        for part in secrets.parts { #expect(!seen.contains(part), "\(part) in \(name)") }
      }
      let bare = text.replacing(/base64,[A-Za-z0-9+\/=]+/, with: "")
      #expect(!bare.contains(secrets.number), "\(name)")
      #expect(!bare.contains(secrets.street), "\(name)")
    }
    #expect(count >= 1)
  }

  /// The same look at a report with personal data: that the tests above could fail.
  @Test func askedForPersonalDataThePicturesShowIt() throws {
    let folder = try TemporaryFolder()
    let secrets = try Self.submission("clean", in: folder)
    let outputs = try Self.outputs(folder, "open", options: ["--show-personal-data"])
    let page = try #require(outputs.first { $0.name.hasSuffix("report.html") }?.text)
    let reader = try PageReader(
      modelFolder: Self.checkout + "/.deps/rapidocr/models", threads: 2)
    let seen = try Self.pictures(in: page).map { try Self.text(of: $0, reader) }.joined()
    #expect(seen.contains(secrets.number))
  }
}
