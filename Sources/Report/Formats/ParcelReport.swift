internal import Foundation
internal import Model

/// `<submission>.zip` is what a subsidiary is sent: its correction list, to read and to print, and the pages on which
/// something is wrong, with personal values painted over.
enum ParcelReport {
  static func file(of masked: MaskedReport, _ pages: DrawnPages) throws -> ReportFile {
    let name = masked.report.name.split(separator: "/").last.map(String.init)
    var entries: [(name: String, bytes: [UInt8])] = [
      ("corrections.html", try CorrectionsPage.text(of: masked).bytes),
      ("corrections.md", Array(CorrectionsReport.text(of: masked).utf8)),
    ]
    var taken: Set<String> = []
    for page in pages.plan.order {
      guard let drawing = pages.plan.drawing[page], let drawn = pages.drawn[drawing],
        let jpeg = Data(base64Encoded: drawn.jpeg)
      else { continue }
      let picture = "pictures/\(plain(page.file)) p\(page.number + 1).jpg"
      guard taken.insert(picture).inserted else { continue }
      entries.append((picture, Array(jpeg)))
    }
    return ReportFile(
      name: plain(name ?? masked.report.name) + ".zip", bytes: ZipBytes.archive(entries))
  }

  /// A name that stays in its folder on every system.
  private static func plain(_ name: String) -> String {
    let bad: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    let text = String(name.visible.map { bad.contains($0) ? "_" : $0 })
    return text.hasPrefix(".") ? "_" + text : text
  }
}
