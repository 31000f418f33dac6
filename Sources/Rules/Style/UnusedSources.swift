internal import Model

/// Rows of `sources.csv` that nothing cites.
struct UnusedSources {
  let packs: [Pack]
  let registers: SourceRegisters

  func diagnostics() -> [Diagnostic] {
    let cited = registers.citedByTables
      .union(packs.flatMap(\.rules).flatMap(\.basis).map(\.source.id))
      .union(packs.compactMap(\.checklistSource?.id))
    return registers.entries.filter { !cited.contains($0.source.id) }.map { entry in
      entry.cell.diagnostic(
        "unused-source", level: .warning, "没有规则或表引用出处「\(entry.source.id)」",
        "no rule and no table cites the source \"\(entry.source.id)\"")
    }
  }
}
