internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import Pipeline

/// `dossier doctor`: what the program needs, whether it is there, and how to get it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "检查运行环境 · Says what is missing and how to get it.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let examinations = try self.examinations()
    for examination in examinations { show(examination, on: console) }
    let isComplete = examinations.allSatisfy { $0.remedy == nil || !$0.isNeeded }
    console.write(isComplete ? .allIsThere : .somethingIsMissing)
    if !isComplete { throw ExitCode(ExitStatus.failure) }
  }

  private func examinations() throws -> [Examination] {
    let session = try common.session()
    var all = [
      examine(.rulesFolder) { try session.rulesFolder },
      examine(.models) { try session.installation.models(option: nil) },
    ]
    // Without these two no reader can start, and they have said so.
    if all.allSatisfy({ $0.remedy == nil }) {
      all.append(
        examine(.reader) {
          try session.pool(for: 1).checkStart()
          return nil
        })
    }
    return all + formats() + [walls(), encodings(), fonts()]
  }

  private func examine(_ subject: Message, _ body: () throws -> String?) -> Examination {
    let console = common.console
    do {
      return Examination(subject: subject, detail: try console.explaining(body))
    } catch {
      let words = (error as? Failure)?.text ?? "\(error)"
      return Examination(subject: subject, detail: nil, remedy: words)
    }
  }

  private func formats() -> [Examination] {
    let installed = PixbufFormat.installed
    return PixbufFormat.allCases.map { format in
      let package =
        switch format {
        case .webp: "webp-pixbuf-loader"
        case .heic: "heif-gdk-pixbuf"
        case .png, .tiff, .bmp, .gif: "libgdk-pixbuf-2.0-0"
        }
      return Examination(
        subject: .pictureFormat(format.rawValue), detail: nil,
        remedy: installed.contains(format)
          ? nil : Message.installByApt([package]).text[common.locale])
    }
  }

  /// What shuts readers in; they run without it.
  private func walls() -> Examination {
    let support = Sandbox.support
    return Examination(
      subject: .sandbox,
      detail: support.lacks.isEmpty ? "Landlock \(support.landlock), seccomp" : nil,
      isNeeded: false,
      remedy: support.lacks.isEmpty
        ? nil : Message.kernelLacks(support.lacks).text[common.locale])
  }

  /// What poppler reads Chinese text of PDFs by that embed no fonts.
  private func encodings() -> Examination {
    let isThere = FileManager.default.fileExists(atPath: "/usr/share/poppler/cMap/Adobe-GB1")
    return Examination(
      subject: .encodingsOfPDF, detail: nil,
      remedy: isThere ? nil : Message.installByApt(["poppler-data"]).text[common.locale])
  }

  /// Files by which the packages of fonts are known.
  private static let fonts = [
    ("fonts-noto-cjk", "opentype/noto/NotoSansCJK-Regular.ttc"),
    ("fonts-arphic-uming", "truetype/arphic/uming.ttc"),
    ("fonts-arphic-ukai", "truetype/arphic/ukai.ttc"),
    ("fonts-wqy-zenhei", "truetype/wqy/wqy-zenhei.ttc"),
    ("fonts-wqy-microhei", "truetype/wqy/wqy-microhei.ttc"),
    ("fonts-lxgw-wenkai", "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
    ("fonts-ocr-b", "opentype/ocr-b/OCRB.otf"),
  ]

  private func fonts() -> Examination {
    let absent = Self.fonts.filter {
      !FileManager.default.fileExists(atPath: "/usr/share/fonts/" + $0.1)
    }
    return Examination(
      subject: .fontsForForge, detail: nil, isNeeded: false,
      remedy: absent.isEmpty
        ? nil : Message.installByApt(absent.map(\.0)).text[common.locale])
  }

  private func show(_ examination: Examination, on console: Console) {
    let locale = common.locale
    let state = examination.remedy == nil ? Message.fine : .absent
    let detail = examination.detail.map { "  " + $0 } ?? ""  // allowed: nothing to add
    console.write("\(examination.subject.text[locale]): \(state.text[locale])\(detail)")
    for line in (examination.remedy ?? "").split(separator: "\n") {  // allowed: no remedy, no lines
      console.write("  " + line)
    }
  }
}

/// One thing the doctor looked at.
private struct Examination {
  let subject: Message
  let detail: String?
  var isNeeded = true
  /// What to do, where something is missing.
  var remedy: String?
}
