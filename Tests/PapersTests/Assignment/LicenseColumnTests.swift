import Model
import ReadingBench
import Testing

@testable import Papers

/// Licenses as they are printed and filled in, on pages written by hand.
@Suite struct LicenseColumnTests {
  /// The left edge of labels and of values, and the pitch of their rows.
  private static let (labels, values, pitch) = (110.0, 340.0, 70.0)

  private func license(
    _ rows: [(label: String, value: String)], low: Double = 0, title: Double = 90,
    _ change: (inout HandPage) -> Void = { _ in }
  ) throws -> [String: Fact] {
    var page = HandPage()
    page.write("营业执照", x: 400, y: 60, height: title)
    for (index, row) in rows.enumerated() {
      let y = 180 + Self.pitch * Double(index)
      if !row.label.isEmpty { page.write(row.label, x: Self.labels, y: y) }
      if !row.value.isEmpty { page.write(row.value, x: Self.values, y: y + low) }
    }
    change(&page)
    page.write("登记机关", x: 700, y: 1000)
    let read = page.read(as: try License.definition(), height: 1200)
    let document = try #require(read.documents.first)
    return Dictionary(document.facts.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
  }

  private static let rows = [
    ("名称", "星河市海蓝汽车服务有限公司"), ("类型", "有限责任公司（自然人独资）"),
    ("住所", "星河市晨光区海蓝路科技园中心大厦2栋"), ("法定代表人", "林晓舟"), ("注册资本", "壹佰万元整"),
    ("成立日期", "2019年03月05日"), ("营业期限", "2019年03月05日至长期"),
    ("经营范围", "汽车租赁；汽车美容服务；停车场服务。"),
  ]

  private func expectWhole(_ facts: [String: Fact], address: String = Self.rows[2].1) {
    #expect(facts["license.name"]?.value == .string("星河市海蓝汽车服务有限公司"))
    #expect(facts["license.type"]?.value == .string("有限责任公司（自然人独资）"))
    #expect(facts["license.address"]?.value == .string(address))
    #expect(facts["license.legal_representative"]?.value == .string("林晓舟"))
    #expect(facts["license.registered_capital_amount"]?.value == .double(1_000_000))
    #expect(facts["license.established_on"]?.value.text == "2019-03-05")
    #expect(facts["license.term_to"]?.value == .null)
    #expect(facts["license.scope"]?.value == .string("汽车租赁；汽车美容服务；停车场服务。"))
  }

  /// All values stand lower or higher than their labels by the same, as typewriters and printers set them.
  @Test(arguments: [-20.0, -10, 0, 10, 20, 28])
  func valuesAtAnotherHeight(low: Double) throws {
    expectWhole(try license(Self.rows, low: low))
  }

  @Test(arguments: ["306", "2号楼415房间", "栋2单元702-1室"])
  func aSecondLineSetTightAboveTheNextLabel(tail: String) throws {
    let facts = try license(Self.rows) { page in
      page.write(tail, x: Self.values, y: 180 + 2 * Self.pitch + 36)
    }
    expectWhole(facts, address: Self.rows[2].1 + tail)
  }

  /// A web site's mark in the row, larger and a little higher.
  @Test(arguments: [0, 3, 4], [("海蓝商务网", 60.0), ("企业之家", 50), ("qiyezhijia.example", 30)])
  func aMarkInTheRow(row: Int, mark: (text: String, height: Double)) throws {
    let facts = try license(Self.rows) { page in
      page.write(
        mark.text, x: Self.values + 460, y: 180 + Self.pitch * Double(row) - 10, height: mark.height
      )
    }
    expectWhole(facts)
  }

  @Test func aNoticeHoldsNoValue() throws {
    let facts = try license(Self.rows) { page in
      for (index, line) in [
        "1.《企业法人营业执照》是企业法人资格和合法经营的凭证。", "3.《企业法人营业执照》正本应当置于住所的醒目位置。",
        "6.每年三月一日至六月三十日，应当参加年度检验。",
      ].enumerated() {
        page.write(line, x: 110, y: 800 + 28 * Double(index), height: 26)
      }
    }
    expectWhole(facts)
  }

  @Test func aPermitBesideIsAnotherPaper() throws {
    let facts = try license(Self.rows) { page in
      page.write("开户许可证", x: 1700, y: 60, height: 90)
      page.write("法定代表人（单位负责人）：邱星辰", x: 1600, y: 250)
    }
    expectWhole(facts)
  }

  /// A box of its own, low and close behind the last line.
  @Test func theFullStopOfAScopeIsKept() throws {
    var rows = Self.rows
    rows[7].1 = "汽车租赁；汽车美容服务；停车场服务"
    let facts = try license(rows) { page in
      page.write("。", x: Self.values + 17 * 30, y: 180 + 7 * Self.pitch + 16, height: 20)
    }
    expectWhole(facts)
  }

  /// Its second half stands alone in a last row that might be anything.
  @Test func aScopeThatStopsInsideABracketGoesOn() throws {
    var rows = Self.rows
    rows[7].1 = "停车场服务（依法须经批准的项目，经"
    let facts = try license(rows) { page in
      page.write("相关部门批准后方可开展经营活动）", x: Self.values, y: 180 + 7 * Self.pitch + 44)
    }
    let scope = try #require(facts["license.scope"])
    #expect(scope.value == .string(rows[7].1 + "相关部门批准后方可开展经营活动）"))
    #expect(scope.confidence >= 0.85)
  }

  /// A web page below the paper's last line repeats its labels with another company's values.
  @Test func whatStandsBelowTheFootIsSomethingElse() throws {
    let facts = try license(Self.rows) { page in
      page.write("国家市场监督管理总局监制", x: 600, y: 1060)
      page.write("法定代表人：邱星辰", x: 110, y: 1250)
      page.write("类型", x: 110, y: 1320)
      page.write("股份有限公司", x: 340, y: 1320)
    }
    expectWhole(facts)
  }

  /// Of a listing that came out as one row of thousands of pieces, or as thousands of rows.
  @Test(arguments: [(columns: 3_000, rows: 1), (columns: 2, rows: 1_500)])
  func thousandsOfPiecesDoNotFillMemory(columns: Int, rows: Int) throws {
    // Without a title in large print nothing says how far the paper reaches.
    let facts = try license(Self.rows, title: 42) { page in
      for row in 0..<rows {
        for column in 0..<columns {
          page.write("甲", x: Self.values + 600 + 40 * Double(column), y: 180 + 25 * Double(row))
        }
      }
    }
    #expect(!facts.isEmpty)
  }

  /// The left edge of the picture cuts the labels off.
  @Test func valuesWithoutLabelsAreKnownByTheirForm() throws {
    let facts = try license(Self.rows.map { ("", $0.1) }) { page in
      page.write("统一社会信用代码", x: 340, y: 110, height: 30)
    }
    for key in ["name", "type", "address", "legal_representative"] {
      let fact = try #require(facts["license." + key])
      #expect(fact.confidence < 0.85, "\(key) rests on its form alone")
    }
    #expect(facts["license.name"]?.value == .string("星河市海蓝汽车服务有限公司"))
    #expect(facts["license.legal_representative"]?.value == .string("林晓舟"))
  }

  /// 扶 and 桩 stand for nothing that an amount has.
  @Test func anAmountIsMendedFromWhatTheRecognizerHeldPossible() throws {
    var rows = Self.rows
    rows[4].1 = ""
    let facts = try license(rows) { page in
      page.write(
        "伍信万元整", x: Self.values, y: 180 + 4 * Self.pitch, alternatives: [1: [("佰", 0.2)]])
    }
    let capital = try #require(facts["license.registered_capital_amount"])
    #expect(capital.value == .double(5_000_000))
    #expect(capital.confidence < 0.85)
  }
}

/// The license as it is shipped.
private enum License {
  static func definition() throws -> MaterialDefinition {
    let loaded = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")
    return try #require(loaded.catalogue?.materials.first { $0.kind == .businessLicense })
  }
}
