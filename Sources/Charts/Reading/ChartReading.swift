package import Model
package import Native
package import Tables

/// Why a chart was not read.
package enum ChartRefusal: Error, Hashable {
  /// The container or its text, in words.
  case damaged(String)
  /// Something that a chart does not need: a document type, an archive bomb, too many nodes.
  case refused(String)
  case encrypted
  /// It is well-formed but holds no chart.
  case noChart
}

/// A reading is what a reader found in a file.
package struct ChartReading {
  package var draft = HierarchyDraft()
  /// What was not followed: formulas, links, macros.
  package var remarks: [TableRemark] = []
  /// The sizes of the pages that evidence refers to.
  package var pages: [PageSize] = []
  package var method = EvidenceMethod.xml

  init() {}
  init(_ draft: HierarchyDraft) { self.draft = draft }
}

extension XMLDocument {
  /// The root element of a chart's XML.
  static func chart(_ bytes: [UInt8]) throws(ChartRefusal) -> XMLElement {
    do throws(XMLRefusal) { return try root(of: bytes) } catch { throw ChartRefusal(error) }
  }
}

extension ArchiveReader {
  /// The wanted parts of a chart's package.
  static func chartParts(
    in bytes: [UInt8], wants: (String) -> Bool
  ) throws(ChartRefusal) -> [String: [UInt8]] {
    do throws(ArchiveRefusal) { return try files(in: bytes, wants: wants) } catch {
      throw ChartRefusal(error)
    }
  }
}

extension ChartRefusal {
  package init(_ refusal: XMLRefusal) {
    switch refusal {
    case .tooLarge(let limit): self = .refused("XML > \(limit) bytes")
    case .tooManyNodes(let limit): self = .refused("XML > \(limit) nodes")
    case .hasDocumentType: self = .refused("XML with a document type (DTD)")
    case .malformed(let reason, let line): self = .damaged("XML line \(line): \(reason)")
    }
  }

  package init(_ refusal: ArchiveRefusal) {
    switch refusal {
    case .notAnArchive: self = .damaged("not an archive")
    case .damaged(let reason): self = .damaged(reason)
    case .encrypted: self = .encrypted
    case .tooManyEntries(let limit): self = .refused("> \(limit) entries")
    case .tooMuchData(let limit): self = .refused("> \(limit) bytes unpacked")
    case .ratioTooHigh(let limit): self = .refused("> \(limit) times its size unpacked")
    }
  }

  package init(_ refusal: Workbook.Refusal) {
    switch refusal {
    case .archive(let refusal): self = ChartRefusal(refusal)
    case .part(_, let refusal): self = ChartRefusal(refusal)
    case .noSheets: self = .damaged("no sheets")
    }
  }
}
