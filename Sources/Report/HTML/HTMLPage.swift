internal import Foundation
internal import Model
internal import Native  // allowed: SHA-256 alone

/// What `head.mustache` asks of all pages.
enum HTMLPage {
  /// Of pages without a script.
  static let plain = page(script: nil)
  /// Of the index.
  static let scripted = page(script: indexScript)

  static let indexScript = String(decoding: PackageResources.index_js, as: UTF8.self)

  /// The style sheet with the content-security policy: nothing from anywhere but the one style sheet and, where
  /// there is one, the one script, both by their hashes, and pictures that lie in the page.
  private static func page(script: String?) -> TemplateValue {
    let style = String(decoding: PackageResources.style_css, as: UTF8.self)
    var policy = "default-src 'none'; img-src data:; style-src '\(hash(of: style))'"
    if let script { policy += "; script-src '\(hash(of: script))'" }
    return [
      "style": .text(style), "policy": "\(policy); base-uri 'none'; form-action 'none'",
    ]
  }

  /// As a content-security policy names a source text.
  private static func hash(of text: String) -> String {
    "sha256-" + Data(SHA256.bytes(of: text)).base64EncodedString()
  }
}

extension FactSet {
  /// As the license says it, else the declaration; public register data.
  var companyName: String? {
    ["license.name", "declared.company.name"].lazy
      .compactMap { facts[$0] }.first { $0.state == .known }?.value?.string
  }

  /// As declared, else as the license says it.
  var creditCode: String? {
    ["declared.company.credit_code", "license.credit_code"].lazy
      .compactMap { facts[$0] }.first { $0.state == .known }?.value?.string
  }
}

extension SubmissionReport {
  var companyName: String? { factSet.companyName }

  var creditCode: String? { factSet.creditCode }

  /// The declared one.
  var channel: String? { factSet.facts["declared.channel"]?.value?.string }
}

extension SubmissionStatus {
  /// The style class.
  var tone: String {
    switch self {
    case .blocked, .undelivered: "bad"
    case .review: "warn"
    case .ready: "good"
    }
  }
}
