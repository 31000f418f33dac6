internal import Model

extension ReportSection {
  /// Files to send again and pictures to retake.
  static func retakes(_ context: ReportContext) throws -> ReportSection? {
    let locale = context.locale
    let files = RetakeAdvice.all(of: context.report, context.masking).map { retake in
      RetakesModel.File(
        file: retake.file, losses: retake.losses.map { $0[locale] },
        advice: retake.advice.map { $0[locale] })
    }
    guard !files.isEmpty else { return nil }
    return ReportSection(
      id: "retakes", title: RetakeAdvice.heading[locale], isFolded: false,
      body: try HTMLTemplate.retakes.rendered(RetakesModel(files: files)))
  }
}

/// The model of `retakes.mustache`.
private struct RetakesModel {
  let files: [File]

  struct File {
    let file: String
    let losses: [String]
    let advice: [String]
  }
}
