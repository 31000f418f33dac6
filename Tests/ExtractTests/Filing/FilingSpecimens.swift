import Model
import ReadingBench

@testable import Extract

/// One lookup of a made-up company's filing in each form that people hand in.
enum FilingSpecimens {
  static let company = "海口青禾信息技术有限公司"

  static let json = """
    {"code":200,"msg":"操作成功","params":{"endRow":1,"list":[
      {"contentTypeName":"","domain":"qinghe-example.cn","domainId":100000001,"leaderName":"周一",
       "limitAccess":"否","mainId":200000001,"mainLicence":"琼ICP备2021123456号","natureName":"企业",
       "serviceId":300000001,"serviceLicence":"琼ICP备2021123456号-1",
       "unitName":"海口青禾信息技术有限公司","updateRecordTime":"2021-05-20 10:11:12"}],
      "total":1},"queryTime":"2026-11-10 09:00:00","success":true}
    """

  static let csv = """
    序号,主办单位名称,主办单位性质,网站备案/许可证号,网站域名,审核通过日期,是否限制接入,查询时间
    1,海口青禾信息技术有限公司,企业,琼ICP备2021123456号-1,www.qinghe-example.cn,2021-05-20,否,2026-11-10
    """

  static let pairs = """
    ICP备案主体信息
    主办单位名称：海口青禾信息技术有限公司
    主办单位性质：企业
    主体备案号：琼ICP备2021123456号
    ICP备案服务信息
    服务备案号: 琼ＩＣＰ备２０２１１２３４５６号－１
    服务域名：
    qinghe-example.cn
    审核通过日期：2021年5月20日
    是否限制接入：否
    查询时间：2026年11月10日
    """

  /// The table's header and its body stand in tables of their own, as the ministry's page has them.
  static let html = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>ICP备案查询</title>
    <script>var a = "<td>主办单位名称</td>";</script></head><body>
    <!-- <tr><td>注释</td></tr> -->
    <div>查询时间：<span>2026-11-10</span></div>
    <table class="header"><thead><tr><th><div class="cell">序号</div></th><th><div>主办单位名称</div></th>
    <th>主办单位性质</th><th>ICP备案/许可证号</th><th>网站域名</th><th>审核日期</th><th>是否限制接入</th></tr></thead></table>
    <table class="body"><tbody><tr><td>1</td><td><div class="cell">海口青禾信息技术有限公司</div></td>
    <td>企业</td><td><a href="#">琼ICP备2021123456号-1</a></td><td>qinghe-example.cn</td><td>2021-05-20</td>
    <td>否</td></tr></tbody></table></body></html>
    """

  static let facts: [String: Value] = [
    "icp.unit_name": .string(company), "icp.unit_kind": .string("企业"),
    "icp.filing_number": .string("琼ICP备2021123456号"),
    "icp.service_number": .string("琼ICP备2021123456号-1"), "icp.service_kind": .string("website"),
    "icp.domain": .string("qinghe-example.cn"), "icp.province": .string("海南"),
    "icp.approved_on": WashCard.date("2021-05-20"), "icp.captured_on": WashCard.date("2026-11-10"),
    "icp.limited": .bool(false), "icp.defects": .list([]),
  ]

  static let all = [("a.json", json), ("a.csv", csv), ("a.txt", pairs), ("a.html", html)]

  /// What a file's bytes yield without pictures and models.
  static func read(_ text: String, file: String) -> Extraction {
    read(Array(text.utf8), file: file)
  }

  static func read(_ bytes: [UInt8], file: String) -> Extraction {
    let source = Source(file: file, bytes: bytes, mediaType: MediaType(sniffing: bytes))
    var extraction = Extraction(file: file, mediaType: source.mediaType)
    if let family = SourceFamilies.all(.bare).first(where: { $0.claims(source) }) {
      family.read(source, into: &extraction)
    }
    return extraction
  }
}
