internal import ArgumentParser
internal import Foundation
internal import Model
internal import Pipeline
internal import Report
internal import Rules

/// `dossier rules new`: a pack beside the built-in ones, with a rule that works.
struct RulesNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建一个规则包，含一条规则及其测试 · Makes a pack with a rule and its tests.")

  @Argument(help: ArgumentHelp("规则包编号，如 house · The pack's id, such as house.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("目录（默认与编号同名） · Folder (default: the name).", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("出处的日期 · Date of its source (default: today).", valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    try console.explaining {
      let library = try common.session().rulebook().library
      guard let asOf = asOf ?? CheckCommand.today else { throw console.failure(.clockIsWrong) }
      let scaffold: PackScaffold
      do throws(PackScaffold.Refusal) {
        scaffold = try PackScaffold(id: name, day: asOf, beside: library)
      } catch {
        throw console.failure(.noPack(name, error))
      }
      let folder = output ?? name
      guard try isFree(folder) else { throw console.failure(.folderIsTaken(folder)) }
      let schema = (path: "pack.schema.json", text: SchemaReport.text(of: PackSchema.file))
      do {
        for (path, text) in scaffold.files + [schema] {
          let target = URL(filePath: folder + "/" + path)
          try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
          try text.write(to: target, atomically: true, encoding: .utf8)
        }
      } catch {
        throw console.failure(
          .notWritable(path: folder, reason: FailureWords.reason(of: error).english))
      }
      console.write(.madePack(scaffold, in: folder))
    }
  }

  /// Whether nothing would be overwritten: there is no such folder, or nothing in it.
  private func isFree(_ folder: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: folder) else { return true }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty
    } catch { return false }
  }
}
