internal import ArgumentParser
internal import Model
internal import Report

/// `dossier formats`: what can be read, what can be written.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "列出报告格式与可读取的文件 · Lists what is written and read.")

  @Option(help: "文本的语言 · Language of texts: zh-CN, en.")
  var locale = ReportLocale.chinese

  /// Media types that `Extract` reads, as people know them.
  private static let readable = [
    "JPEG", "PNG", "TIFF", "BMP", "GIF", "WebP", "HEIC", "PDF", "OFD", "ESL",
  ]

  func run() {
    let console = Console(locale: locale)
    console.write(.headReports)
    let width = ReportFormat.allCases.reduce(0) { max($0, $1.rawValue.count) }
    for format in ReportFormat.allCases {
      let name = format.rawValue.padded(to: width)
      console.write("  \(name)  \(format.summary[locale])")
    }
    console.write(.headSources)
    console.write("  " + Self.readable.joined(separator: " "))
  }
}
