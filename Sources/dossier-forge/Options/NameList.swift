internal import ArgumentParser
internal import Specimens

/// Some of the names of a kind, with commas between: `id-front,id-back`.
struct NameList<Name: RawRepresentable & CaseIterable & Sendable>: ExpressibleByArgument, Sendable
where Name.RawValue == String {
  let names: [Name]

  static var all: Self { Self(names: Array(Name.allCases)) }
  static var allValueStrings: [String] { Name.allCases.map(\.rawValue) }

  private init(names: [Name]) { self.names = names }

  init?(argument: String) {
    let words = argument.split(separator: ",")
    names = words.compactMap { Name(rawValue: String($0)) }
    guard !names.isEmpty, names.count == words.count else { return nil }
  }

  var defaultValueDescription: String { "all" }
}

/// One quality of pictures, or all four in turn.
struct QualityChoice: ExpressibleByArgument {
  /// `nil` for all in turn.
  let quality: Quality?

  static let mixed = QualityChoice(quality: nil)
  static let allValueStrings = ["mixed"] + Quality.pictures.map(\.rawValue)

  private init(quality: Quality?) { self.quality = quality }

  init?(argument: String) {
    quality = Quality.pictures.first { $0.rawValue == argument }
    guard quality != nil || argument == "mixed" else { return nil }
  }

  var defaultValueDescription: String { "mixed" }
}

/// Some forms of paper with commas between, all, or none for neat paper.
struct FormChoice: ExpressibleByArgument {
  let forms: [PaperForm]

  static let neat = FormChoice(forms: [])
  static let allValueStrings = ["none", "all"] + PaperForm.allCases.map(\.rawValue)

  private init(forms: [PaperForm]) { self.forms = forms }

  init?(argument: String) {
    switch argument {
    case "none": forms = []
    case "all": forms = PaperForm.allCases
    default:
      guard let list = NameList<PaperForm>(argument: argument) else { return nil }
      forms = list.names
    }
  }

  var defaultValueDescription: String { "none" }
}
