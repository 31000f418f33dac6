internal import Model

/// What helps where a value was not read, by what the file is: only a picture with a fault is taken again.
struct ReadingRemedy {
  private enum Medium { case picture, scan, pageOfText, chart, seal, data }

  private let medium: Medium
  private let faults: [PictureFault]

  init(file: String, facts: Set<String>, _ circumstances: Circumstances) {
    let extraction = circumstances.extraction(of: file)
    let type = extraction?.mediaType
    let all = [extraction].compactMap { $0?.documents }.flatMap(\.self)
    let documents = all.filter { document in
      all.count == 1 || document.facts.contains { facts.contains($0.key) }
    }
    let methods = Set(documents.flatMap(\.facts).flatMap(\.evidence).map(\.method))
    if type?.rawValue.hasPrefix("image/") == true {
      medium = .picture
    } else if documents.contains(where: { [.electronicSeal, .signature].contains($0.kind) }) {
      medium = .seal
    } else if documents.contains(where: { [.orgChart, .contacts].contains($0.kind) }) {
      medium = .chart
    } else if methods.contains(.ocr) || methods.contains(.ocrChecksum) {
      medium = .scan
    } else if [.pdf, .ofd, .docx].contains(type) {
      medium = .pageOfText
    } else {
      medium = .data
    }
    faults = PictureFault.allCases.filter { fault in
      extraction.map { fault.applies(to: $0) } == true
    }
  }

  var fix: LocalizedText {
    switch medium {
    case .picture, .scan:
      guard faults.isEmpty else {
        return LocalizedText(
          faults.map(\.advice.chinese).joined(separator: "；"),
          faults.map(\.advice.english).joined(separator: "; "))
      }
      return LocalizedText(
        "画面没有可改进之处，重拍无益：请对照原件，在 confirmed.yaml 中写明这些值；原件上确实空着的，补填后重新提交",
        "the picture has no fault that another would mend: compare with the original and state the values in confirmed.yaml; what is blank on the original, fill in and hand in again"
      )
    case .pageOfText:
      return LocalizedText(
        "文件里空着的，填写后重新导出；已写明的，请在 confirmed.yaml 中写明这些值",
        "fill in what the file leaves blank and export it again; what it does say, state in confirmed.yaml"
      )
    case .chart:
      return LocalizedText(
        "在该文件中补全这些内容，或换一种格式重新导出", "complete it in that file, or export it in another format")
    case .seal:
      return LocalizedText("从制章或签章系统重新导出", "export it again from the seal or signing system")
    case .data:
      return LocalizedText(
        "在该文件中补上这些内容，或从原系统重新导出",
        "add it to that file, or export the file again from where it comes from")
    }
  }
}
