internal import ArgumentParser
internal import Extract
internal import Model
internal import Papers
internal import Pipeline
internal import Report

/// `dossier materials`: what can be recognized and which fields are read from it.
struct MaterialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "materials", abstract: "列出可识别的材料及其字段 · Materials and their fields.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    try console.explaining {
      for material in try common.session().materials().materials {
        console.write("\(material.kind.rawValue)  \(material.title[common.locale])")
        let width = material.factDeclarations.reduce(0) { max($0, $1.key.count) }
        for fact in material.factDeclarations {
          let type = fact.type.rawValue + (fact.isNullable ? "|null" : "")
          console.write("  \(fact.key.padded(to: width))  \(type)")
        }
      }
    }
  }
}
