internal import Foundation
package import Model

/// All materials that can be read, from a folder of YAML files.
package struct MaterialCatalogue: Sendable {
  /// The materials are sorted by kind.
  package let materials: [MaterialDefinition]

  package var kinds: [MaterialKind] { materials.map(\.kind) }

  /// What people call each kind.
  package var titles: [MaterialKind: LocalizedText] {
    Dictionary(materials.map { ($0.kind, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The facts that all materials and pictures may have.
  package var factDeclarations: [FactDeclaration] {
    materials.flatMap(\.factDeclarations) + ImageFacts.declarations
  }

  package init(materials: [MaterialDefinition]) {
    self.materials = materials.sorted { $0.kind < $1.kind }
  }

  /// Reads every `.yaml` and `.yml` file of a folder.
  ///
  /// - Parameters:
  ///   - added: Further folders, whose materials are known beside those of the first.
  ///   - open: What is being edited and not saved.
  /// - Returns: the catalogue, or `nil` with diagnostics where any file is wrong.
  package static func load(
    folder: String, adding added: [String] = [], open: OpenTexts = .none
  ) -> (
    catalogue: MaterialCatalogue?, diagnostics: [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    var materials: [MaterialDefinition] = []
    var origins: [MaterialKind: String] = [:]
    var paths: [String] = []
    for folder in [folder] + added {
      do {
        paths += try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
          .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { folder + "/" + $0 }
      } catch {
        return (nil, [unreadable(folder, error)])
      }
    }
    for path in paths {
      do {
        let text = try open.text(at: path) ?? String(contentsOfFile: path, encoding: .utf8)
        let found = definition(text: text, path: path)
        diagnostics += found.diagnostics
        if let material = found.material {
          if let first = origins.updateValue(path, forKey: material.kind) {
            diagnostics.append(
              Diagnostic(
                code: "duplicate-kind",
                message: LocalizedText(
                  "材料 \(material.kind.rawValue) 已在 \(first) 中定义，请换一个 kind",
                  "the kind \(material.kind.rawValue) is defined in \(first) already; take another kind"
                ),
                file: path, position: TextPosition(line: 1, column: 1)))
          }
          materials.append(material)
        }
      } catch {
        diagnostics.append(unreadable(path, error))
      }
    }
    let isBroken = diagnostics.contains { $0.level == .error } || materials.isEmpty
    if materials.isEmpty && diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          code: "no-materials",
          message: LocalizedText(
            "目录中没有材料定义（*.yaml）", "no material definitions (*.yaml) in this folder"),
          file: folder, position: .whole))
    }
    return (
      isBroken ? nil : MaterialCatalogue(materials: materials), diagnostics
    )
  }

  /// Reads one definition from its text.
  package static func definition(text: String, path: String) -> (
    material: MaterialDefinition?, diagnostics: [Diagnostic]
  ) {
    var file = MaterialFile(text: text, path: path)
    return file.definition()
  }

  private static func unreadable(_ path: String, _ error: any Error) -> Diagnostic {
    Diagnostic(
      code: "unreadable",
      message: LocalizedText(
        "无法读取：\(error.localizedDescription)", "cannot be read: \(error.localizedDescription)"),
      file: path, position: TextPosition(line: 1, column: 1))
  }
}
