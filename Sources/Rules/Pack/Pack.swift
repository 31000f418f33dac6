internal import CEL
package import Model
internal import Schema

/// A pack holds rules with the settings they share: it is one rule file, or a folder of them.
package struct Pack: Sendable {
  package let id: String
  package let version: String
  package let title: LocalizedText
  package let owner: String?
  package let defaultLocale: ReportLocale
  /// The channels it is for; empty where it is only asked for by name or by another pack.
  package let channels: [String]
  /// Keys of the facts that it is about: where none is declared or read, a material that is not there does not
  /// concern it; empty where it is about every submission.
  let subjects: [String]
  /// Facts below it are doubtful.
  package let minimumConfidence: Double
  /// Whether failures of error rules may be waived.
  package let isWaivable: Bool
  package let rules: [Rule]

  /// The pack's file or folder, as given to the loader.
  let path: String
  let files: [YAMLFile]
  /// Whether it stands beside the packs that are always there, in a folder that was added.
  let isAdded: Bool
  let parents: [Parent]
  let overrides: [Override]
  /// Named sets of overrides, beside the `default` one, which changes nothing.
  let profiles: [String: [Override]]
  /// Its own and those of its parents, of which its own win.
  var parameters: [String: Parameter]
  let normalizers: [String: TextNormalization]
  let lookups: [String: Lookup]
  let verbs: [String: CustomVerb]
  let functions: FunctionLibrary
  /// What of the above it says itself, for the style of the file and the documentation.
  let own: OwnNames

  /// The claims that it was written after, by number; empty for most packs.
  let checklist: [ChecklistEntry]
  /// Whose claims they are.
  let checklistSource: CitedSource?

  /// A claim of the source with the rules that check it.
  struct ChecklistEntry: Sendable {
    /// The id of a rule of this pack or of a parent.
    struct Named: Sendable {
      let id: String
      let location: SourceLocation
    }

    let number: Int
    let claim: LocalizedText
    let standing: ChecklistRow.Standing
    let rules: [Named]
    let remark: LocalizedText
  }

  /// The names that a pack gives, with their places.
  struct OwnNames: Sendable {
    var parameters: [String: SourceLocation] = [:]
    var normalizers: [String: SourceLocation] = [:]
    var lookups: [String: SourceLocation] = [:]
    var verbs: [String: SourceLocation] = [:]
  }

  /// A pack whose rules this one takes over.
  struct Parent: Sendable {
    let id: String
    let versions: VersionRange?
    let location: SourceLocation
  }

  static let defaultProfile = "default"
}
