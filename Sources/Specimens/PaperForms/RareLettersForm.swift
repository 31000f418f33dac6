internal import Native

/// Names with rare letters that look like common ones: truth keeps the rare letter.
enum RareLettersForm {
  private static let given = Variants<Character>(
    development: ["囯", "䶮", "乂", "喆", "昇", "燚", "犇", "镕", "㛃"],
    heldOut: ["囯", "龑", "垚", "啟", "峯", "叕", "㑇"])
  private static let brands = Variants(
    development: ["囯", "昇", "峯", "淼", "乂"], heldOut: ["囯", "犇", "堯", "叕"])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) throws(DrawingError) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    let rare = given.pick(isHeldOut: isHeldOut, &dice)
    let surname = String(dice.pick(Person.surnames))
    let common = String(dice.pick(Person.given))
    draft.license.head =
      surname
      + dice.pick(["\(rare)", "\(rare)\(common)", "\(common)\(rare)"])
    if dice.chance(0.5) {
      let brand = brands.pick(isHeldOut: isHeldOut, &dice)
      let place = draft.license.place
      let region =
        [place.city, place.shortCity, place.province].first {
          !$0.isEmpty && draft.license.name.hasPrefix($0)
        } ?? ""
      draft.license.name = region + brand + draft.license.name.dropFirst(region.count)
    }
    // Codes of 2014 hold the names.
    if draft.license.generation == .portrait2014 { draft.license.code = nil }
    draft.look.fonts = try fonts(
      draft.look.fonts, drawing: draft.license.head + draft.license.name, isHeldOut: isHeldOut)
    return draft.paper
  }

  /// Fonts whose values have all the letters: the given ones where they do.
  private static func fonts(
    _ fonts: Fonts, drawing text: String, isHeldOut: Bool
  ) throws(DrawingError) -> Fonts {
    let canvas = try Canvas.picture(width: 8, height: 8, unit: 1)
    for family in [fonts.value] + (isHeldOut ? Fonts.heldOut : Fonts.development) {
      do throws(DrawingError) {
        _ = try canvas.measure(text, TextStyle(family: family, size: 10))
        return Fonts(label: fonts.label, value: family, digits: fonts.digits)
      } catch {
        guard case .missingGlyphs = error else { throw error }
      }
    }
    return fonts
  }
}
