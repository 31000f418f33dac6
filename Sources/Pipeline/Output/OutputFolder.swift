internal import Foundation
internal import Model
internal import Native

/// Where reports go: private folders (0700) and files (0600) that are whole or not there at all.
package struct OutputFolder: Sendable {
  /// A failure says what kept a report from being written.
  package struct Failure: Error {
    package let path: String
    package let reason: String
  }

  package let path: String

  /// Makes the folder if need be, and tries whether it can be written.
  package init(creating path: String) throws(Failure) {
    self.path = path
    try Self.create(folder: path)
    PrivateFile.removeLeftovers(inFolder: path)
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw Failure(path: path, reason: "Permission denied")
    }
  }

  private init(existing path: String) { self.path = path }

  /// The folder below this one, made if need be; what a killed run left half written in it is removed.
  ///
  /// - Parameter name: Relative, `group/company-a`.
  func folder(_ name: String) throws(Failure) -> OutputFolder {
    let folder = OutputFolder(existing: path + "/" + name)
    try Self.create(folder: folder.path)
    PrivateFile.removeLeftovers(inFolder: folder.path)
    return folder
  }

  /// Writes a file of the folder, at once: whoever reads sees the old one or the new one.
  ///
  /// - Parameter name: `report.json`.
  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    do { try PrivateFile.write(bytes, to: path + "/" + name) } catch {
      throw Failure(path: error.path, reason: error.reason)
    }
  }

  /// Whether there is a file of that name.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// Whether a file is one that only its owner may read, as ours are.
  func isPrivate(_ path: String) -> Bool {
    do {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      return mode as? Int == 0o600
    } catch { return false }
  }

  /// A text file of the folder; `nil` where there is none that can be read.
  func text(of name: String) -> String? {
    do {
      let bytes = try FileSystem.read(Array((path + "/" + name).utf8), limit: 1 << 28)
      return String(validating: bytes, as: UTF8.self)
    } catch { return nil }
  }

  /// Removes a file of ours, where it is there.
  func remove(_ name: String) {
    guard has(name), isPrivate(path + "/" + name) else { return }
    do { try FileManager.default.removeItem(atPath: path + "/" + name) } catch { return }
  }

  /// Begins a file of the folder that grows piece by piece and appears when it is finished.
  func stream(_ name: String) throws(Failure) -> OutputStream {
    do { return OutputStream(try PrivateFileStream(path + "/" + name)) } catch {
      throw Failure(path: error.path, reason: error.reason)
    }
  }

  private static func create(folder: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(path: folder, reason: FailureWords.reason(of: error).english)
    }
    do throws(PrivateFile.Failure) {
      try PrivateFolder.checkOwner(of: folder)
    } catch {
      throw Failure(path: error.path, reason: error.reason)
    }
  }
}

/// A file of the output folder that is being written.
struct OutputStream {
  private let file: PrivateFileStream

  init(_ file: PrivateFileStream) { self.file = file }

  func append(_ text: String) throws(OutputFolder.Failure) { try append(bytes: Array(text.utf8)) }

  func append(bytes: [UInt8]) throws(OutputFolder.Failure) {
    do { try file.append(bytes) } catch {
      throw OutputFolder.Failure(path: error.path, reason: error.reason)
    }
  }

  func finish() throws(OutputFolder.Failure) {
    do { try file.finish() } catch {
      throw OutputFolder.Failure(path: error.path, reason: error.reason)
    }
  }
}
