internal import Model

/// What of a page's picture is painted over: everything personal, generously (ARCHITECTURE.md, invariant 11).
struct PageCover {
  /// In the units of evidence; `nil` where the page must not be shown at all.
  let boxes: [Quad]?

  /// - Parameter page: 0-based.
  init(_ extraction: Extraction, page: Int, _ masking: Masking) {
    guard !masking.showsPersonalData else {
      boxes = []
      return
    }
    let areas = extraction.areas.filter { $0.page == page }
    let isPictureFound = areas.contains { $0.content == .picture }
    let documents = extraction.documents.filter { document in
      guard document.pages.contains(page) else { return false }
      guard document.kind == .signature || document.kind == .electronicSeal else { return true }
      // A company's says nothing personal; where a person's is shown must be one of the areas.
      return !isPictureFound && document.facts.contains { masking.isPersonal($0.key) }
    }
    let facts = documents.flatMap(\.facts) + extraction.facts
    func hides(_ fact: Fact) -> Bool { masking.hides(fact.value, key: fact.key) }
    let evidence = facts.flatMap { fact in
      fact.evidence.filter { $0.page == page }.compactMap { entry in
        entry.box.map { (isHidden: masking.isPersonal(fact.key) || hides(fact), box: $0) }
      }
    }
    // Nobody knows what a page of no known kind shows, nor where.
    guard !documents.isEmpty else {
      boxes = nil
      return
    }
    var covered = evidence.filter(\.isHidden).map { $0.box.grown() }
    covered += areas.filter { $0.content == .picture }.map(\.box)
    let personal = documents.filter { masking.holdsPersonalData($0.kind) }
    guard !personal.isEmpty else {
      let open = evidence.filter { !$0.isHidden }.map(\.box)
      func isOpen(_ area: PageArea) -> Bool { open.contains { $0.overlaps(area.box) } }
      for area in areas {
        switch area.content {
        case .personalNumber where !isOpen(area): covered.append(area.box.grown())
        // A card that was not recognized may lie there.
        case .identityNumber where !isOpen(area): covered.append(area.box.cardAroundNumber)
        case .personalNumber, .identityNumber, .text, .picture: break
        }
      }
      boxes = covered
      return
    }
    // Labels and all: which line holds which value is what may have been misread.
    covered += areas.filter { $0.content != .picture }.map { $0.box.grown() }
    for document in personal where document.kind == .idCardFront {
      guard let card = CardFace(document, page: page) else {
        boxes = nil
        return
      }
      covered += card.covered
    }
    let isRead = personal.allSatisfy { document in
      document.kind == .idCardFront || masking.locatesPersonalData(of: document, on: page)
    }
    boxes = isRead ? covered : nil
  }
}

/// The portrait side of a card, placed by its number: 85.6 mm by 54 mm, the 18 digits at the lower right
/// (GA 461).
struct CardFace {
  let covered: [Quad]

  /// `nil` where the number was not located.
  init?(_ document: Document, page: Int) {
    func boxes(_ key: String) -> [Quad] {
      document.facts.filter { $0.key == key }.flatMap(\.evidence)
        .filter { $0.page == page }.compactMap(\.box)
    }
    guard let number = boxes("id_front.number").first else { return nil }
    // One unit is the length of the number's digits, about 49 mm, or 72 mm with its label.
    func zone(left: Double, right: Double, up: Double, down: Double) -> Quad {
      number.zone(left: left, right: right, up: up, down: down)
    }
    var covered = [
      // The portrait, wherever the box of the number begins.
      zone(left: 0.44, right: 1.18, up: 0.86, down: -0.02)
    ]
    let isLocated = ["name", "born_on", "address"].allSatisfy { !boxes("id_front." + $0).isEmpty }
    // Somewhere on the card stands a value that nobody found.
    if !isLocated { covered.append(number.cardAroundNumber) }
    self.covered = covered
  }
}

extension Quad {
  /// Larger on every side by two fifths of its height: boxes cut off the ends of strokes.
  func grown() -> Quad {
    let height = max(distance(topLeft, bottomLeft), distance(topRight, bottomRight))
    let width = max(distance(topLeft, topRight), distance(bottomLeft, bottomRight))
    guard width > 0, height > 0 else { return self }
    let margin = 0.4 * min(width, height)
    return zone(
      left: -margin / width, right: 1 + margin / width, up: margin / width,
      down: (height + margin) / width)
  }

  /// Where the card lies whose number stands in this box, in any case.
  var cardAroundNumber: Quad { zone(left: -0.65, right: 1.2, up: 0.95, down: 0.3) }

  /// A rectangle in the box's own directions, in units of its upper edge: `left` and `right` along it from the
  /// top left corner, `up` above and `down` below it.
  func zone(left: Double, right: Double, up: Double, down: Double) -> Quad {
    let along = Point(x: topRight.x - topLeft.x, y: topRight.y - topLeft.y)
    func corner(_ x: Double, _ y: Double) -> Point {
      Point(
        x: topLeft.x + x * along.x - y * along.y, y: topLeft.y + x * along.y + y * along.x)
    }
    return Quad(
      topLeft: corner(left, -up), topRight: corner(right, -up), bottomRight: corner(right, down),
      bottomLeft: corner(left, down))
  }

  private func distance(_ a: Point, _ b: Point) -> Double {
    let (x, y) = (a.x - b.x, a.y - b.y)
    return (x * x + y * y).squareRoot()
  }

  /// Whether the upright rectangles around the two share an area.
  func overlaps(_ other: Quad) -> Bool {
    let (a, b) = (bounds, other.bounds)
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }

  /// The upright rectangle around the four corners.
  var bounds: (left: Double, top: Double, right: Double, bottom: Double) {
    let (x, y) = (corners.map(\.x), corners.map(\.y))
    return (
      x.reduce(topLeft.x, min), y.reduce(topLeft.y, min), x.reduce(topLeft.x, max),
      y.reduce(topLeft.y, max)
    )
  }
}
