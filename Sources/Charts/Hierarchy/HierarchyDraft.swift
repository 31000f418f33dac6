package import Model

/// Boxes and links as a reader found them, before they are known to be a hierarchy.
package struct HierarchyDraft: Sendable {
  /// A box with what it says.
  package struct Box: Sendable {
    /// `nil` where the box holds no readable text.
    package var label: NodeLabel?
    /// Whether it has no label because it says nothing but how to reach somebody: that is no loss.
    var isContactDetail = false
    /// Whether the text had it as a heading above what follows.
    var isHeading = false
    /// The probability that the label is right, 0 to 1.
    package var confidence: Double
    package var place: Hierarchy.Place
  }

  /// A link leads from the node above to the node below, as drawn.
  package struct Link: Sendable {
    package var from: Int
    package var to: Int
    package var confidence: Double
  }

  /// Which way links point.
  package enum Direction: Sendable {
    /// From above to below, unless only the other way gives a tree.
    case drawn
    /// Unknown: lines without arrows.
    case none
  }

  /// More boxes than this are not read: a chart for people has a few hundred.
  package static let limit = 20_000

  package private(set) var boxes: [Box] = []
  package private(set) var links: [Link] = []
  package var direction = Direction.drawn
  package var defects: [HierarchyDefect] = []
  private var isOverfull = false

  package init() {}

  /// Adds a box by its text.
  ///
  /// - Returns: its index; beyond the limit the last one's.
  @discardableResult
  package mutating func add(
    _ text: String, confidence: Double = 1, place: Hierarchy.Place = Hierarchy.Place()
  ) -> Int {
    let label = NodeLabel(text)
    let index = add(label, confidence: confidence, place: place)
    // Far too much text is no telephone number, and is not searched for one.
    boxes[index].isContactDetail =
      label == nil && text.utf8.count <= 1_000 && text.contains { !$0.isWhitespace }
      && ContactDetails.removed(from: text).isEmpty
    return index
  }

  @discardableResult
  package mutating func add(
    _ label: NodeLabel?, confidence: Double = 1, place: Hierarchy.Place = Hierarchy.Place()
  ) -> Int {
    guard boxes.count < Self.limit else {
      isOverfull = true
      return Self.limit - 1
    }
    boxes.append(Box(label: label, confidence: confidence, place: place))
    return boxes.count - 1
  }

  /// Links a node to one below it.
  package mutating func link(_ from: Int, _ to: Int, confidence: Double = 1) {
    // Beyond the limit indices are the last one's.
    guard !isOverfull else { return }
    links.append(Link(from: from, to: to, confidence: confidence))
  }

  /// Names who heads a box; empty texts say nothing.
  mutating func setHead(person: String?, title: String?, of index: Int) {
    boxes[index].label?.setHead(person: person, title: title)
  }

  mutating func markHeading(_ index: Int) { boxes[index].isHeading = true }

  /// Keeps no box's place: the file shows them elsewhere.
  mutating func forgetPlaces() {
    for index in boxes.indices {
      boxes[index].place.box = nil
      boxes[index].place.page = 0
    }
  }

  mutating func name(_ index: Int, asCompany name: String) {
    boxes[index].label?.name = name
    boxes[index].label?.kind = .company
  }

  /// Takes a box's text for none of the chart's; what stands below it goes to the box above.
  mutating func leaveOut(_ index: Int) {
    boxes[index].label = nil
    boxes[index].isContactDetail = true
  }

  /// Returns the hierarchy, with what is wrong with it.
  package func hierarchy() -> Hierarchy {
    var orientation = HierarchyOrientation(self)
    let parents = orientation.parents()
    var defects = defects + orientation.defects
    if isOverfull { defects.append(HierarchyDefect(.tooLarge, [String(Self.limit)])) }
    var settled = self
    settled.settleTitles(parents)
    return HierarchyOrdering(boxes: settled.boxes, parents: parents, links: links)
      .hierarchy(defects: defects)
  }
}
