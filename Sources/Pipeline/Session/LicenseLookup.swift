internal import Ingest
internal import Model
internal import Native

/// Reads papers to know whose license is among them: what is read is kept, so that the check reads it no second time.
final class LicenseLookup: LicenseReading {
  private let session: Session
  /// The readers, once they are needed: one set for all folders.
  private var resources: ReadingResources?

  init(session: Session) { self.session = session }

  func company(among files: [SourceFile]) -> String? {
    do {
      let resources = try resources ?? session.resources(for: files.count)
      self.resources = resources
      for file in files {
        let read = try resources.extractions(
          of: [file], progress: { _ in }, shouldStop: { Interruption.signal != nil })
        if let company = read.flatMap(\.documents).compactMap(\.company).first { return company }
      }
    } catch {
      // The check says why nothing can be read.
      return nil
    }
    return nil
  }
}

extension Document {
  /// The credit code on a license, or else the company's name.
  fileprivate var company: String? {
    guard kind == .businessLicense else { return nil }
    return ["license.credit_code", "license.name"].lazy.compactMap { key in
      facts.first { $0.key == key }?.value.string
    }.first
  }
}
