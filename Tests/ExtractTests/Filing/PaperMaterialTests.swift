import Model
import Native
import ReadingBench
import Specimens
import TestTraits
import Testing

/// Each paper of a mail-domain registration that YAML alone describes, read from a drawn page.
@Suite struct PaperMaterialTests {
  private static let company = "海口青禾信息技术有限公司"

  struct Paper: CustomTestStringConvertible, Sendable {
    let kind: String
    let title: String
    let rows: [String]
    let facts: [String: Value]
    var testDescription: String { kind }

    var sheet: TextSheet {
      var entries = [TextSheet.Entry(title, x: 300, y: 60, size: 52)]
      for (index, row) in rows.enumerated() {
        entries.append(TextSheet.Entry(row, x: 100, y: 190 + Double(index) * 80, size: 34))
      }
      return TextSheet(width: 1100, height: 1400, entries)
    }
  }

  private static func preparation(
    _ kind: String, _ prefix: String, _ title: String, _ label: String, _ line: String,
    mark: String
  ) -> Paper {
    Paper(
      kind: kind, title: title,
      rows: ["编制单位：\(company)", "\(label)：2026年9月12日", line],
      facts: [
        prefix + ".company": .string(company), prefix + ".issued_on": WashCard.date("2026-09-12"),
        prefix + ".title": .string(mark),
      ])
  }

  static let papers = [
    preparation(
      "security_assessment", "assessment", "数据安全风险评估报告", "评估日期", "评估结论：风险可控。",
      mark: "数据安全风险评估"),
    preparation(
      "compliance_review", "compliance", "内部合规审查报告", "审查日期", "审查结论：符合要求。", mark: "内部合规审查"),
    preparation(
      "training_record", "training", "员工操作培训记录", "培训日期", "培训内容：邮箱的安全使用。", mark: "员工操作培训"),
    preparation(
      "contingency_plan", "contingency", "邮件系统应急预案", "发布日期", "应急响应分为三级。", mark: "应急预案"),
    preparation(
      "data_export_assessment", "export_assessment", "个人信息保护影响评估报告", "评估日期",
      "出境活动：向境外接收方提供联系人信息。", mark: "个人信息保护影响评估"),
    Paper(
      kind: "authorization_letter", title: "授权委托书",
      rows: [
        "授权单位：\(company)", "被授权人：林晓舟", "身份证号码：440301199003077624", "联系电话：13800138000",
        "授权事项：办理企业微信注册与认证", "授权日期：2026年11月10日",
      ],
      facts: [
        "letter.company": .string(company), "letter.agent_name": .string("林晓舟"),
        "letter.agent_number": .string("440301199003077624"),
        "letter.agent_phone": .string("13800138000"),
        "letter.issued_on": WashCard.date("2026-11-10"),
        "letter.matter": .string("办理企业微信注册与认证"),
      ]),
    Paper(
      kind: "domain_certificate", title: "域名注册证书",
      rows: [
        "域名：qinghe-example.cn", "域名持有者：\(company)", "注册商：示例域名注册服务有限公司",
        "注册日期：2019年3月1日", "到期日期：2028年3月1日",
      ],
      facts: [
        "domain.name": .string("qinghe-example.cn"), "domain.holder": .string(company),
        "domain.registrar": .string("示例域名注册服务有限公司"),
        "domain.registered_on": WashCard.date("2019-03-01"),
        "domain.expires_on": WashCard.date("2028-03-01"),
      ]),
    Paper(
      kind: "icp_filing", title: "ICP备案查询",
      rows: [
        "主办单位名称：\(company)", "主办单位性质：企业", "网站备案/许可证号：琼ICP备2021123456号-1",
        "网站域名：www.qinghe-example.cn", "审核通过日期：2021-05-20", "查询时间：2026-11-10",
      ],
      facts: FilingSpecimens.facts.filter { $0.key != "icp.limited" }),
  ]

  /// In black and white a stamp cannot be told, so nothing is said of it.
  @Test(arguments: papers)
  func aPaperIsRead(paper: Paper) async throws {
    let read = try await SharedReader.shared.extraction(of: paper.sheet.jpeg(), .shipped)
    #expect(read.documents.map(\.kind.rawValue) == [paper.kind])
    #expect(read.values == paper.facts, "\(read.notices)")
  }

  @Test(.drawsPDF, arguments: papers)
  func aTextLayerSaysTheSame(paper: Paper) async throws {
    let read = try await SharedReader.shared.extraction(
      of: paper.sheet.pdf(), file: "a.pdf", .shipped)
    #expect(read.documents.map(\.kind.rawValue) == [paper.kind])
    #expect(read.values == paper.facts)
  }

  /// The lookup's table: a row for each service, and the foot of the page.
  @Test func aTableOfServicesIsRead() async throws {
    let columns: [(x: Double, cells: [String])] = [
      (40, ["序号", "1", "2"]), (150, ["主办单位名称", Self.company, Self.company]),
      (610, ["主办单位性质", "企业", "企业"]),
      (860, ["ICP备案/许可证号", "琼ICP备2021123456号-1", "琼ICP备2021123456号-2"]),
      (1310, ["网站域名", "qinghe-example.cn", "hai-example.cn"]),
      (1620, ["审核日期", "2021-05-20", "2022-06-21"]), (1850, ["是否限制接入", "否", "否"]),
    ]
    var entries = [
      TextSheet.Entry("ICP备案查询", x: 40, y: 30, size: 44),
      TextSheet.Entry("查询时间：2026-11-10", x: 1600, y: 60, size: 28),
      TextSheet.Entry("版权所有 请以查询结果为准", x: 150, y: 640, size: 28),
    ]
    for column in columns {
      for (row, cell) in column.cells.enumerated() {
        entries.append(
          TextSheet.Entry(cell, x: column.x, y: 160 + Double(row) * 90, size: 28))
      }
    }
    let read = try await SharedReader.shared.extraction(
      of: TextSheet(width: 2100, height: 720, entries).jpeg(), .shipped)
    #expect(read.documents.map(\.kind) == [.icpFiling, .icpFiling] && read.notices.isEmpty)
    #expect(read.values == FilingSpecimens.facts)
    let second = read.documents.last?.facts.first { $0.key == "icp.domain" }
    #expect(second?.value == .string("hai-example.cn"))
  }
}
