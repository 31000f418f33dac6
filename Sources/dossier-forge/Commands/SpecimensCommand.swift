internal import ArgumentParser

struct SpecimensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specimens", abstract: "Draws single files and writes DIR/truth.json.")

  @OptionGroup var choice: SpecimenChoice

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  func run() async throws {
    try Fonts.check()
    let truth = try await choice.maker().write(choice.count, to: OutputFolder(output))
    print("\(truth.files.count) specimens in \(output)")
  }
}

/// Which specimens to draw.
struct SpecimenChoice: ParsableArguments {
  @Option(help: "How many.")
  var count = 40

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Fonts, layouts and degradations that are kept from development.")
  var heldOut = false

  @Flag(help: "With words laid over each picture, as on copies that are handed out.")
  var marked = false

  @Option(help: "scan, photo, poor-photo, photocopy, or mixed for all four in turn.")
  var quality = "mixed"

  @Option(
    help: ArgumentHelp(
      "Only these kinds, with commas: \(SpecimenKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "LIST"))
  var kinds: String?

  func maker() throws -> SpecimenMaker {
    var chosen = SpecimenKind.allCases
    if let kinds {
      chosen = try kinds.split(separator: ",").map { name in
        guard let kind = SpecimenKind(rawValue: String(name)) else {
          throw ForgeError.usage(
            "There is no kind “\(name)”; there are \(SpecimenKind.allCases.map(\.rawValue).joined(separator: ", "))."
          )
        }
        return kind
      }
    }
    let one = Quality(rawValue: quality)
    guard quality == "mixed" || (one != nil && one != .digital), !chosen.isEmpty, count >= 0 else {
      throw ForgeError.usage(
        "The quality is scan, photo, poor-photo, photocopy or mixed, not “\(quality)”; --count is at least 0."
      )
    }
    return SpecimenMaker(
      seed: seed, isHeldOut: heldOut, quality: one, kinds: chosen, isMarked: marked)
  }
}
