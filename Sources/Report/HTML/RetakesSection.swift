internal import Model

extension ReportSection {
  /// Files to send again and pictures to retake.
  static func retakes(_ context: ReportContext) throws -> ReportSection? {
    let (locale, retakes) = (context.locale, context.masked.retakes)
    guard !retakes.isEmpty else { return nil }
    let files = TemplateValue.list(retakes) { retake in
      [
        "file": .text(retake.file), "losses": .texts(retake.losses.map { $0[locale] }),
        "advice": .texts(retake.advice.map { $0[locale] }),
      ]
    }
    return ReportSection(
      id: "retakes", title: RetakeAdvice.heading[locale], isFolded: false,
      body: try HTMLTemplate.retakes.rendered(["files": files], locale))
  }
}
