internal import FoundationEssentials
internal import Model

/// What the packs of a rules folder may cite: the folder's `sources.csv`, and one beside a pack for that pack.
struct SourceRegisters: Sendable {
  private var shared = SourceRegister()
  private var byFolder: [String: SourceRegister] = [:]
  /// The ids that the folder's tables cite.
  private(set) var citedByTables: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private var reading = TextReading()

  /// Without any source.
  init() {}

  /// - Parameters:
  ///   - added: Rules folders beside the first, whose packs may cite its sources and their own.
  ///   - reading: How tables are got that are open in an editor, or in another encoding.
  init(
    rulesFolder: String, adding added: [String] = [], packs: [PackSource],
    reading: TextReading = TextReading()
  ) {
    self.reading = reading
    shared = adding(rulesFolder, to: SourceRegister())
    for folder in added { byFolder[folder] = adding(folder, to: shared) }
    let roots = Dictionary(packs.map { ($0.folder, $0.root) }, uniquingKeysWith: { $1 })
    for (folder, root) in roots.sorted(by: { $0.key < $1.key }) where byFolder[folder] == nil {
      byFolder[folder] = adding(folder, to: root.map { self[$0] } ?? shared)
    }
    readTables(rulesFolder)
    // Where packs lie in the folder itself its tables are theirs, with columns as they like.
    for folder in added where roots[folder] == nil { readTables(folder) }
  }

  /// What the packs in a folder may cite.
  subscript(folder: String) -> SourceRegister { byFolder[folder, default: shared] }

  /// All rows, each once.
  var entries: [SourceRegister.Entry] {
    byFolder.values.reduce(shared.entries) { $0.merging($1.entries) { first, _ in first } }
      .values.sorted {
        ($0.cell.file.path, $0.cell.row.line) < ($1.cell.file.path, $1.cell.row.line)
      }
  }

  private mutating func adding(_ folder: String, to register: SourceRegister) -> SourceRegister {
    let path = folder + "/" + SourceRegister.fileName
    guard FileManager.default.fileExists(atPath: path) else { return register }
    var register = register
    let (file, refused) = CSVFile.read(path, reading)
    diagnostics += refused
    if let file { diagnostics += register.add(file) }
    return register
  }

  /// Tables of the rules folder that have a column `source`: each of its ids is one of the register's.
  private mutating func readTables(_ folder: String) {
    // allowed: a folder that cannot be listed is reported where its packs are read
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".csv") && name != SourceRegister.fileName {
      let (file, refused) = CSVFile.read(folder + "/" + name, reading)
      diagnostics += refused
      guard let file, let column = file.rows.first?.cells.firstIndex(of: "source") else { continue }
      for row in file.rows.dropFirst() where row.cells.indices.contains(column) {
        for id in row.cells[column].split(separator: SourceRegister.separator).map(String.init) {
          citedByTables.insert(id)
          let register = self[folder]
          guard register[id] == nil else { continue }
          let reason = register.refusal(of: id)
          diagnostics.append(
            file.cell(column, of: row).diagnostic(
              "unknown-source", part: id, reason.chinese, reason.english))
        }
      }
    }
  }
}
