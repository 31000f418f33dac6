package import Model
internal import Native
internal import Recognition

/// The documents on one page that was read, and what was missing from them.
package struct PageDocuments {
  package var documents: [Document] = []
  package var notices: [Notice] = []
  package var names: [NameEvidence] = []
  /// Where text stands, for pictures in reports.
  package var areas: [PageArea]

  /// - Parameters:
  ///   - page: lines in the upright page's coordinates.
  ///   - place: the file, page and coordinates of evidence.
  ///   - codes: QR codes with their evidence.
  ///   - colour: of the upright picture, `nil` for a text layer.
  ///   - stamps: on the page, `nil` where there is no picture of it.
  ///   - rereading: what of the page may be read once more.
  init(
    page: RecognizedPage, tools: PageTools, place: PagePlace,
    codes: [(text: String, evidence: Evidence)], colour: ColourRegions?,
    stamps: PageStamps? = nil, rereading: Rereading = .none
  ) {
    areas = PageAreas.text(of: page, at: place)
    let straight = page.lines.filter { abs($0.box.angle) < Self.straight }
    let level = PageLevel(boxes: straight.map(\.box), width: page.width, height: page.height)
    let text = PageText(lines: straight, level: level)
    let outcome = MaterialRecognition(materials: tools.materials.materials).documents(on: text)
    guard !outcome.documents.isEmpty else {
      if let tables = tools.tables, tables.read(text, at: place, into: &self) { return }
      notices.append(
        Notice(
          file: place.file, page: place.page, stage: .extract,
          code: straight.isEmpty ? .pictureBlank : .kindUnknown,
          details: Notice.resembled(outcome.resembled)))
      return
    }
    for found in outcome.documents {
      let isAlone = outcome.documents.count == 1
      let own =
        isAlone ? text : PageText(lines: found.lines.map { straight[$0] }, level: level)
      if let records = tools.tables?.documents(
        of: found.material, on: own, at: place, confidence: found.confidence,
        rotationDegrees: page.rotationDegrees), !records.isEmpty
      {
        documents += records
        continue
      }
      let reader = FormReader(
        material: found.material, text: own.values(of: found.material), place: place,
        aspect: isAlone ? page.width / max(1, page.height) : Self.aspect(of: own),
        codes: isAlone ? codes : [], colour: isAlone ? colour : nil, stamps: isAlone ? stamps : nil)
      var result = reader.read(rereading)
      if let removal = page.watermarkRemoval {
        result.facts = WatermarkDoubt(material: found.material, removal: removal)
          .doubted(result.facts)
      }
      documents.append(
        Document(
          kind: found.material.kind, confidence: found.confidence, pages: [place.page],
          rotationDegrees: page.rotationDegrees, isReadWhole: result.isWhole,
          facts: tools.tables?.completed(result.facts, of: found.material.kind) ?? result.facts))
      let fields =
        result.unread.map { ($0, NoticeCode.fieldUnread) }
        + result.blank.map { ($0, NoticeCode.fieldBlank) }
        + result.absent.map { ($0, NoticeCode.fieldAbsent) }
      notices += fields.map { field, code in
        var details = ["fact": found.material.prefix + "." + field.key]
        details.set("field", to: field.words)
        return Notice(
          file: place.file, page: place.page, stage: .extract, code: code, details: details)
      }
    }
    if !outcome.rivals.isEmpty {
      let kinds = (outcome.documents.prefix(1).map(\.material.kind) + outcome.rivals)
        .map(\.rawValue).joined(separator: ", ")
      notices.append(
        Notice(
          file: place.file, page: place.page, stage: .extract, code: .kindAmbiguous,
          details: ["kinds": kinds].merging(Notice.resembled(outcome.rivals)) { own, _ in own }))
    }
  }

  /// Lines that lean more, in radians, are no lines of the form.
  static let straight = 0.35

  /// Width over height of the text of one document among several on a page.
  private static func aspect(of text: PageText) -> Double {
    let points = text.lines.flatMap { $0.box.quad.corners.map(text.level.level) }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max(), bottom > top
    else { return 1 }
    return (right - left) / (bottom - top)
  }
}
