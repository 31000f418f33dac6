internal import Editor
internal import Model
internal import Schema

/// Files that are no rules: declarations, waivers, confirmations, projects.
enum OtherFiles {
  /// Returns what is wrong in a file by its schema.
  static func diagnostics(of file: EditedFile) -> [Diagnostic] {
    guard ![.pack, .material, .table, .other].contains(file.kind), let schema = file.schema else {
      return []
    }
    let yaml = YAMLFile(text: file.text.text, path: file.path)
    return yaml.diagnostics + (yaml.root.map { yaml.misshapen($0, schema.root) } ?? [])  // allowed: no tree, told above
  }
}
