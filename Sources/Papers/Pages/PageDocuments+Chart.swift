package import Charts
internal import Model
package import Native
package import Recognition

extension PageDocuments {
  /// Returns the chart that the page may be, where no form was recognized.
  package mutating func addChart(
    in picture: PixelBuffer, lines: [PageLine], rotationDegrees: Int, place: PagePlace,
    look: ([TextBox]) -> [PageLine] = { _ in [] }
  ) {
    guard documents.isEmpty,
      let draft = PictureChart(picture, lines: lines, look: look)?
        .draft(page: place.page, toEvidence: place.toEvidence)
    else { return }
    addChart(draft, rotationDegrees: rotationDegrees, place: place)
  }

  /// The chart on the page, unless it is a drawing of something else.
  package mutating func addChart(_ draft: HierarchyDraft, rotationDegrees: Int, place: PagePlace) {
    guard documents.isEmpty, draft.looksLikeOrganization else { return }
    let hierarchy = draft.hierarchy()
    notices.removeAll { $0.code == .kindUnknown }
    notices += hierarchy.notices(file: place.file, page: place.page)
    documents.append(
      Document(
        kind: .orgChart, confidence: 0.95, pages: [place.page], rotationDegrees: rotationDegrees,
        isReadWhole: !hierarchy.hasLosses,
        facts: OrganizationFacts.facts(of: hierarchy, file: place.file, method: place.method),
        hierarchy: hierarchy))
  }
}
