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
    report.extractions.compactMap { extraction in
      // A field that the reader named is not named again by its key.
      let named = Set(extraction.notices.compactMap { $0.details["fact"] })
      let unknown = unknownFacts(in: extraction.file, of: report).filter { !named.contains($0) }
      let notices = extraction.notices.filter { $0.code != .fieldUnread }.map {
        masking.shown($0).message
      }
      let unread = extraction.notices.filter { $0.code == .fieldUnread }
        .map { LocalizedText(chinese: "{field}", english: "{field}").filled(with: $0.details) }
      let fields = (unread + unknown.map(masking.label)).uniqued()
      let measured = PictureFault.allCases.filter { $0.applies(to: extraction) }
      let isPicture = extraction.mediaType.rawValue.hasPrefix("image/")
      let isRefusable = isPicture && measured.contains(where: \.isReasonAlone)
      guard !fields.isEmpty || !notices.isEmpty || isRefusable else { return nil }

      var losses = notices
      if !fields.isEmpty {
        losses.append(
          LocalizedText(
            chinese: "未能可靠读出：" + fields.map(\.chinese).joined(separator: "、"),
            english: "not read reliably: " + fields.map(\.english).joined(separator: ", ")))
      }
      var advice = isPicture ? measured.map(\.advice) : []
      if advice.isEmpty, isPicture, !fields.isEmpty { advice = [general] }
      return RetakeAdvice(file: extraction.file, losses: losses, advice: advice)
    }
  }

  /// Keys that an undecided rule missed in the file.
  static func unknownFacts(in file: String, of report: SubmissionReport) -> [String] {
    report.judgement.findings.filter { $0.verdict == .cannotTell && $0.severity >= .warning }
      .flatMap(\.unknown)
      .filter { $0.file == file && $0.isReading }
      .map(\.fact)
  }

  private static let general = LocalizedText(
    chinese: "请重新拍摄：关闭闪光灯，四角入镜，证件平放，对焦清晰",
    english: "take it again: flash off, all four corners in the frame, lying flat, in focus")
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

/// A measured fault of a picture with its cure.
enum PictureFault: CaseIterable {
  case glare, blur, skew, distance, gray, small

  /// Whether the picture's `image.*` facts show the fault.
  ///
  /// The limits are those at which reading suffers, not
  /// a platform's; they belong to advice, never to a verdict.
  func applies(to extraction: Extraction) -> Bool {
    switch self {
    case .glare: extraction.measures("image.glare").contains { $0 > 0.05 }
    case .blur: extraction.measures("image.sharpness").contains { $0 < 0.25 }
    case .skew: extraction.measures("image.skew_degrees").contains { abs($0) > 5 }
    case .distance: extraction.measures("image.coverage").contains { $0 < 0.3 }
    case .gray:
      extraction.facts.contains { $0.key == "image.is_grayscale" && $0.value == .bool(true) }
    case .small: extraction.measures("image.short_side").contains { $0 < 600 }
    }
  }

  /// Whether a reviewer would refuse the picture for this alone, although everything was read.
  var isReasonAlone: Bool {
    switch self {
    case .glare, .blur: true
    case .skew, .distance, .gray, .small: false
    }
  }

  var advice: LocalizedText {
    switch self {
    case .glare:
      LocalizedText(
        chinese: "有反光：关闭闪光灯，避开灯光直射后重拍",
        english: "glare: flash off, no lamp straight above, and take it again")
    case .blur:
      LocalizedText(
        chinese: "模糊：擦净镜头，对焦后保持手机稳定，或改用扫描仪",
        english: "blurred: clean the lens, focus, hold still, or use a scanner")
    case .skew:
      LocalizedText(
        chinese: "倾斜：手机与证件平行，四角入镜",
        english: "tilted: hold the phone parallel to the paper, all four corners in the frame")
    case .distance:
      LocalizedText(
        chinese: "离得太远：靠近些，让证件占满画面，四角入镜",
        english: "too far away: let the paper fill the frame, all four corners in it")
    case .gray:
      LocalizedText(
        chinese: "黑白图片：请用原件彩色拍摄或扫描",
        english: "black and white: photograph or scan the original in colour")
    case .small:
      LocalizedText(
        chinese: "分辨率太低：请发送原图，不要经聊天软件压缩",
        english: "too few pixels: send the original file, not one that a messenger has made smaller"
      )
    }
  }
}

extension Extraction {
  /// The numbers recorded for a key of the file's own facts.
  fileprivate func measures(_ key: String) -> [Double] {
    facts.filter { $0.key == key }.compactMap { fact in
      switch fact.value {
      case .int(let number): Double(number)
      case .double(let number): number
      case .null, .bool, .string, .date, .list: nil
      }
    }
  }
}

extension [LocalizedText] {
  /// Each once by its Chinese name, in the order of first appearance: the reader names a field by its label,
  /// a rule by its key.
  fileprivate func uniqued() -> [LocalizedText] {
    var seen: Set<String> = []
    return filter { seen.insert($0.chinese).inserted }
  }
}
