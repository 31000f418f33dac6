internal import Native

/// The submissions of the repository's `samples/`: seven companies, and a group of four with a roster.
package enum SampleSubmissions {
  private static let seed: UInt64 = 20_261_124

  /// A submission with what is planted in it.
  private struct Sample {
    let name: String
    let plan: SubmissionMaker.Plan
    var discrepancy: Discrepancy?
    /// Whether the declared name has a character that a hurried clerk took for another.
    var isNameMistaken = false
  }

  /// Writes all of them and the samples with charts; returns their names.
  package static func write(to folder: OutputFolder) throws -> [String] {
    var names: [String] = []
    for (name, submission) in try make() + ChartSamples.make() {
      try submission.write(to: folder.folder(name))
      names.append(name)
    }
    let group = try folder.folder("group")
    var roster = [DeclaredCompany.rosterKeys]
    for (name, submission) in try self.group() {
      try submission.write(to: group.folder(name))
      roster.append(submission.declared.rosterRow(folder: name))
      names.append("group/" + name)
    }
    let rows = roster.map { $0.joined(separator: ",") + "\n" }
    try group.write(text: rows.joined(), to: "roster.csv")
    return names
  }

  private static func make() throws(DrawingError) -> [(name: String, submission: SubmissionFolder)]
  {
    try make(samples, part: 4)
  }

  /// The members of the group; the last has the third one's license in its folder.
  private static func group() throws(DrawingError) -> [(name: String, submission: SubmissionFolder)]
  {
    var made = try make(members, part: 5)
    let license = made[2].submission
    let own = made[3].submission
    made[3].submission = SubmissionFolder(
      files: [license.files[0]] + own.files.dropFirst(), declared: own.declared,
      truth: SubmissionTruth(
        seed: seed, heldOut: false,
        files: [license.truth.files[0]] + own.truth.files.dropFirst(),
        planted: [Discrepancy.otherLicense.difference(declared: own.declared.name)]))
    return made
  }

  private static func make(
    _ samples: [Sample], part: UInt64
  ) throws(DrawingError) -> [(name: String, submission: SubmissionFolder)] {
    let maker = SubmissionMaker(seed: seed, isHeldOut: false)
    var made: [(name: String, submission: SubmissionFolder)] = []
    for (index, sample) in samples.enumerated() {
      var dice = Dice(seed: seed, stream: index, part: part)
      if sample.isNameMistaken {
        var content = maker.content(sample.plan, &dice)
        let name = content.declared.name
        content.declared.name = mistaken(name)
        let difference = Discrepancy.declaredName.difference(
          declared: content.declared.name, onPaper: name)
        made.append((sample.name, try maker.folder(content, [difference], sample.plan, &dice)))
        continue
      }
      guard let discrepancy = sample.discrepancy else {
        made.append((sample.name, try maker.make(sample.plan, &dice)))
        continue
      }
      var difference: PlantedDifference?
      repeat {
        var content = maker.content(sample.plan, &dice)
        difference = discrepancy.plant(in: &content, &dice)
        guard let difference else { continue }
        made.append(
          (sample.name, try maker.folder(content, [difference], sample.plan, &dice)))
      } while difference == nil
    }
    return made
  }

  private static var samples: [Sample] {
    [
      Sample(
        name: "clean",
        plan: plan(.landscape2019, .scan, ["营业执照", "身份证正面", "身份证反面"])),
      Sample(
        name: "wrong-name-character",
        plan: SubmissionMaker.Plan(
          generation: .landscape2019, quality: .scan, arrangement: .separate,
          license: { isPlain($0) && mistaken($0.name) != $0.name }, turn: 0, longestSide: 1350,
          names: ["营业执照 副本", "身份证 人像面", "身份证 国徽面"]), isNameMistaken: true),
      Sample(
        name: "expired-card",
        plan: SubmissionMaker.Plan(
          generation: .landscape2019, quality: .photo, arrangement: .separate,
          license: isPlain, cardExpired: true, longestSide: 1700,
          names: ["IMG_2041", "IMG_2042", "IMG_2043"])),
      Sample(
        name: "pdf-portrait",
        plan: SubmissionMaker.Plan(
          generation: .portrait2014, quality: .scan, arrangement: .onePDF, license: isPlain,
          turn: 90, longestSide: 1200, names: ["", "", "", "", "企业认证资料"])),
      Sample(
        name: "sides-missing",
        plan: plan(.landscape2019, .scan, ["营业执照", "法人身份证", "法人身份证2"]),
        discrepancy: .missingBack),
      Sample(
        name: "poor-photos",
        plan: SubmissionMaker.Plan(
          generation: .landscape2019, quality: .poorPhoto, arrangement: .separate,
          license: isPlain, longestSide: 1700, names: ["IMG_3001", "IMG_3002", "IMG_3003"])),
      Sample(
        name: "operator-card",
        plan: SubmissionMaker.Plan(
          generation: .landscape2019, quality: .scan, arrangement: .separate, license: isPlain,
          hasOperator: true, turn: 0, longestSide: 1350,
          names: ["营业执照", "法人身份证正面", "法人身份证反面", "", "", "经办人身份证正面", "经办人身份证反面"])),
    ]
  }

  private static var members: [Sample] {
    let names = ["营业执照", "身份证正面", "身份证反面", "身份证"]
    return [
      Sample(name: "子公司一", plan: plan(.landscape2019, .scan, names)),
      Sample(
        name: "子公司二",
        plan: SubmissionMaker.Plan(
          generation: .landscape2019, quality: .scan, arrangement: .textPDF, license: isPlain,
          turn: 0, longestSide: 1200, names: names)),
      Sample(
        name: "子公司三", plan: plan(.landscape2019, .scan, names), discrepancy: .cardEnding),
      Sample(name: "子公司四", plan: plan(.landscape2019, .scan, names)),
    ]
  }

  static func plan(
    _ generation: Generation, _ quality: Quality, _ names: [String]
  ) -> SubmissionMaker.Plan {
    SubmissionMaker.Plan(
      generation: generation, quality: quality, arrangement: .separate, license: isPlain, turn: 0,
      longestSide: 1350, names: names)
  }

  private static func isPlain(_ license: License) -> Bool {
    license.entity == .limitedCompany && license.code?.creditCode != nil && license.capital != nil
  }

  /// Characters that a hurried clerk takes for each other.
  private static let lookalikes: [Character: Character] = [
    "源": "原", "博": "搏", "锦": "绵", "盛": "晟", "辰": "晨", "隆": "窿", "裕": "浴", "恒": "桓",
    "泰": "秦", "瑞": "端", "宇": "字", "凌": "陵", "朗": "郎", "铭": "名", "景": "影", "汇": "江",
  ]

  /// The name with its first such character mistaken.
  private static func mistaken(_ name: String) -> String {
    guard let index = name.firstIndex(where: { lookalikes[$0] != nil }),
      let other = lookalikes[name[index]]
    else { return name }
    return name[..<index] + String(other) + name[name.index(after: index)...]
  }
}
