internal import Foundation
internal import Model

/// What all pages have at their head.
struct HTMLPage {
  let language: String
  let style: String
  /// The content-security policy: nothing from anywhere but the one style sheet and, where there is one, the
  /// one script, both by their hashes, and pictures that lie in the page.
  let policy: String

  init(_ locale: ReportLocale, script: String? = nil) {
    language = locale.rawValue
    style = Self.styleSheet
    var policy = "default-src 'none'; img-src data:; style-src '\(Self.hash(of: style))'"
    if let script { policy += "; script-src '\(Self.hash(of: script))'" }
    self.policy = policy + "; base-uri 'none'; form-action 'none'"
  }

  private static let styleSheet = String(decoding: PackageResources.style_css, as: UTF8.self)
  static let indexScript = String(decoding: PackageResources.index_js, as: UTF8.self)

  /// As a content-security policy names a source text.
  private static func hash(of text: String) -> String {
    "sha256-" + Data(SHA256.bytes(of: text)).base64EncodedString()
  }
}

extension SubmissionReport {
  /// As the license says it, else the declaration; public register data.
  var companyName: String? {
    ["license.name", "declared.company.name"].lazy
      .compactMap { factSet.facts[$0] }.first { $0.state == .known }?.value?.string
  }
}

extension SubmissionStatus {
  /// The style class.
  var tone: String {
    switch self {
    case .blocked: "bad"
    case .review: "warn"
    case .ready: "good"
    }
  }
}

extension HTMLPage: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "language": .text(language)
    case "style": .text(style)
    case "policy": .text(policy)
    default: nil
    }
  }
}
