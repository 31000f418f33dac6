import Model
import ReadingBench
import Testing

@testable import Extract
@testable import Specimens

@Suite struct FilingTests {
  @Test(arguments: FilingSpecimens.all)
  func everyFormGivesTheSameFacts(file: String, text: String) throws {
    let read = FilingSpecimens.read(text, file: file)
    #expect(read.documents.map(\.kind) == [.icpFiling] && read.notices.isEmpty)
    #expect(read.values == FilingSpecimens.facts)
    let facts = try #require(read.documents.first?.facts)
    #expect(facts.allSatisfy { $0.evidence.first?.position != nil && $0.confidence == 1 })
  }

  @Test func aWorkbookGivesTheSameFacts() throws {
    let rows = FilingSpecimens.csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let read = FilingSpecimens.read(try WorkbookBytes.of(rows), file: "a.xlsx")
    #expect(read.values == FilingSpecimens.facts)
    #expect(read.documents.first?.facts.first?.evidence.first?.page == 0)
  }

  /// The same in GBK, in UTF-16, with a mark, and with other line ends.
  @Test func encodingsDoNotMatter() throws {
    let csv = FilingSpecimens.csv
    let units = Array(csv.utf16)
    let utf16: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    let marked = [0xEF, 0xBB, 0xBF] + Array(csv.utf8)
    let windows = Array(csv.replacing("\n", with: "\r\n").utf8)
    for bytes in [utf16, marked, windows] {
      #expect(FilingSpecimens.read(bytes, file: "a.csv").values == FilingSpecimens.facts)
    }
  }

  @Test func eachServiceIsADocument() {
    let text =
      FilingSpecimens.csv
      + "\n2,海口青禾信息技术有限公司,企业,琼ICP备2021123456号-2,a.example.cn;b.example.cn,2022-01-02,否,2026-11-10"
    let read = FilingSpecimens.read(text, file: "a.csv")
    let domains = read.documents.compactMap { document in
      document.facts.first { $0.key == "icp.domain" }?.value.string
    }
    #expect(domains == ["qinghe-example.cn", "a.example.cn", "b.example.cn"])
  }

  @Test(arguments: [
    ("琼ICP备2021123456号-1", []), ("川ICP备2021123456号-1", ["unusual_province"]),
    ("琼ICP备20211号-1", ["broken_number"]), ("琼公网安备46010602000001号", ["security_number"]),
    ("琼ICP备2021123456号 / 琼ICP备2022123456号-1", ["service_of_another"]),
    ("琼ICP备2021123456号 琼ICP备2022123456号", ["several_subjects"]),
  ])
  func oddNumbersAreNamed(number: String, defects: [String]) {
    let text = "主办单位名称：海口青禾信息技术有限公司\n网站域名：a-example.cn\n备案号：\(number)\n"
    let read = FilingSpecimens.read(text, file: "a.txt")
    #expect(read.values["icp.defects"] == .list(defects.map(Value.string)))
    #expect((read.values["icp.filing_number"] == nil) == !defects.isEmpty || defects.count == 1)
  }

  /// Persons' numbers stay where they are.
  @Test func personalNumbersAreNotRead() {
    let person = """
      {"unitName":"周一","natureName":"个人","serviceLicence":"琼ICP备2021123456号-3X","domain":"",
       "mainUnitCertNo":"11010519491231002X","leaderName":"周一"}
      """
    let read = FilingSpecimens.read(person, file: "a.json")
    #expect(read.values["icp.unit_kind"] == .string("个人"))
    #expect(read.values["icp.service_kind"] == .string("mini_program"))
    #expect(read.values["icp.unit_code"] == nil)
    let company = person.replacing("11010519491231002X", with: "91350100M000100Y43")
    #expect(
      FilingSpecimens.read(company, file: "a.json").values["icp.unit_code"]
        == .string("91350100M000100Y43"))
  }

  @Test(arguments: [
    "姓名,部门,手机\n周一,市场部,13800138000\n", "公司\n  市场部\n    备案组\n", "关于备案的说明：正在办理。", "{\"备案\": 1}",
    "域名,价格\na.cn,50\n", "<html><body><p>备案查询</p></body></html>", "",
  ])
  func whatIsNoProofIsNotClaimed(text: String) {
    let bytes = Array(text.utf8)
    let source = Source(file: "a.txt", bytes: bytes, mediaType: MediaType(sniffing: bytes))
    #expect(!LabelledFamily(.bare).claims(source))
  }

  // MARK: Registrations of domains

  @Test(arguments: [
    "域名,域名持有者,注册商,注册日期,到期日期\nqinghe-example.cn,海口青禾信息技术有限公司,阿里云计算有限公司,2020-03-01,2027-03-01\n",
    """
    Domain Name: qinghe-example.cn
    ROID: 20200301s10001s00000001-cn
    Registrant: 海口青禾信息技术有限公司
    Sponsoring Registrar: 阿里云计算有限公司
    Name Server: dns1.example.com
    Registration Time: 2020-03-01 10:20:30
    Expiration Time: 2027-03-01 10:20:30
    """,
  ])
  func registrationsAreRead(text: String) {
    let read = FilingSpecimens.read(text, file: "a.txt")
    #expect(read.documents.map(\.kind) == [.domainCertificate])
    #expect(
      read.values == [
        "domain.name": .string("qinghe-example.cn"),
        "domain.holder": .string(FilingSpecimens.company),
        "domain.registrar": .string("阿里云计算有限公司"),
        "domain.registered_on": WashCard.date("2020-03-01"),
        "domain.expires_on": WashCard.date("2027-03-01"),
      ])
  }
}
