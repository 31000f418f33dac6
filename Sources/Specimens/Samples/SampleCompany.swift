internal import Model

/// One company of the repository's samples: what it declares, scans of its papers, and its seals.
struct SampleCompany {
  let declared: DeclaredCompany
  let code: String
  let license: License
  /// The license and both sides of the representative's card.
  let scans: [(name: String, bytes: [UInt8])]
  let world: SealWorld

  /// - Parameters:
  ///   - number: companies differ by it.
  ///   - today: the day that seals are dated from.
  ///   - fits: whether a license will do; all are of limited companies without a printed term.
  init(
    seed: UInt64, number: Int, today: CalendarDate, fits: @escaping (License) -> Bool
  ) throws {
    let maker = SubmissionMaker(seed: seed, isHeldOut: false)
    var dice = Dice(seed: seed, stream: number, part: 6)
    let plan = SubmissionMaker.Plan(
      generation: .landscape2019, quality: .scan, arrangement: .separate,
      license: { license in
        // A day of establishment that the license can state without a term.
        guard case .notPrinted = license.term else { return false }
        return license.entity == .limitedCompany && license.capital != nil && fits(license)
      }, turn: 0, longestSide: 1350, names: ["营业执照", "身份证正面", "身份证反面"])
    let content = maker.content(plan, &dice)
    let folder = try maker.folder(content, [], plan, &dice)
    guard let license = content.license, let code = content.declared.code else {
      throw SpecimenError.failed("the sample's company has no license")
    }
    self.license = license
    self.code = code
    declared = content.declared
    scans = folder.files.map { (name: $0.name, bytes: $0.bytes) }
    world = try SealWorld(company: declared.name, creditCode: code, today: today)
  }
}
