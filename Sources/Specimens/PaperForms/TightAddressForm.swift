/// An address whose second line holds a room or a house alone, set tight above the next label.
enum TightAddressForm {
  private struct Setting {
    let leading: ClosedRange<Double>
    let next: ClosedRange<Double>
    let straddles: Bool
  }

  private static let settings = Variants(
    development: [
      Setting(leading: 1.12...1.3, next: 0.84...0.98, straddles: false),
      Setting(leading: 1.02...1.12, next: 0.95...1.0, straddles: false),
    ],
    heldOut: [
      Setting(leading: 1.1...1.2, next: 0.82...0.95, straddles: false),
      Setting(leading: 1.15...1.3, next: 0.84...0.95, straddles: true),
    ])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    let (head, tail) = address(in: draft.license.place, isHeldOut: isHeldOut, &dice)
    draft.license.address = head + tail
    draft.look.layout.columns = draft.look.layout.columns.map(Self.addressFirst)
    let setting = settings.pick(isHeldOut: isHeldOut, &dice)
    draft.look.traits.tail = TightTail(
      tail: tail, leading: dice.number(setting.leading), next: dice.number(setting.next),
      straddles: setting.straddles)
    return draft.paper
  }

  /// An address that ends its column has no row below: there it begins the column.
  private static func addressFirst(_ column: LicenseLayout.Column) -> LicenseLayout.Column {
    guard column.fields.first != .name, column.fields.contains(.address) else { return column }
    var column = column
    column.fields = [.address] + column.fields.filter { $0 != .address }
    return column
  }

  private static func address(
    in place: District, isHeldOut: Bool, _ dice: inout Dice
  ) -> (head: String, tail: String) {
    let tails = Variants(
      development: [
        ("", "\(dice.number(1...28))0\(dice.number(1...9))"),
        ("", "\(dice.number(2...9))号楼\(dice.number(101...999))房间"),
        (
          "\(dice.number(2...30))",
          "栋\(dice.number(1...4))单元\(dice.number(2...18))02-\(dice.number(1...3))室"
        ),
        ("", "\(dice.number(1...9))层"),
      ],
      heldOut: [
        ("", "\(dice.number(1...20))-\(dice.number(101...999))号"),
        ("\(dice.number(2...9))0\(dice.number(1...9))", "室"),
        ("\(dice.number(2...9))幢", "\(dice.number(1001...2999))"),
      ])
    let (before, tail) = tails.pick(isHeldOut: isHeldOut, &dice)
    let street = dice.pick(["人民南路", "创业二路", "滨河大道", "学院东街", "科技园高新南七道", "长江西路"])
    let house = dice.pick(["嘉禾大厦", "国际商务中心", "创新创业产业园", "绿地中心", "科创孵化基地"])
    return (place.full + street + "\(dice.number(1...988))号" + house + before, tail)
  }
}
