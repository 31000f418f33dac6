internal import Native

/// The repository's samples with an organization chart: one that agrees with the back office, and a scan that does not.
enum ChartSamples {
  private static let seed: UInt64 = 20_261_125

  static func make() throws -> [(name: String, submission: SubmissionFolder)] {
    [
      ("chart-agrees", try agreeing()),
      ("chart-differs", try differing()),
    ]
  }

  private static func agreeing() throws -> SubmissionFolder {
    var dice = Dice(seed: seed, stream: 2, part: 9)
    let (company, tree) = try company(departments: 16, &dice)
    let drawn = DrawnCharts(tree: tree, layout: ChartLayout(tree, style: .down))
    return try sample(
      company, declaring: tree,
      [
        ("组织架构图.drawio", Array(drawn.drawIO.utf8)),
        ("企业微信通讯录.csv", Array(ContactsSheet.csv(of: tree, &dice).utf8)),
      ], planted: [])
  }

  /// In the back office a department has another name and one stands elsewhere.
  private static func differing() throws -> SubmissionFolder {
    var dice = Dice(seed: seed, stream: 5, part: 9)
    let (company, tree) = try company(departments: 12, &dice)
    var changed: ChartTree?
    while changed == nil {
      changed = PlantedChange.rename.applied(to: tree, &dice).flatMap { renamed in
        PlantedChange.move.applied(to: renamed.tree, &dice)?.tree
      }
    }
    let drawn = DrawnCharts(tree: tree, layout: ChartLayout(tree, style: .down))
    let shooting = Shooting(quality: .scan, isHeldOut: false, turn: 0)
    let scan = try shooting.shoot(drawn.sheet, &dice)
    return try sample(
      company, declaring: tree,
      [
        ("组织架构图 扫描件.jpg", scan.jpeg),
        ("企业微信通讯录.csv", Array(ContactsSheet.csv(of: changed ?? tree, &dice).utf8)),
      ],
      planted: [
        ("chart-renamed", "org.renamed", "ORG-RENAMED-001"),
        ("chart-moved", "org.moved", "ORG-MOVED-001"),
      ])
  }

  /// A company with papers in which nothing is wrong, and its organization.
  private static func company(
    departments: Int, _ dice: inout Dice
  ) throws -> (SubmissionFolder, ChartTree) {
    let plan = SampleSubmissions.plan(.landscape2019, .scan, ["营业执照", "身份证正面", "身份证反面"])
    let company = try SubmissionMaker(seed: seed, isHeldOut: false).make(plan, &dice)
    var tree = ChartTree(&dice, count: departments)
    tree.nodes[0].name = company.declared.name
    tree.nodes[0].person = company.declared.representative
    return (company, tree)
  }

  private static func sample(
    _ company: SubmissionFolder, declaring tree: ChartTree,
    _ files: [(name: String, bytes: [UInt8])],
    planted: [(kind: String, fact: String, rule: String)]
  ) throws -> SubmissionFolder {
    var declared = company.declared
    declared.organization = tree
    var truth = company.truth
    truth.planted = planted.map { difference in
      PlantedDifference(
        kind: difference.kind, facts: [difference.fact], rules: [difference.rule], declared: nil,
        onPaper: nil)
    }
    return SubmissionFolder(files: company.files + files, declared: declared, truth: truth)
  }
}
