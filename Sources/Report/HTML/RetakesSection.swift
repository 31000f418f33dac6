internal import Model

extension ReportSection {
  /// Files to send again and pictures to retake.
  static func retakes(_ context: ReportContext) throws -> ReportSection? {
    let locale = context.locale
    let files = context.masked.retakes.map { retake in
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

extension RetakesModel.File: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "file": .text(file)
    case "losses": .list(losses)
    case "advice": .list(advice)
    default: nil
    }
  }
}

extension RetakesModel: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "files": .list(files)
    default: nil
    }
  }
}
