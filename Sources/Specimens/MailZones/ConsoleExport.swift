internal import Model

/// A zone as consoles list it.
struct ConsoleExport {
  let zone: MailZone

  enum Console { case aliyun, dnspod }

  func csv(_ console: Console) -> String {
    let separator = console == .aliyun ? "\n" : "\r\n"
    return rows(console).map { cells in
      cells.map { cell in
        let isPlain = console == .aliyun && !cell.contains(where: { ",\"\n".contains($0) })
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: ",")
    }.joined(separator: separator) + separator
  }

  private func rows(_ console: Console) -> [[String]] {
    switch console {
    case .aliyun:
      [
        ["域名：\(zone.domain)"], ["导出时间：2026-11-20 09:30:00"],
        ["记录类型", "主机记录", "解析线路", "记录值", "MX优先级", "TTL值", "状态(暂停/启用)", "备注"],
      ]
        + zone.records.map { record in
          [
            record.type, record.owner, "默认", record.value,
            record.preference.map(String.init) ?? "", "600", "启用", "",
          ]
        } + [["TXT", "@", "默认", "v=spf1 +all", "", "600", "暂停", "旧"]]
    case .dnspod:
      [["主机记录", "记录类型", "线路类型", "记录值", "MX优先级", "TTL(秒)", "状态", "域名"]]
        + zone.records.map { record in
          [
            record.owner, record.type, "默认", value(record),
            record.preference.map(String.init) ?? "-",
            "600", "已启用", zone.domain,
          ]
        }
    }
  }

  /// DNSPod writes names with their dot, and long texts as strings.
  private func value(_ record: MailZone.Record) -> String {
    switch record.type {
    case "MX", "CNAME": ZoneFileText.dotted(record.value)
    case "TXT" where record.value.utf8.count > 255:
      ZoneFileText.strings(record.value, 255).joined(separator: " ")
    default: record.value
    }
  }

  var workbook: [UInt8] {
    let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/"
    let lines = rows(.aliyun).enumerated().map { number, cells in
      "<row r=\"\(number + 1)\">"
        + cells.enumerated().map { column, text in
          "<c r=\"\(UnicodeScalar(UInt8(65 + column)))\(number + 1)\" t=\"inlineStr\"><is><t>"
            + XMLText.escaped(text) + "</t></is></c>"
        }.joined() + "</row>"
    }
    return ZipBytes.archive(texts: [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(sheet)\" xmlns:r=\"\(relation)\"><sheets><sheet name=\"解析记录\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"rId1\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(sheet)\"><sheetData>\(lines.joined())</sheetData></worksheet>"
      ),
    ])
  }

  var aliyunJSON: String {
    JSONTree.object([
      ("TotalCount", .number(zone.records.count)),
      (
        "DomainRecords",
        .object([
          (
            "Record",
            .array(
              zone.records.map { record in
                .object(
                  [
                    ("DomainName", .text(zone.domain)), ("RR", .text(record.owner)),
                    ("Type", .text(record.type)), ("Value", .text(record.value)),
                    ("TTL", .number(600)), ("Line", .text("default")), ("Status", .text("ENABLE")),
                  ] + (record.preference.map { [("Priority", .number($0))] } ?? []))
              })
          )
        ])
      ),
    ]).text
  }

  var dnspodJSON: String {
    JSONTree.object([
      ("domain", .object([("name", .text(zone.domain))])),
      ("info", .object([("record_total", .text(String(zone.records.count)))])),
      (
        "records",
        .array(
          zone.records.map { record in
            .object([
              ("name", .text(record.owner)), ("type", .text(record.type)),
              ("value", .text(value(record))), ("enabled", .text("1")), ("line", .text("默认")),
              ("mx", .text(String(record.preference ?? 0))),
            ])
          })
      ),
    ]).text
  }

  var cloudflareJSON: String {
    JSONTree.object([
      ("success", .text("true")),
      ("result_info", .object([("total_count", .number(zone.records.count))])),
      (
        "result",
        .array(
          zone.records.map { record in
            .object(
              [
                ("name", .text(zone.name(of: record.owner))), ("type", .text(record.type)),
                ("content", .text(content(record))), ("zone_name", .text(zone.domain)),
              ] + (record.preference.map { [("priority", .number($0))] } ?? []))
          })
      ),
    ]).text
  }

  /// Cloudflare keeps the quotation marks of texts.
  private func content(_ record: MailZone.Record) -> String {
    record.type == "TXT"
      ? ZoneFileText.strings(record.value, 255).joined(separator: " ") : record.value
  }
}

/// JSON in the order in which it is given.
private indirect enum JSONTree {
  case object([(String, JSONTree)])
  case array([JSONTree])
  case text(String)
  case number(Int)

  var text: String {
    switch self {
    case .object(let members):
      "{" + members.map { Self.quoted($0.0) + ": " + $0.1.text }.joined(separator: ", ") + "}"
    case .array(let items): "[\n" + items.map(\.text).joined(separator: ",\n") + "\n]"
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
