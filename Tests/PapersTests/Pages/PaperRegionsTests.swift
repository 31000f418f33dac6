import Model
import ReadingBench
import Recognition
import Testing

@testable import Papers

/// Which parts of a page are papers of their own.
@Suite struct PaperRegionsTests {
  private static let listing = [
    "企业名称：星河市秋月商贸有限公司", "法定代表人：邱星辰", "成立日期：2013年12月05日", "注册资本：300万元", "住所：星河市临江区秋月路2号",
  ]
  private static let license = [
    "名称：星河市海蓝汽车服务有限公司", "类型：有限责任公司", "法定代表人：林晓舟", "注册资本：壹佰万元整", "成立日期：2019年03月05日",
    "经营范围：汽车租赁；停车场服务。",
  ]

  private func parts(
    width: Double, height: Double, _ write: (inout HandPage) -> Void
  ) throws -> [PaperRegions.Region] {
    var page = HandPage()
    write(&page)
    let level = PageLevel(boxes: page.lines.map(\.box), width: width, height: height)
    let catalogue = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")
    let license = catalogue.catalogue?.materials.filter { $0.kind == .businessLicense }
    return PaperRegions(
      of: PageText(lines: page.lines, level: level), width: width, height: height,
      materials: try #require(license)
    ).parts
  }

  private func write(
    _ title: String, _ lines: [String], x: Double, y: Double, on page: inout HandPage
  ) {
    page.write(title, x: x + 150, y: y, height: 90)
    for (index, line) in lines.enumerated() {
      page.write(line, x: x, y: y + 150 + 70 * Double(index))
    }
  }

  @Test(arguments: ["食品经营许可证", "企业信息查询", "营业执照"])
  func papersSideBySide(title: String) throws {
    let parts = try parts(width: 1800, height: 800) { page in
      write("营业执照", Self.license, x: 100, y: 80, on: &page)
      write(title, Self.listing, x: 1000, y: 80, on: &page)
    }
    let (left, right) = (try #require(parts.first), try #require(parts.last))
    #expect(parts.count == 2 && left.left < 100 && right.right > 1400)
    #expect(left.right <= right.left && left.right > 660 && right.left < 1000)
  }

  @Test func papersOneBelowTheOther() throws {
    let parts = try parts(width: 900, height: 1500) { page in
      write("企业信息查询", Self.listing, x: 100, y: 80, on: &page)
      write("营业执照", Self.license, x: 100, y: 800, on: &page)
    }
    let (upper, lower) = (try #require(parts.first), try #require(parts.last))
    #expect(parts.count == 2 && upper.bottom <= lower.top && lower.top < 760)
  }

  /// A web site's mark is as large as a title, but below it stand other fields of the same paper.
  @Test func aMarkIsNoTitle() throws {
    let parts = try parts(width: 900, height: 800) { page in
      write("营业执照", Self.license, x: 100, y: 80, on: &page)
      page.write("海蓝商务网", x: 300, y: 395, height: 80)
      for row in 0..<5 { page.write("须知第\(row)条", x: 100, y: 660 + 30 * Double(row), height: 24) }
    }
    #expect(parts.isEmpty)
  }

  @Test(arguments: [(3000.0, 2400.0, 1), (900, 800, 0)])
  func onePaperIsAPartWhereItIsSmall(width: Double, height: Double, count: Int) throws {
    let parts = try parts(width: width, height: height) { page in
      write("营业执照", Self.license, x: 100, y: 80, on: &page)
    }
    #expect(parts.count == count)
  }

  @Test func nothingIsNoPaper() throws {
    #expect(try parts(width: 900, height: 800) { _ in }.isEmpty)
  }
}
