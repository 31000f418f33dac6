internal import Model

/// Places of a finding on the page's picture: crops with the box drawn, and the whole page behind each.
enum FindingPicture {
  /// More crops of one finding say no more.
  private static let mostOfOneFinding = 4

  /// The pictures of a finding, and why some are missing.
  static func all(
    of masked: MaskedFinding, id: String, _ context: ReportContext
  ) -> (pictures: [TemplateValue], withheld: [String]) {
    var pictures: [TemplateValue] = []
    var withheld: [String] = []
    var seen: [(file: String, page: Int, box: Quad?)] = []
    for place in masked.pictured(in: context.masked.files) {
      guard let number = place.page, pictures.count < mostOfOneFinding else { continue }
      // The whole page says nothing where a part of it is shown.
      let isSeen = seen.contains {
        $0.file == place.file && $0.page == number && (place.box == nil || $0.box == place.box)
      }
      guard !isSeen else { continue }
      seen.append((place.file, number, place.box))
      let page = PagePlan.Page(file: place.file, number: number)
      if let picture = model(of: place, page, id: "\(id)-p\(pictures.count + 1)", context) {
        pictures.append(picture)
      } else if let reason = reason(page, context), !withheld.contains(reason) {
        withheld.append(reason)
      }
    }
    return (pictures, withheld)
  }

  private static func reason(_ page: PagePlan.Page, _ context: ReportContext) -> String? {
    let name = page.file + " " + Phrase.pages([page.number])[context.locale]
    switch context.plan.withheld[page] {
    case .personalDataNotLocated:
      return context.pick(
        "未附 \(name) 的图片：页面可能含个人信息，但未能确定其位置，无法遮盖。",
        "\(name) is not pictured: it may show personal data, and where it stands is not known.")
    case .tooMany:
      return context.pick(
        "未附 \(name) 的图片：图片过多，请查看原文件。",
        "\(name) is not pictured: there are too many pages; see the file itself.")
    case nil:
      return nil
    }
  }

  /// The picture for `findings.mustache`; `nil` where the page has none.
  ///
  /// Everything is drawn in the units of evidence, on a page of `width` and `height` that `transform` turns upright;
  /// `crop` and `whole` are parts of the upright page, as `x y width height`.
  private static func model(
    of place: FindingPlace, _ page: PagePlan.Page, id: String, _ context: ReportContext
  ) -> TemplateValue? {
    guard let picture = context.picture(of: page),
      let extraction = context.report.extractions.first(where: { $0.file == page.file }),
      extraction.pages.indices.contains(page.number)
    else { return nil }
    let size = extraction.pages[page.number]
    let turn = extraction.documents.first { $0.pages.contains(page.number) }?.rotationDegrees
    let view = UprightPage(width: size.width, height: size.height, degrees: turn)
    let whole = "0 0 \(JSON.numberText(view.width)) \(JSON.numberText(view.height))"
    let points = place.box.map { box in
      box.corners.map { "\(JSON.numberText($0.x)),\(JSON.numberText($0.y))" }
        .joined(separator: " ")
    }
    let text = place.words(context.locale)
    let name = context.masking.label(of: place.fact)[context.locale]
    let caption = "\(text) · \(name)"
    let alternative =
      place.box == nil
      ? context.pick("\(text) 的图片，个人信息已遮盖", "picture of \(text), personal data painted over")
      : context.pick(
        "\(text) 的图片，框出「\(name)」，个人信息已遮盖",
        "picture of \(text) with a box around \(name), personal data painted over")
    return [
      "id": .text(id), "symbol": .text(picture.symbol),
      "width": .text(JSON.numberText(size.width)), "height": .text(JSON.numberText(size.height)),
      "crop": .text(place.box.map { view.crop(around: $0) } ?? whole), "whole": .text(whole),
      "transform": .optional(view.transform), "points": .optional(points),
      "caption": .text(caption), "alt": .text(alternative),
      "open": .text(context.pick("查看整页：\(caption)", "Show the whole page: \(caption)")),
    ]
  }
}
