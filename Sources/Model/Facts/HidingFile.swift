/// A file that may hold a document which was not found: it could not be opened or decoded, or a page of it resembles
/// a kind without being surely of it.
package struct HidingFile: Hashable, Sendable {
  /// What may be in it.
  package enum Contents: Hashable, Sendable {
    /// Nobody has seen it.
    case anything
    case kinds(Set<MaterialKind>)
  }

  package var file: String
  package var contents: Contents
  /// Whether it is a picture: seals and signatures are data of other files.
  package var isPicture: Bool

  package init(file: String, contents: Contents, isPicture: Bool = false) {
    self.file = file
    self.contents = contents
    self.isPicture = isPicture
  }

  /// Returns whether a document of the kind may be in it.
  package func mayHold(_ kind: MaterialKind) -> Bool {
    switch kind {
    // A file that is no picture holds none; a stamp that was not seen is not asked for.
    case .image, .stamp: return false
    case .electronicSeal, .signature: if isPicture { return false }
    default: break
    }
    switch contents {
    case .anything: return true
    case .kinds(let kinds): return kinds.contains(kind)
    }
  }
}
