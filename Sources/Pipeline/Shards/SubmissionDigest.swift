internal import Foundation
internal import Ingest
internal import Model
internal import Native

/// Tells whether a submission is what it was.
enum SubmissionDigest {
  /// Of what it declares and of what its files are.
  ///
  /// - Parameter contents: Of each source, in their order: the digest of its bytes, or its size and time.
  static func hex(of submission: Submission, contents: [String]) throws -> String {
    var hash = SHA256()
    hash.update(try KeptSubmission.bytes(of: submission))
    for (source, content) in zip(submission.sources, contents) {
      hash.update(Array("\(source.name)\u{0}\(source.size)\u{0}\(content)\n".utf8))
    }
    return hash.hex()
  }

  /// Size and time of a file; of one in an archive the digest of its bytes, which the listing holds.
  static func quick(_ source: SourceFile) -> String {
    if let member = source.member { return member.digest }
    return source.status.map { "\($0.size) \($0.modified)" } ?? "none"
  }

  /// The digest of a file's bytes, as its extraction has it; `none` where it cannot be read.
  static func whole(_ source: SourceFile, _ archives: Archives, _ cache: ExtractionCache?) -> String
  {
    if source.obstacleNotice != nil { return "none" }
    if let digest = cache?.digest(of: source) ?? source.member?.digest, !digest.isEmpty {
      return digest
    }
    do throws(UnreadableSource) {
      return SHA256.hex(of: try archives.read(source))
    } catch {
      return "none"
    }
  }
}

/// Digests of what every submission of a run is read and judged with.
extension RunPlan.Identity {
  /// - Throws: where rules or models cannot be read.
  init(of session: Session) throws {
    let models = try session.installation.models(option: nil)
    self.init(
      version: ToolVersion.current,
      program: "sha256:" + (try Self.digest(ofFile: session.installation.surroundings.executable)),
      rules: try session.rulebook().digest, models: try RulesDigest.digest(ofFolder: models),
      trust: try session.options.trust.map { try TrustFolder(path: $0).digest },
      precision: session.options.precision.rawValue)
  }

  private static func digest(ofFile path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { file.closeFile() }
    var hash = SHA256()
    while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
      hash.update([UInt8](chunk))
    }
    return hash.hex()
  }
}

extension RunPlan.Input {
  /// A file that the whole run takes values from.
  ///
  /// - Parameters:
  ///   - path: As it was given.
  ///   - place: Where it is.
  init(_ path: String, at place: String) throws(FileFailure) {
    let bytes = try FileSystem.read(
      try FileSystem.resolved(Array(place.utf8)), limit: RosterFile.sizeLimit)
    self.init(path: path, digest: "sha256:" + SHA256.hex(of: bytes))
  }
}
