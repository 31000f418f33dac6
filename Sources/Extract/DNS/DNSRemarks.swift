internal import MailDNS
internal import Model

/// What captures leave open, as notices.
struct DNSRemarks {
  private let file: String
  private let page: Int?

  /// - Parameter page: 0-based; `nil` for a text.
  static func notices(of capture: DNSCapture, file: String, page: Int? = nil) -> [Notice] {
    let remarks = DNSRemarks(file: file, page: page)
    // One notice for all lines that are wrong in the same way.
    var lines: [LineFault: [Int]] = [:]
    var faults: [LineFault] = []
    var notices: [Notice] = []
    for remark in capture.remarks {
      guard case .lineUnread(let line, let fault) = remark else {
        notices.append(remarks.notice(of: remark))
        continue
      }
      if lines[fault] == nil { faults.append(fault) }
      lines[fault, default: []].append(line)
    }
    return faults.map { remarks.notice(of: $0, on: lines[$0, default: []]) } + notices
  }

  private func notice(of fault: LineFault, on lines: [Int]) -> Notice {
    let line = Self.list(Array(lines.prefix(8))) + (lines.count > 8 ? ", …" : "")
    return note(.dnsLineUnread, ["line": line].with("reason", fault.text))
  }

  private func notice(of remark: CaptureRemark) -> Notice {
    switch remark {
    case .lineUnread(let line, let fault): return notice(of: fault, on: [line])
    case .includeRefused(let line): return note(.dnsIncludeRefused, ["line": String(line)])
    case .queryFailed(let question, let reason, let line):
      return note(
        .dnsQueryFailed, ["question": question.text, "reason": reason, "line": String(line)])
    case .answeredElsewhere(let question, let other, let line):
      return note(
        .dnsAnsweredElsewhere,
        [
          "question": question.text, "other": other.text, "line": String(line),
          // allowed: a word in capitals is to be replaced, as in all manuals
          "command":
            "nslookup -qt=\(question.type.name.lowercased()) \(question.name.text.commandWord ?? "DOMAIN").",
        ])
    case .answerTruncated(let question, let line):
      return note(.dnsAnswerTruncated, ["question": question.text, "line": String(line)])
    case .answersDiffer(let question, let lines):
      return note(.dnsAnswersDiffer, ["question": question.text, "lines": Self.list(lines)])
    case .ownerUnknown(let line): return note(.dnsOwnerUnknown, ["line": String(line)])
    case .originUnknown: return note(.dnsOriginUnknown)
    case .zoneUnknown: return note(.dnsDomainUnknown)
    case .zoneOfFileName(let zone):
      let source = LocalizedText("文件名", "the file's name")
      return note(.dnsDomainAssumed, ["domain": zone.text].with("source", source))
    case .listIncomplete(let have, let total):
      return note(.dnsListIncomplete, ["have": String(have), "total": String(total)])
    case .recordsDisabled(let lines): return note(.dnsRecordsDisabled, ["lines": Self.list(lines)])
    case .otherNetworks(let lines): return note(.dnsOtherNetworks, ["lines": Self.list(lines)])
    case .dklm(let line): return note(.dnsNameMistaken, ["line": String(line)])
    case .cut: return note(.dnsTooManyRecords)
    }
  }

  private func note(_ code: NoticeCode, _ details: [String: String] = [:]) -> Notice {
    Notice(file: file, page: page, stage: .extract, code: code, details: details)
  }

  private static func list(_ lines: [Int]) -> String {
    lines.prefix(20).map(String.init).joined(separator: ", ")
  }
}
