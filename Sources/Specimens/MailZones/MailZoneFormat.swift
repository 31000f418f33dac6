internal import Foundation

/// The forms of evidence in which one zone is written.
package enum MailZoneFormat: String, CaseIterable, Codable {
  case zone
  case bareZone = "zone-absolute"
  case cloudflareZone = "zone-cloudflare"
  case dig
  case digShort = "dig-short"
  case nslookup = "nslookup-windows"
  case chineseNslookup = "nslookup-windows-gbk"
  case linuxNslookup = "nslookup-linux"
  case host
  case powerShell = "resolve-dnsname"
  case aliyunCSV = "aliyun-csv"
  case aliyunXLSX = "aliyun-xlsx"
  case dnspodCSV = "dnspod-csv"
  case aliyunJSON = "aliyun-json"
  case dnspodJSON = "dnspod-json"
  case cloudflareJSON = "cloudflare-json"

  var fileExtension: String {
    switch self {
    case .zone, .bareZone, .cloudflareZone: "zone"
    case .dig, .digShort, .nslookup, .chineseNslookup, .linuxNslookup, .host, .powerShell: "txt"
    case .aliyunCSV, .dnspodCSV: "csv"
    case .aliyunXLSX: "xlsx"
    case .aliyunJSON, .dnspodJSON, .cloudflareJSON: "json"
    }
  }

  /// Whether all records are in it, also those that nobody asks for.
  var showsWholeZone: Bool {
    switch self {
    case .zone, .bareZone, .cloudflareZone, .aliyunCSV, .aliyunXLSX, .dnspodCSV, .aliyunJSON,
      .dnspodJSON, .cloudflareJSON:
      true
    case .dig, .digShort, .nslookup, .chineseNslookup, .linuxNslookup, .host, .powerShell:
      false
    }
  }

  /// Whether it can say that there is no such record.
  var deniesRecords: Bool { self != .digShort }

  func bytes(_ zone: MailZone) -> [UInt8] {
    let files = ZoneFileText(zone: zone)
    let tools = ToolOutput(zone: zone)
    let lists = ConsoleExport(zone: zone)
    switch self {
    case .zone: return Array(files.relative.utf8)
    case .bareZone: return Array(files.absolute.utf8)
    case .cloudflareZone: return Array(files.cloudflare.utf8)
    case .dig: return Array(tools.dig.utf8)
    case .digShort: return Array(tools.digShort.utf8)
    case .nslookup: return Array(tools.windows(.english).utf8)
    case .chineseNslookup: return Self.gbk(tools.windows(.chinese))
    case .linuxNslookup: return Array(tools.linux.utf8)
    case .host: return Array(tools.host.utf8)
    case .powerShell: return Array(tools.powerShell.utf8)
    case .aliyunCSV: return [0xEF, 0xBB, 0xBF] + Array(lists.csv(.aliyun).utf8)
    case .aliyunXLSX: return lists.workbook
    case .dnspodCSV: return Self.gbk(lists.csv(.dnspod))
    case .aliyunJSON: return Array(lists.aliyunJSON.utf8)
    case .dnspodJSON: return Array(lists.dnspodJSON.utf8)
    case .cloudflareJSON: return Array(lists.cloudflareJSON.utf8)
    }
  }

  /// GB 18030, which has no name of its own among Foundation's encodings.
  private static func gbk(_ text: String) -> [UInt8] {
    guard let data = text.data(using: String.Encoding(rawValue: 0x8000_0632)) else {
      return Array(text.utf8)
    }
    return [UInt8](data)
  }
}

/// Makes zones with and without mistakes and writes them; zone `index` depends on the seed and the index alone.
package struct MailZoneMaker {
  let seed: UInt64

  /// - Parameter seed: Decides all zones.
  package init(seed: UInt64) { self.seed = seed }

  /// The truth as `mail-zones.json` holds it.
  package struct Truth: Codable {
    package struct File: Codable {
      var file: String
      var format: MailZoneFormat
      var fault: MailZoneFault?
      /// What must be found, sorted.
      var defects: [String]
      var zone: MailZone
    }

    var schema = "dossier/mail-zones-v1"
    package var files: [File]
  }

  /// A zone with a mistake, or without.
  func zone(_ index: Int, fault: MailZoneFault?) -> MailZone {
    var dice = Dice(seed: seed, stream: index, part: 11)
    var zone = MailZone(&dice)
    fault?.plant(in: &zone, &dice)
    return zone
  }

  /// Returns every mistake in turn, each zone in every form that shows it; or clean zones in all.
  package func write(_ count: Int, clean: Bool, to folder: OutputFolder) throws -> Truth {
    var truth = Truth(files: [])
    for index in 0..<count {
      let faults = MailZoneFault.allCases
      let fault = clean ? nil : faults[index % faults.count]
      let zone = zone(index, fault: fault)
      for format in MailZoneFormat.allCases where fault?.isVisible(in: format) != false {
        let name = "\(padded(index + 1, 4))-\(format.rawValue).\(format.fileExtension)"
        try folder.write(format.bytes(zone), to: name)
        truth.files.append(
          Truth.File(
            file: name, format: format, fault: fault,
            defects: fault.map { $0.defects.sorted() } ?? [], zone: zone))
      }
    }
    try folder.write(json: truth, to: "mail-zones.json")
    return truth
  }
}
