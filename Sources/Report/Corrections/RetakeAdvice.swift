internal import Model

/// What to do about one file that was not read well: send it again, or take the picture anew, and how.
struct RetakeAdvice {
  let file: String
  /// What could not be read, in words.
  let losses: [LocalizedText]
  /// How to do it better.
  let advice: [LocalizedText]

  /// Files with a loss, an undecided rule, or a picture that a reviewer would refuse; in the order of files.
  static func all(of report: SubmissionReport, _ masking: Masking) -> [RetakeAdvice] {
    // That nothing could be opened is told once.
    guard report.undelivered == nil else { return [] }
    let untold = Set(report.untoldNotices)
    let unknownFacts = unknownFacts(of: report)
    return report.extractions.compactMap { extraction in
      // A field that the reader named is not named again by its key.
      let named = Set(extraction.notices.compactMap { $0.details["fact"] })
      let unknown = unknownFacts[extraction.file, default: []].filter { !named.contains($0) }
      let notices = extraction.notices.filter { $0.code != .fieldUnread && untold.contains($0) }
        .map { masking.shown($0).message }
      let unread = extraction.notices.filter { $0.code == .fieldUnread }
        .map { LocalizedText("{field}", "{field}").filled(with: $0.details) }
      // The reader names a field by its label, a rule by its key.
      let fields = (unread + unknown.map(masking.label)).uniqued(by: \.chinese)
      let measured = PictureFault.allCases.filter { $0.applies(to: extraction) }
      let isPicture = extraction.mediaType.rawValue.hasPrefix("image/")
      let isRefusable = isPicture && measured.contains { $0.isReasonAlone(for: extraction) }
      guard !fields.isEmpty || !notices.isEmpty || isRefusable else { return nil }

      var losses = notices
      if !fields.isEmpty {
        losses.append(
          LocalizedText(
            "未能可靠读出：" + fields.map(\.chinese).joined(separator: "、"),
            "not read reliably: " + fields.map(\.english).joined(separator: ", ")))
      }
      var advice = isPicture ? measured.map(\.advice) : []
      if advice.isEmpty, isPicture, !fields.isEmpty { advice = [general] }
      return RetakeAdvice(file: extraction.file, losses: losses, advice: advice)
    }
  }

  /// Keys that undecided rules missed, by the file.
  private static func unknownFacts(of report: SubmissionReport) -> [String: [String]] {
    let pictures = report.pictureFiles
    let unknown = report.judgement.findings.filter {
      report.isForRetake($0, among: pictures) && $0.severity >= .warning && $0.waiver == nil
    }
    .flatMap(\.unknown)
    var facts: [String: [String]] = [:]
    for unknown in unknown where unknown.isReading {
      if let file = unknown.file { facts[file, default: []].append(unknown.fact) }
    }
    return facts
  }

  static let heading = LocalizedText("文件与补拍建议", "Files to send again and pictures to retake")

  private static let general = LocalizedText(
    "画面没有测出可改进之处：请对照原件，在 confirmed.yaml 中写明这些值；确要重拍，请关闭闪光灯、四角入镜、证件平放",
    "no fault of the picture was measured: compare with the original and state the values in confirmed.yaml; if you take it again, flash off, all four corners in the frame, lying flat"
  )
}

extension Finding.Unknown {
  /// Whether reading the file better would decide it.
  var isReading: Bool {
    switch state {
    case .unread, .doubtful: true
    case .known, .conflicting, .noDocument: false
    }
  }
}
