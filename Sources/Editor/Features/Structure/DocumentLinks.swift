internal import CEL
internal import Model

extension Feature {
  /// Addresses, files of tables, and sources that rules cite.
  static let documentLink = Feature(
    "textDocument/documentLink", announcedAs: "documentLinkProvider", .members([:])
  ) { context in
    let links = LinkScan(file: context.file, workspace: context.workspace).links
    return .array(
      links.map { link in
        .members([
          "range": context.range(link.range), "target": .string(link.target),
        ])
      })
  }
}

/// Finds what leads out of a file.
private struct LinkScan {
  struct Link {
    let range: SourceRange
    let target: String
  }

  let file: EditedFile
  let workspace: Workspace

  var links: [Link] { addresses + (file.kind == .pack ? sources + tables : []) }

  /// Addresses as they are written, in any text.
  private var addresses: [Link] {
    file.text.lines.enumerated().flatMap { index, line in
      WebAddress.all(in: line).map { address in
        let start = TextPosition(line: index + 1, column: address.offset + 1)
        let end = TextPosition(
          line: index + 1, column: start.column + address.text.unicodeScalars.count)
        return Link(range: SourceRange(start: start, end: end), target: address.text)
      }
    }
  }

  /// Sources: to the address that is their place, else to their row.
  private var sources: [Link] {
    var targets: [String: String] = [:]
    let origins = NameOrigins(workspace: workspace)
    return file.occurrences.filter { $0.kind == .source }.compactMap { use in
      if targets[use.name] == nil, let row = origins.source(use.name).first {
        let line = row.range.start.line
        let address = WebAddress.all(in: row.file.text.line(line)).first?.text
        targets[use.name] = address ?? DocumentPath.uri(of: row.file.path) + "#L\(line)"
      }
      return targets[use.name].map { Link(range: use.range, target: $0) }
    }
  }

  /// The CSV files of tables.
  private var tables: [Link] {
    // allowed: a pack need not have tables
    (file.outline["lookups"]?.pairs ?? []).compactMap { pair in
      guard let name = pair.value["file"]?.scalar,
        let table = NameOrigins(workspace: workspace).file(named: name.text, from: file)
      else { return nil }
      return Link(range: name.textRange, target: DocumentPath.uri(of: table.path))
    }
  }
}

/// An address of the web in a text.
private struct WebAddress {
  let text: String
  /// In scalars from the start of the line.
  let offset: Int

  static func all(in line: String) -> [WebAddress] {
    var found: [WebAddress] = []
    var rest = line[...]
    while let start = rest.range(ofAny: ["https://", "http://"]) {
      // Addresses of the web are ASCII: Chinese text and signs may follow without a blank.
      let text = rest[start...].prefix { letter in
        letter.isASCII && !letter.isWhitespace && !"\"'<>,{}[]|".contains(letter)
      }
      let trimmed = text.reversed().drop { ".;:)".contains($0) }.reversed()
      if let last = trimmed.last, last != "/" || trimmed.count > "https://".count {
        found.append(
          WebAddress(
            text: String(trimmed), offset: line[..<start].unicodeScalars.count))
      }
      rest = rest[text.endIndex...]
    }
    return found
  }
}

extension Substring {
  /// Where the first of some texts begins.
  fileprivate func range(ofAny texts: [String]) -> Index? {
    texts.compactMap { firstRange(of: $0)?.lowerBound }.min()
  }
}
