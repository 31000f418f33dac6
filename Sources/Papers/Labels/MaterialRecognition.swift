internal import Model
internal import Recognition

/// Which materials are on a page, and which lines belong to each.
struct MaterialRecognition {
  let materials: [MaterialDefinition]

  /// A document found on a page.
  struct Found {
    var material: MaterialDefinition
    var confidence: Double
    /// The lines are indices into the page's lines, 0-based.
    package var lines: [Int]
  }

  /// A kind needs more than this.
  static let threshold = 0.5
  /// A page that says so much of a kind resembles it, without being surely of it.
  static let resemblance = 0.3
  /// Kinds whose scores are nearer than this on the same lines are a near-tie.
  static let margin = 0.1

  struct Outcome {
    package var documents: [Found]
    /// Kinds that were nearly as likely as the one chosen.
    var rivals: [MaterialKind]
    /// Kinds that a page of no kind resembles, sorted.
    var resembled: [MaterialKind] = []
  }

  package func documents(on text: PageText) -> Outcome {
    let search = LabelSearch(text: text)
    var resembled: [MaterialKind] = []
    var scores: [(material: MaterialDefinition, score: Double, anchors: [Anchor])] = []
    for material in materials {
      var anchors: [Anchor] = []
      var score = 0.0
      for anchor in material.anchors {
        let places = search.places(of: anchor.text, field: nil).filter {
          $0.strength >= 0.3 && (!anchor.isExact || search.spells($0, anchor.text))
        }
        guard !places.isEmpty else { continue }
        score += anchor.weight
        anchors += places.map { Anchor(place: $0, weight: anchor.weight) }
      }
      guard score >= Self.resemblance, !isRefused(material, search, anchors) else { continue }
      if score > Self.threshold {
        scores.append((material, score, anchors))
      } else {
        resembled.append(material.kind)
      }
    }
    scores.sort { ($1.score, $0.material.kind) < ($0.score, $1.material.kind) }
    guard let best = scores.first else {
      return Outcome(documents: [], rivals: [], resembled: resembled.sorted())
    }
    // Kinds that share their anchors' lines compete; kinds apart stand side by side.
    let bestLines = Set(best.anchors.flatMap { $0.place.parts.keys })
    var chosen = [best]
    var rivals: [MaterialKind] = []
    for other in scores.dropFirst() {
      let lines = Set(other.anchors.flatMap { $0.place.parts.keys })
      if lines.isDisjoint(with: bestLines) {
        chosen.append(other)
      } else if best.score - other.score < Self.margin {
        rivals.append(other.material.kind)
      }
    }
    var seeds: [(material: MaterialDefinition, score: Double, area: Area)] = []
    for choice in chosen {
      for group in groups(of: choice.anchors) {
        seeds.append((choice.material, choice.score, group))
      }
    }
    guard seeds.count > 1 else {
      return Outcome(
        documents: [
          Found(
            material: best.material, confidence: Self.confidence(best.score, rivals),
            lines: Array(text.lines.indices))
        ], rivals: rivals)
    }
    var lines = [[Int]](repeating: [], count: seeds.count)
    for index in text.lines.indices {
      let center = text.level.level(text.lines[index].box.center)
      let nearest = seeds.indices.min {
        (seeds[$0].area.distance(to: center), $0) < (seeds[$1].area.distance(to: center), $1)
      }
      if let nearest { lines[nearest].append(index) }
    }
    let documents = seeds.indices.map { index in
      Found(
        material: seeds[index].material, confidence: Self.confidence(seeds[index].score, rivals),
        lines: lines[index])
    }
    return Outcome(documents: documents, rivals: rivals)
  }

  /// Whether a text that rules a material out stands on the page.
  ///
  /// As the title of another paper it does not, where the material's own title stands beside it in as large print.
  private func isRefused(
    _ material: MaterialDefinition, _ search: LabelSearch, _ anchors: [Anchor]
  ) -> Bool {
    let heights = search.text.lines.map(\.box.height).sorted()
    let most = anchors.map(\.weight).max()
    let title = anchors.filter { $0.weight == most }.map(\.place.height).max()
    return material.refusals.contains { refusal in
      search.places(of: refusal, field: nil).contains { place in
        let isTitle = place.height > Self.larger * heights[heights.count / 2]
        return !isTitle || title.map { $0 < Self.asLarge * place.height } != false
      }
    }
  }

  private static let (larger, asLarge) = (1.4, 0.75)

  // MARK: Several documents on one page

  private struct Anchor {
    var place: FoundLabel
    var weight: Double
  }

  private struct Area {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    init(_ place: FoundLabel) {
      left = place.start
      right = place.end
      top = place.v - place.height / 2
      bottom = place.v + place.height / 2
    }

    mutating func include(_ other: Area) {
      left = min(left, other.left)
      top = min(top, other.top)
      right = max(right, other.right)
      bottom = max(bottom, other.bottom)
    }

    func distance(to point: Point) -> Double {
      let dx = max(0, left - point.x, point.x - right)
      let dy = max(0, top - point.y, point.y - bottom)
      // Values stand beside their labels: what lies level with a document's labels is its own.
      return (0.16 * dx * dx + dy * dy).squareRoot()
    }

    func distance(to other: Area) -> Double {
      let dx = max(0, left - other.right, other.left - right)
      let dy = max(0, top - other.bottom, other.top - bottom)
      return (dx * dx + dy * dy).squareRoot()
    }
  }

  /// One area a document: as many as a kind's anchors occur together, the other anchors with the nearest of them.
  ///
  /// A second document repeats most of its printed texts; one of them alone (营业执照 within a scope of business)
  /// repeats by chance.
  private func groups(of anchors: [Anchor]) -> [Area] {
    let byText = Dictionary(grouping: anchors, by: \.place.text)
    // For each printed text the places that are well apart, the surest text first.
    let places = byText.keys.sorted().compactMap { byText[$0] }
      .map { (weight: $0[0].weight, areas: Self.apart($0.map { Area($0.place) })) }
      .sorted { ($1.weight, $1.areas.count) < ($0.weight, $0.areas.count) }
    let total = places.reduce(0) { $0 + $1.weight }
    let most = places.map(\.areas.count).max() ?? 1  // allowed: one document
    // Each further document must bring most of the weight again.
    let count = (1...max(1, most)).last { count in
      count == 1
        || places.filter { $0.areas.count >= count }.reduce(0) { $0 + $1.weight } > 0.6 * total
    }
    guard let count, count > 1, let cores = places.first(where: { $0.areas.count == count })?.areas
    else {
      guard var whole = anchors.first.map({ Area($0.place) }) else { return [] }
      for anchor in anchors { whole.include(Area(anchor.place)) }
      return [whole]
    }
    var areas = cores
    for anchor in anchors {
      let area = Area(anchor.place)
      let nearest = cores.indices.min {
        cores[$0].distance(to: area) < cores[$1].distance(to: area)
      }
      if let nearest { areas[nearest].include(area) }
    }
    return areas
  }

  /// A text repeated within a few lines is the same document's.
  private static func apart(_ areas: [Area]) -> [Area] {
    areas.reduce(into: []) { kept, area in
      let isApart = kept.allSatisfy { $0.distance(to: area) > 4 * (area.bottom - area.top) }
      if isApart { kept.append(area) }
    }
  }

  private static func confidence(_ score: Double, _ rivals: [MaterialKind]) -> Double {
    guard rivals.isEmpty else { return 0.6 }
    return min(0.999, 0.9 + 0.1 * min(1, score - threshold) + (score > 0.9 ? 0.05 : 0))
  }
}
