internal import Model

extension ReportSection {
  /// What was not read, and what is odd about files and the declaration.
  static func notices(_ context: ReportContext) throws -> ReportSection? {
    let notices = context.masked.notices
    guard !notices.isEmpty else { return nil }
    let table = table(
      caption: context.pick("共 \(notices.count) 条", "\(notices.count) in all"),
      columns: [context.pick("文件", "File"), context.pick("说明", "What and what to do")],
      rows: notices.map { [$0.file, $0.message[context.locale]] })
    return try ReportSection(
      id: "notices", title: Phrase.notices[context.locale], isFolded: false,
      tables: [table], context.locale)
  }
}
