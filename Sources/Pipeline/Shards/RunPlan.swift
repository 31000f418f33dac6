internal import Foundation
package import Model
package import Report

/// What `dossier plan` decides and every shard and the merge follow: which submissions, in which order and shard, by
/// which rules, on which day.
package struct RunPlan: Codable, Hashable, Sendable {
  package static let schema = "dossier/plan-v1"

  /// What readings and judgements come from: only shards of the same can be merged.
  package struct Identity: Codable, Hashable, Sendable {
    package var version: String
    /// SHA-256 of the executable file, of the rules folder, of the models, of the trusted certificates.
    package var program: String
    package var rules: String
    package var models: String
    package var trust: String?
    package var precision: String
  }

  /// A file or folder, as it was given, and what it held.
  package struct Input: Codable, Hashable, Sendable {
    package var path: String
    package var digest: String
  }

  /// How the plan was asked for.
  package struct Settings: Codable, Hashable, Sendable {
    package var packs: [String]
    package var profile: String
    package var asOf: String
    package var formats: [String]
    /// The channel of submissions that declare none, and where that was said.
    package var channel: String?
    package var channelSaidIn: String?
    package var isSingle: Bool
    /// The language of the run.
    package var locale: String
    /// The waivers of the group as bytes, in base 64.
    package var waivers: String
    /// `--rules`, `--add-rules` and `--trust`, where they were given.
    package var rules: String?
    package var addedRules: [String]
    package var trust: String?
  }

  /// Submissions that are read together, one after the other in the order of the plan.
  package struct Shard: Codable, Hashable, Sendable {
    /// The place of its first submission, from 0.
    package var first: Int
    package var count: Int
    package var bytes: Int
    /// On one core, roughly.
    package var expectedSeconds: Int
  }

  /// A submission as it was planned.
  package struct Entry: Codable, Hashable, Sendable {
    package var name: String
    package var files: Int
    package var bytes: Int
    /// Of what it declares and of all its files.
    package var digest: String
  }

  /// A remark about a batch folder.
  package struct Remark: Codable, Hashable, Sendable {
    package var file: String
    package var page: Int?
    package var stage: String
    package var code: String
    package var details: [String: String]
  }

  package var schema: String
  package var identity: Identity
  package var settings: Settings
  /// The folder that relative paths start from, seen from the plan's own; `nil` where all are absolute.
  package var root: String?
  package var paths: [String]
  package var roster: Input?
  /// The digest of the project file that is found from the paths, with the waivers that it names.
  package var project: String?
  /// Whether files are known by size and time, not by their content.
  package var isQuick: Bool
  package var isBatch: Bool
  package var remarks: [Remark]
  package var shards: [Shard]
  package var submissions: [Entry]
}

extension RunPlan {
  /// Notices of the run.
  ///
  /// Those of another version's codes are left out: its plans are not used.
  package var notices: [Notice] {
    remarks.compactMap { remark in
      guard let stage = Notice.Stage(rawValue: remark.stage),
        let code = NoticeCode(rawValue: remark.code)
      else { return nil }
      return Notice(
        file: remark.file, page: remark.page, stage: stage, code: code, details: remark.details)
    }
  }

  /// The formats of the reports.
  package var formats: [ReportFormat] { settings.formats.compactMap(ReportFormat.init) }

  /// The language that the merged reports have where no other is asked for.
  package var locale: ReportLocale? { ReportLocale(rawValue: settings.locale) }

  /// The names of a shard's submissions, in order.
  func names(of shard: Int) -> ArraySlice<Entry> {
    let range = shards[shard]
    return submissions[range.first..<range.first + range.count]
  }

  /// The plan as it is written: the same plan, the same bytes.
  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return [UInt8](try encoder.encode(self)) + [0x0A]
    }
  }
}

extension RunPlan.Remark {
  init(_ notice: Notice) {
    self.init(
      file: notice.file, page: notice.page, stage: notice.stage.rawValue,
      code: notice.code.rawValue, details: notice.details)
  }
}
