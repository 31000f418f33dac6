internal import Native

/// The four submissions of the repository's `samples/`.
enum SampleSubmissions {
  private static let seed: UInt64 = 20_261_124

  static func make() throws(DrawingError) -> [(name: String, submission: SubmissionFolder)] {
    let maker = SubmissionMaker(seed: seed, isHeldOut: false)
    var made: [(name: String, submission: SubmissionFolder)] = []
    for (index, (name, plan)) in plans.enumerated() {
      var dice = Dice(seed: seed, stream: index, part: 4)
      made.append((name, try maker.make(plan, &dice)))
    }
    return made
  }

  private static var plans: [(String, SubmissionMaker.Plan)] {
    [
      (
        "clean",
        SubmissionMaker.Plan(
          generation: .landscape2019, quality: .scan, arrangement: .separate,
          license: isPlain, turn: 0, longestSide: 1350, names: ["营业执照", "身份证正面", "身份证反面"])
      ),
      (
        "wrong-name-character",
        SubmissionMaker.Plan(
          generation: .landscape2019, quality: .scan, arrangement: .separate,
          license: { isPlain($0) && mistaken($0.name) != $0.name }, turn: 0, longestSide: 1350,
          declaredName: mistaken, names: ["营业执照 副本", "身份证 人像面", "身份证 国徽面"])
      ),
      (
        "expired-card",
        SubmissionMaker.Plan(
          generation: .landscape2019, quality: .photo, arrangement: .separate,
          license: isPlain, cardExpired: true, longestSide: 1700,
          names: ["IMG_2041", "IMG_2042", "IMG_2043"])
      ),
      (
        "pdf-portrait",
        SubmissionMaker.Plan(
          generation: .portrait2014, quality: .scan, arrangement: .onePDF, license: isPlain,
          turn: 90, longestSide: 1200, names: ["", "", "", "", "企业认证资料"])
      ),
    ]
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
