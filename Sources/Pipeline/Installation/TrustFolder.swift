internal import Model
package import Native

/// The folder of `--trust`: certificates that chains of signatures must lead to, PEM or DER.
package struct TrustFolder: Sendable {
  /// Why it cannot be used.
  package struct Unusable: Error, Hashable {
    /// The path is that of the folder, or of the file in it.
    package let path: String
    package let problem: Problem
  }

  package enum Problem: Hashable, Sendable {
    /// It is not there, no folder, or may not be read.
    case unreadable
    /// Nothing in it is named like a certificate.
    case empty
    /// A file named like a certificate holds none.
    case noCertificate
  }

  package let path: String
  /// `sha256:` and the digest of names and contents, for the keys of the cache.
  package let digest: String
  private let files: [(name: String, bytes: [UInt8])]

  /// Names that count: `.pem`, `.crt`, `.cer`, `.der`; anything else is passed over.
  private static let extensions = ["pem", "crt", "cer", "der"]
  /// In bytes, of one file.
  private static let sizeLimit = 4 << 20

  package init(path: String) throws(Unusable) {
    self.path = path
    do {
      let folder = try FileSystem.resolved(Array(path.utf8))
      files = try FileSystem.names(inFolder: folder).compactMap { name throws(FileFailure) in
        let text = String(decoding: name, as: UTF8.self)
        guard let last = text.split(separator: ".").last, text.contains("."),
          Self.extensions.contains(last.lowercased())
        else { return nil }
        let file = try FileSystem.resolved(folder + [0x2F] + name)
        return (text, try FileSystem.read(file, limit: Self.sizeLimit))
      }
    } catch {
      throw Unusable(path: path, problem: .unreadable)
    }
    guard !files.isEmpty else { throw Unusable(path: path, problem: .empty) }
    digest =
      "sha256:"
      + SHA256.hex(
        of: files.flatMap { Array("\($0.name)\u{0}\(SHA256.hex(of: $0.bytes))\n".utf8) })
  }

  /// Returns the certificates, ready for judging chains.
  ///
  /// Parses them: for the worker, not its parent.
  package func store() throws(Unusable) -> TrustStore {
    var certificates: [[UInt8]] = []
    for file in files {
      let found = CertificateFile.certificates(in: file.bytes)
      guard !found.isEmpty else { throw Unusable(path: file.name, problem: .noCertificate) }
      certificates += found
    }
    guard let store = TrustStore(certificates) else {
      throw Unusable(path: path, problem: .noCertificate)
    }
    return store
  }
}
