import Native
import Testing

@testable import Specimens

@Suite struct SpecimenTests {
  private func maker(_ kinds: [SpecimenKind], _ quality: Quality? = nil) -> SpecimenMaker {
    SpecimenMaker(seed: 3, isHeldOut: false, quality: quality, kinds: kinds)
  }

  @Test func theSameNumberGivesTheSameBytes() throws {
    let maker = maker([.cardBack], .poorPhoto)
    let first = try maker.make(5)
    _ = try maker.make(2)
    #expect(try maker.make(5).bytes == first.bytes)
    #expect(try maker.make(6).bytes != first.bytes)
  }

  @Test func reservedFontsStayReserved() {
    for index in 0..<40 {
      var dice = Dice(seed: 1, stream: index)
      let fonts = Fonts(isHeldOut: false, &dice)
      #expect(!Fonts.heldOut.contains(fonts.label) && !Fonts.heldOut.contains(fonts.value))
      let reserved = Fonts(isHeldOut: true, &dice)
      #expect(Fonts.heldOut.contains(reserved.label) && Fonts.heldOut.contains(reserved.value))
    }
  }

  @Test(arguments: Fonts.development + Fonts.heldOut)
  func everyFontWritesEveryName(family: String) throws {
    let canvas = try Canvas.picture(width: 10, height: 10, unit: 1)
    let text = String(Person.surnames + Person.given)
    #expect(throws: Never.self) {
      try canvas.measure(text, TextStyle(family: family, size: 10))
    }
  }

  @Test func truthTellsWhatIsPrinted() throws {
    let truth = try maker([.licenseLandscape], .scan).make(0).truth
    let document = try #require(truth.documents.first)
    #expect(document.material == "business_license")
    #expect(document.facts.keys.sorted() == document.printed.keys.sorted())
    #expect(document.facts["license.name"] != nil)
    #expect(Set(document.facts.keys).isDisjoint(with: document.implied.keys))
  }

  @Test func turningFourTimesChangesNothing() {
    let picture = PixelBuffer(
      width: 2, height: 3, channels: 1, samples: [1, 2, 3, 4, 5, 6])
    let once = picture.turned(clockwise: 90)
    #expect(once.width == 3 && once.samples == [5, 3, 1, 6, 4, 2])
    #expect(once.turned(clockwise: 270) == picture)
    #expect(once.turned(clockwise: 90) == picture.turned(clockwise: 180))
  }

  @Test func aHomographyTakesCornersToCorners() throws {
    let corners: [Homography.Position] = [(10, 20), (200, 5), (220, 150), (3, 160)]
    let map = try #require(Homography(from: corners, toWidth: 100, height: 50))
    let targets: [Homography.Position] = [(0, 0), (100, 0), (100, 50), (0, 50)]
    for (corner, target) in zip(corners, targets) {
      let hit = map(corner.x, corner.y)
      #expect(abs(hit.x - target.x) < 1e-6 && abs(hit.y - target.y) < 1e-6)
    }
    #expect(
      Homography(from: [(0, 0), (1, 1), (2, 2), (3, 3)], toWidth: 10, height: 10) == nil)
  }
}
