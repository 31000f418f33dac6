package import Model
internal import Native  // allowed: what its writer of workbooks throws

/// A format that could not be made; the others are.
package struct FormatFailure: Error, Hashable {
  package let format: ReportFormat
  /// The submission whose file it is; `nil` of the run's.
  package let submission: String?
  /// Why, and what can be done.
  package let reason: LocalizedText

  package init(_ format: ReportFormat, of submission: String? = nil, _ error: any Error) {
    self.format = format
    self.submission = submission
    reason =
      switch error {
      case let error as WorkbookWriter.Failure:
        LocalizedText(
          "工作簿写不出：\(error.reason)；可改用 --format csv",
          "no workbook can be written: \(error.reason); --format csv says the same")
      case is ParcelReport.TooLarge:
        LocalizedText(
          "压缩包超出 4 GB（zip 的上限）；请改用 --format corrections,html",
          "the archive would be larger than zip allows (4 GB); --format corrections,html says the same"
        )
      default:
        LocalizedText("这份材料的内容无法写成该格式", "what is to be said does not fit into this format")
      }
  }
}
