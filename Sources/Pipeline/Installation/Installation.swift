internal import Foundation

/// Where rules and models are: the first of several places that has them.
package struct Installation: Sendable {
  /// A folder of which none was found, and where it was looked for.
  package struct Missing: Error {
    /// What it should hold.
    package enum Part: Sendable { case rules, models }

    package let part: Part
    package let places: [String]
  }

  /// What the program knows of where it is.
  package struct Surroundings: Sendable {
    /// The path from which the program runs.
    package var executable: String
    /// The home is the value of `DOSSIER_HOME`.
    package var home: String?

    package init(executable: String, home: String?) {
      self.executable = executable
      self.home = home
    }

    package static var current: Surroundings {
      get throws {
        Surroundings(
          executable: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
          home: ProcessInfo.processInfo.environment["DOSSIER_HOME"])
      }
    }
  }

  package let surroundings: Surroundings

  package init(surroundings: Surroundings) { self.surroundings = surroundings }

  /// Returns the folder with `declared.yaml`, `materials/` and `packs/`.
  /// - Parameter option: `--rules`; if it is given no other place will do.
  package func rules(option: String?) throws(Missing) -> String {
    try find(.rules, in: option.map { [$0] } ?? places("rules", inCheckout: "rules")) {
      Self.lists($0) { $0 == "packs" || $0 == "materials" }
    }
  }

  /// Returns the folder with the `.onnx` files.
  package func models(option: String?) throws(Missing) -> String {
    let places = option.map { [$0] } ?? places("models", inCheckout: ".deps/rapidocr/models")
    return try find(.models, in: places) { Self.lists($0) { $0.hasSuffix(".onnx") } }
  }

  private func find(
    _ part: Missing.Part, in places: [String], _ isRight: (String) -> Bool
  ) throws(Missing) -> String {
    guard let place = places.first(where: isRight) else {
      throw Missing(part: part, places: places)
    }
    return place
  }

  private func places(_ name: String, inCheckout checkoutName: String) -> [String] {
    var places: [String] = []
    if let home = surroundings.home, !home.isEmpty { places.append(home + "/" + name) }
    let program = URL(fileURLWithPath: surroundings.executable)
    let shared = program.deletingLastPathComponent().deletingLastPathComponent()
    places.append(shared.appendingPathComponent("share/dossier/" + name).path)
    if let checkout { places.append(checkout + "/" + checkoutName) }
    return places
  }

  /// The working copy that the program was built in, found by its `Package.swift` above `.build`.
  private var checkout: String? {
    var folder = URL(fileURLWithPath: surroundings.executable).deletingLastPathComponent()
    while folder.path != "/" {
      let package = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: package) { return folder.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// Whether the folder is there, may be listed, and has such a name in it.
  private static func lists(_ folder: String, _ isWanted: (String) -> Bool) -> Bool {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).contains(where: isWanted)
    } catch { return false }
  }
}
