internal import CEL
internal import Model

/// Where the names come from that packs do not give: materials, declared keys, and tables of sources.
struct NameOrigins {
  let workspace: Workspace

  typealias Place = NameTarget.Place

  /// The field of a material, or the declared key, that gives a fact.
  func fact(_ name: String) -> [Place] {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count > 1 else { return [] }
    if parts[0] == "declared" { return declared(Array(parts.dropFirst())) }
    let field = parts.dropFirst().joined(separator: ".")
    for file in files(.material) where file.outline["prefix"]?.text == parts[0] {
      // allowed: a material without fields gives no facts of its own
      let fields = (file.outline["fields"]?.items ?? []).compactMap { $0["key"] }
      for key in [field] + Self.bases(of: field) {
        if let found = fields.first(where: { $0.text == key }), let scalar = found.scalar {
          return [Place(file: file, range: scalar.textRange, isDefinition: true)]
        }
      }
      // What every document of the kind has: where the kind is described.
      return file.outline["prefix"]?.scalar.map {
        [Place(file: file, range: $0.textRange, isDefinition: true)]
      } ?? []  // allowed: a prefix that was found is a scalar
    }
    return []
  }

  /// The names of what gives several facts: an amount gives its number and its currency.
  private static func bases(of field: String) -> [String] {
    ["_amount", "_currency"].compactMap { suffix in
      field.hasSuffix(suffix) ? String(field.dropLast(suffix.count)) : nil
    }
  }

  private func declared(_ path: [String]) -> [Place] {
    for file in workspace.files where file.path.hasSuffix("/declared.yaml") {
      if let found = key(path, in: file.outline["keys"], file) { return [found] }
    }
    return []
  }

  private func key(_ path: [String], in node: OutlineNode?, _ file: EditedFile) -> Place? {
    guard let first = path.first, let node else { return nil }
    for name in [first] + (path.count == 1 ? Self.bases(of: first) : []) {
      guard let pair = node.pairs.first(where: { $0.key == name }) else { continue }
      if path.count == 1 { return Place(file: file, range: pair.keyRange, isDefinition: true) }
      return key(Array(path.dropFirst()), in: pair.value["keys"], file)
    }
    return nil
  }

  /// The file of a kind of material.
  func material(_ name: String) -> [Place] {
    files(.material).compactMap { file in
      guard let scalar = file.outline["kind"]?.scalar, scalar.text == name else { return nil }
      return Place(file: file, range: scalar.textRange, isDefinition: true)
    }
  }

  /// The value of the declared channel.
  func channel(_ name: String) -> [Place] {
    workspace.files.filter { $0.path.hasSuffix("/declared.yaml") }.compactMap { file in
      let values = file.outline["keys"]?["channel"]?["values"]?.pairs
      return values?.first { $0.key == name }
        .map { Place(file: file, range: $0.keyRange, isDefinition: true) }
    }
  }

  /// The row of a source.
  func source(_ name: String) -> [Place] {
    workspace.files.filter { $0.path.hasSuffix("/sources.csv") }.flatMap { file in
      file.text.lines.enumerated().filter { $0.element.hasPrefix(name + ",") }.map { index, _ in
        Place(
          file: file, range: Self.range(line: index + 1, length: name.unicodeScalars.count),
          isDefinition: true)
      }
    }
  }

  /// The CSV files of tables that have one.
  func table(_ tables: [Place]) -> [Place] {
    tables.compactMap { table in
      let path = table.file.outline.path(to: table.range.start)
      guard let name = path.pair?.value["file"]?.text,
        let file = file(named: name, from: table.file)
      else { return nil }
      return Place(file: file, range: Self.range(line: 1, length: 0), isDefinition: true)
    }
  }

  /// Returns the table that a pack's file names: in its own folder, or in a rules folder above it.
  func file(named name: String, from file: EditedFile) -> EditedFile? {
    var folder = file.path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let path = DocumentPath.resolved(folder + "/" + name)
      if let found = workspace.file(at: path) { return found }
      guard folder.count(where: { $0 == "/" }) + 4 > file.path.count(where: { $0 == "/" }) else {
        break
      }
    }
    let tables = workspace.files.filter { $0.kind == .table }
    return tables.first { $0.path.hasSuffix("/" + name) }
  }

  private func files(_ kind: FileKind) -> [EditedFile] {
    workspace.files.filter { $0.kind == kind }
  }

  private static func range(line: Int, length: Int) -> SourceRange {
    SourceRange(
      start: TextPosition(line: line, column: 1),
      end: TextPosition(line: line, column: 1 + length))
  }
}
