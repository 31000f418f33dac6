internal import Model
internal import Native

/// What an answer about a source may say.
///
/// A file may take over the worker that reads it. Then the worker lies about what it is asked; it must not thereby
/// speak of other files, forge what only persons or the declaration say, or put into reports what is no text.
package struct AnswerCheck: Sendable {
  /// The fact keys that reading may yield.
  private let keys: Set<String>

  package init(keys: Set<String>) { self.keys = keys }

  /// Returns what in an answer does not fit the source that was sent; `nil` where all does.
  func fault(in extraction: Extraction, of source: PooledSource) -> String? {
    let digest = source.bytes.isEmpty ? "" : SHA256.hex(of: source.bytes)
    guard extraction.file == source.file else { return "file" }
    guard extraction.digest == digest else { return "digest" }
    guard extraction.mediaType == source.mediaType else { return "media_type" }
    guard extraction.pages.count <= AnswerBounds.pages,
      extraction.pages.allSatisfy(AnswerBounds.isPage)
    else {
      return "pages"
    }
    let place = Place(file: source.file, pages: extraction.pages.count)
    guard extraction.documents.count <= AnswerBounds.documents,
      extraction.documents.allSatisfy({ place.holds($0) && AnswerBounds.isKind($0.kind) })
    else { return "documents" }
    let facts = extraction.documents.flatMap(\.facts) + extraction.facts
    guard facts.count <= AnswerBounds.facts else { return "facts" }
    for fact in facts {
      guard keys.contains(fact.key) else { return "key" }
      guard AnswerBounds.isValue(fact.value, depth: 0), fact.evidence.allSatisfy(place.holds) else {
        return fact.key
      }
    }
    guard extraction.parts.allSatisfy({ place.has($0.page) && AnswerBounds.isBox($0.box) }) else {
      return "parts"
    }
    guard extraction.areas.allSatisfy({ place.has($0.page) && AnswerBounds.isBox($0.box) }) else {
      return "areas"
    }
    guard extraction.notices.count <= AnswerBounds.notices,
      extraction.notices.allSatisfy(place.holds)
    else { return "notices" }
    return extraction.names.allSatisfy(place.holds) ? nil : "names"
  }

  /// Where the things of an answer may lie.
  private struct Place {
    let file: String
    let pages: Int

    /// A file whose pages have no size (sheets, slides) says how many they are nowhere.
    func has(_ page: Int?) -> Bool {
      guard let page else { return true }
      return (0..<(pages > 0 ? pages : AnswerBounds.pages)).contains(page)
    }

    /// A part inside the file is named after it.
    private func has(_ name: String) -> Bool {
      name == file || (name.hasPrefix(file + "!/") && AnswerBounds.isText(name))
    }

    func holds(_ document: Document) -> Bool {
      document.pages.allSatisfy(has) && [0, 90, 180, 270].contains(document.rotationDegrees)
        && (document.hierarchy.map(holds) ?? true)  // allowed: no chart
    }

    private func holds(_ chart: Hierarchy) -> Bool {
      chart.nodes.allSatisfy { node in
        AnswerBounds.isText(node.name)
          && [node.title, node.person, node.place.shape].allSatisfy(AnswerBounds.isText)
          && (0...1).contains(node.confidence) && has(node.place.page)
          && AnswerBounds.isBox(node.place.box)
      } && chart.defects.allSatisfy { $0.names.allSatisfy(AnswerBounds.isText) }
    }

    func holds(_ evidence: Evidence) -> Bool {
      switch evidence.method {
      // What persons and declarations say no reader says.
      case .declared, .person: return false
      case .ocr, .ocrChecksum, .textLayer, .qr, .exif, .der, .xml, .dns, .computed: break
      }
      return has(evidence.file) && has(evidence.page) && AnswerBounds.isBox(evidence.box)
        && AnswerBounds.isText(evidence.raw)
        && (evidence.lattices ?? []).allSatisfy { lattice in  // allowed: none were kept
          lattice.frames.allSatisfy { $0.allSatisfy { (0...1).contains($0.probability) } }
        }
    }

    func holds(_ notice: Notice) -> Bool {
      has(notice.file) && notice.stage == .extract && has(notice.page)
        && notice.details.count <= AnswerBounds.details
        && notice.details.allSatisfy {
          AnswerBounds.isText($0.key) && AnswerBounds.isText($0.value)
        }
    }

    func holds(_ names: NameEvidence) -> Bool {
      names.pages.allSatisfy(has)
        && names.statements.allSatisfy { statement in
          AnswerBounds.isText(statement.name) && AnswerBounds.isText(statement.type)
            && statement.fields.allSatisfy(AnswerBounds.isText)
            && holds(statement.evidence) && (0...1).contains(statement.confidence)
        }
    }
  }
}
