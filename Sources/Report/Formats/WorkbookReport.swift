internal import Model
internal import Native  // allowed: writes the workbook

/// `findings.xlsx` is the run as a workbook: the companies, all that is to be done, the same by problem, and what runs
/// out.
package struct WorkbookReport: RunReport {
  package let name = "findings.xlsx"
  package let opening = ""
  package let separator = ""
  private let options: ReportOptions
  private var entries: [Int: GroupEntry] = [:]

  package init(options: ReportOptions) { self.options = options }

  package mutating func piece(of masked: MaskedReport, at index: Int) -> String {
    entries[index] = GroupEntry(masked)
    return ""
  }

  package func closing(_ run: RunSummary) throws -> [UInt8] {
    let sheets = WorkbookSheets(
      entries: entries.sorted { $0.key < $1.key }.map(\.value), run: run, locale: options.locale)
    // The day's first second in Greenwich: the same on every machine.
    return try WorkbookWriter.bytes(of: sheets.all, creation: run.asOf.dayNumber * 86_400)
  }
}
