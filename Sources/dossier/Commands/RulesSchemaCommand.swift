internal import ArgumentParser
internal import Foundation
internal import Ingest
internal import Model
internal import Papers
internal import Pipeline
internal import Report
internal import Rules
internal import Schema

/// `dossier rules schema`: JSON Schema for editors, from the loaders' own definitions.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "供编辑器使用的 JSON Schema · JSON Schema for editors.",
    discussion: """
      dossier rules schema pack > pack-v1.schema.json
      在规则文件首行写 · first line of a rule file:
      # yaml-language-server: $schema=./pack-v1.schema.json
      """)

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case pack, material, declared, waivers, confirmed, project
  }

  @Argument(help: "文件类别 · Kind of file: pack, material, declared, waivers, confirmed, project.")
  var kind = Kind.pack

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    try console.explaining {
      let file: FileSchema
      switch kind {
      case .pack: file = PackSchema.file
      case .material: file = MaterialSchema.file
      case .waivers: file = WaiversSchema.file
      case .project: file = ProjectSchema.file
      case .confirmed: file = ConfirmationsSchema.file
      case .declared:
        file = try common.session().rulebook().schema.file
      }
      console.write(SchemaReport.text(of: file))
    }
  }
}
