internal import Model
package import Native

/// Why an OFD, or a part of one, cannot be read.
package struct OFDFault: Error, Hashable {
  /// The part's path; empty for the package itself.
  package let part: String
  package let reason: String

  package init(part: String, reason: String) {
    self.part = part
    self.reason = reason
  }
}

/// The parts of an OFD package (GB/T 33190 7): a zip, unpacked in memory within limits.
package struct OFDPackage {
  /// By path without a leading slash.
  private let parts: [String: [UInt8]]
  /// Paths by themselves in lower case; `nil` where two differ in case alone.
  private let folded: [String: String?]
  /// Entries that were not unpacked, with why.
  package let faults: [OFDFault]
  /// What of the container is not as the standard has it.
  let irregularities: [OFDIrregularity]

  /// A license or letter has some dozens of parts; an OFD seal inside a seal is smaller still.
  private static let limits = ArchiveLimits(
    entries: 2000, entrySize: 64 << 20, totalSize: 128 << 20, ratio: 200, freeSize: 8 << 20,
    depth: 12, nameLength: 512, takesRootedNames: true)

  /// - Throws: where it is no zip, a bomb, or has two entries of one name: one could be verified and the
  ///   other shown.
  package init(_ bytes: [UInt8]) throws(OFDFault) {
    guard let end = ZipEnd(bytes) else {
      throw OFDFault(part: "", reason: "the zip is cut off, or stands among parts of another")
    }
    var irregularities: [OFDIrregularity] = []
    if end.zip.lowerBound > 0 { irregularities.append(.bytesBefore(end.zip.lowerBound)) }
    if end.zip.upperBound < bytes.count {
      irregularities.append(.bytesBehind(bytes.count - end.zip.upperBound))
    }
    var parts: [String: [UInt8]] = [:]
    var faults: [OFDFault] = []
    var twice: String?
    do throws(ArchiveRefusal) {
      let zip = end.zip.count == bytes.count ? bytes : Array(bytes[end.zip])
      try ArchiveReader.read(zip, limits: Self.limits) { entry in
        guard !entry.path.hasSuffix("/") else { return }
        switch entry.contents {
        case .success(let contents):
          if parts.updateValue(contents, forKey: entry.path) != nil { twice = entry.path }
        case .failure(let fault):
          faults.append(OFDFault(part: entry.path, reason: "\(fault)"))
        }
      }
    } catch {
      throw OFDFault(part: "", reason: "\(error)")
    }
    if let twice { throw OFDFault(part: twice, reason: "two entries of one name") }
    self.parts = parts
    self.faults = faults
    self.irregularities = irregularities
    folded = parts.keys.reduce(into: [:]) { folded, path in
      let name = path.lowercased()
      folded[name] = folded[name] == nil ? path : String?.none
    }
  }

  /// The paths are sorted by their bytes.
  package var paths: [String] { parts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  package subscript(_ path: String) -> [UInt8]? { actual(path).flatMap { parts[$0] } }

  /// The path of the part that is meant: names that differ in case alone are one on Windows, where most OFDs are made.
  ///
  /// - Returns: `nil` where there is none, or two.
  func actual(_ path: String) -> String? {
    parts[path] != nil ? path : folded[path.lowercased()].flatMap(\.self)
  }

  /// Returns the root element of a part that is XML.
  package func xml(_ path: String) throws(OFDFault) -> XMLElement {
    guard let bytes = self[path] else { throw OFDFault(part: path, reason: "missing") }
    do throws(XMLRefusal) {
      return try XMLDocument.root(of: bytes, limits: XMLLimits(bytes: 32 << 20, nodes: 400_000))
    } catch {
      throw OFDFault(part: path, reason: "\(error)")
    }
  }

  /// Returns the path that a reference in a part means: from the root with a leading slash, else from the part's
  /// folder; as some writers do it, from the root after all where only that is there, with backslashes, or in another
  /// case.
  package func path(_ reference: String, from part: String) -> String? {
    let text = String(reference.trimmed.map { $0 == "\\" ? "/" : $0 })
    guard !text.isEmpty else { return nil }
    if text.hasPrefix("/") { return Self.normalized(text).map { actual($0) ?? $0 } }
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    guard let near = Self.normalized(folder + "/" + text) else { return nil }
    if let found = actual(near) { return found }
    return Self.normalized(text).flatMap(actual) ?? near
  }

  /// `nil` for a path that leaves the package.
  private static func normalized(_ path: String) -> String? {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." {
        guard names.popLast() != nil else { return nil }
      } else {
        names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}
