internal import Model
internal import Schema

/// Reads the claims that a pack was written after: each row exactly once, none without rules or a reason.
struct ChecklistReader {
  let sources: SourceRegister

  /// - Returns: whose list it is, and the rows that were understood; what is wrong with the others is reported.
  func read(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> (source: CitedSource?, rows: [Pack.ChecklistEntry]) {
    guard let node, let record = log.record(node, ChecklistKey.self) else { return (nil, []) }
    let source = log.source(record[.source], of: sources)
    guard let count = record[.count].flatMap({ number($0, into: &log) }) else {
      return (source, [])
    }
    var rows: [Int: Pack.ChecklistEntry] = [:]
    for node in log.elements(of: record[.rows]) {
      guard let row = row(node, count: count, into: &log) else { continue }
      if rows.updateValue(row, forKey: row.number) != nil {
        log.report(
          "duplicate-row", at: node, "第 \(row.number) 行出现了两次", "row \(row.number) is there twice")
      }
    }
    let missing = (1...count).filter { rows[$0] == nil }.map(String.init)
    if !missing.isEmpty {
      log.report(
        "missing-row", at: node, "缺少这些行：\(missing.joined(separator: "、"))",
        "rows are missing: \(missing.joined(separator: ", "))")
    }
    return (source, rows.values.sorted { $0.number < $1.number })
  }

  private func row(
    _ node: YAMLNode, count: Int, into log: inout DiagnosticLog
  ) -> Pack.ChecklistEntry? {
    guard let record = log.record(node, ChecklistRowKey.self),
      let numberNode = record[.row], let number = number(numberNode, into: &log),
      let claim = log.localized(record[.claim]),
      let standing: ChecklistRow.Standing = log.choice(record[.standing], "真伪", "standing"),
      let remark = log.localized(record[.remark])
    else { return nil }
    guard number <= count else {
      log.report(
        "range", at: numberNode, "行号应在 1 与 \(count) 之间", "rows are numbered from 1 to \(count)")
      return nil
    }
    let rules = log.elements(of: record[.rules], "规则编号列表", "a list of rule ids")
      .compactMap { node in
        log.string(node).map { id in
          Pack.ChecklistEntry.Named(
            id: id,
            location: SourceLocation(log.file, node.position, length: id.unicodeScalars.count))
        }
      }
    return Pack.ChecklistEntry(
      number: number, claim: claim, standing: standing, rules: rules, remark: remark)
  }

  private func number(_ node: YAMLNode, into log: inout DiagnosticLog) -> Int? {
    guard case .int(let number) = node.scalar, (1...1000).contains(number) else {
      log.wrongType(node, "1 至 1000 的整数", "a whole number from 1 to 1000")
      return nil
    }
    return number
  }
}
