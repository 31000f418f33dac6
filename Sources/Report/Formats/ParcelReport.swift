internal import Foundation
internal import Model

/// `<submission>.zip` is what a subsidiary is sent: its correction list, to read and to print, and the pages on which
/// something is wrong, with personal values painted over.
enum ParcelReport {
  /// More than a zip archive without extensions holds.
  struct TooLarge: Error {}

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
      entries.append((picture(page, besides: &taken), Array(jpeg)))
    }
    guard ZipBytes.fits(entries.map { ($0.name.utf8.count, $0.bytes.count) }) else {
      throw TooLarge()
    }
    return ReportFile(
      // allowed: a submission without a folder has but its name
      name: plain(name ?? masked.report.name, bytes: 200) + ".zip",
      bytes: ZipBytes.archive(entries))
  }

  /// The name of a page's picture; names that some system takes for the same one are numbered.
  static func picture(_ page: PagePlan.Page, besides taken: inout Set<String>) -> String {
    let name = "\(plain(page.file, bytes: 150)) p\(page.number + 1)"
    var (unique, number) = (name, 1)
    while !taken.insert(unique.lowercased()).inserted {
      number += 1
      unique = "\(name) (\(number))"
    }
    return "pictures/\(unique).jpg"
  }

  /// A name that stays in its folder on every system, and is no longer than systems take (255 bytes, with what is
  /// added to it).
  private static func plain(_ name: String, bytes limit: Int) -> String {
    let bad: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    let text = String(name.visible.map { bad.contains($0) ? "_" : $0 })
    let shown = text.hasPrefix(".") ? "_" + text : text
    guard shown.utf8.count > limit else { return shown }
    // The end tells files apart as often as the beginning does: 营业执照 … 第2页.
    let characters = Array(shown)
    var (start, end, count) = (0, characters.count, 3)
    while start < end {
      let isAtStart = start <= characters.count - end
      let next = isAtStart ? characters[start] : characters[end - 1]
      count += String(next).utf8.count
      guard count <= limit else { break }
      if isAtStart { start += 1 } else { end -= 1 }
    }
    return String(characters[..<start] + ["…"] + characters[end...])
  }
}
