internal import ArgumentParser
internal import Foundation
internal import Model
internal import Pipeline
internal import Report
internal import Rules

/// `dossier rules docs`: a page per rule and per pack.
struct RulesDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "生成规则手册（中英文） · Writes a page per rule and pack, in Chinese and English.")

  @Option(help: ArgumentHelp("输出目录 · Folder for the pages.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("格式，逗号分隔 · Formats, with commas: md,html.", valueName: "list"))
  var format = "md,html"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let common = try self.common.inProject().common
    let console = common.console
    try console.explaining {
      let names = format.split(separator: ",").map(String.init)
      let formats = names.compactMap(RuleDocs.Format.init(rawValue:))
      guard !names.isEmpty else {
        throw console.failure(.noFormat(known: RuleDocs.Format.allCases.map(\.rawValue)))
      }
      guard formats.count == names.count else {
        let unknown = names.filter { RuleDocs.Format(rawValue: $0) == nil }
        throw console.failure(
          .unknownFormats(unknown, known: RuleDocs.Format.allCases.map(\.rawValue)))
      }
      let library = try common.session().rulebook().library
      let files = RuleDocs.files(
        of: library.documents, library.vocabulary, formats: formats)
      do {
        for (path, text) in files {
          let target = URL(filePath: output + "/" + path)
          try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
          try text.write(to: target, atomically: true, encoding: .utf8)
        }
      } catch {
        throw console.failure(
          .notWritable(path: output, reason: FailureWords.reason(of: error).english))
      }
      let ending = formats.contains(.html) ? "html" : "md"
      console.write(.wroteDocs(files.count, to: output, ending: ending))
    }
  }
}
