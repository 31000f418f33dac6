package import Model

/// What one file, sheet or screenshot says about DNS, and what it leaves open.
package struct DNSCapture: Sendable {
  /// How DNS evidence is written.
  package enum Format: String, Sendable, CaseIterable {
    /// `dig`, `nslookup` and `host`, perhaps several of them in one text.
    case session
    /// A zone file (RFC 1035 section 5).
    case zone
    /// A console's list of records as a table.
    case table
    /// The same from an interface, as JSON.
    case json
  }

  package let format: Format
  package var set = RecordSet()
  /// Records of which the capture does not say whose they are (`dig +short` without its command).
  package var ownerless: [(data: RecordData, origin: RecordOrigin)] = []
  /// The questions that were asked, for telling whose evidence it is; sorted by where they stand.
  package var asked: [DNSQuestion] = []
  /// The name of the zone, where the capture itself says it.
  package var zone: DomainName?
  /// Further zones, where it holds several; in its order.
  package var otherZones: [DomainName] = []
  package var times: [Instant] = []
  package private(set) var remarks: [CaptureRemark] = []

  package init(_ format: Format) { self.format = format }

  /// How many records are kept; what is beyond is cut with a remark.
  package static let recordLimit = 500_000
  /// How many absences, failures and questions are kept of a session.
  static let questionLimit = 20_000
  private static let remarkLimit = 50

  package mutating func remark(_ remark: CaptureRemark) {
    if remarks.count < Self.remarkLimit, !remarks.contains(remark) { remarks.append(remark) }
  }

  /// - Returns: whether more records are wanted.
  package mutating func add(_ record: DNSRecord) -> Bool {
    guard set.count < Self.recordLimit else {
      remark(.cut)
      return false
    }
    set.add(renamed(record))
    return true
  }

  /// The record at `_dmarc` where it stands under the name that some guides give by mistake.
  private mutating func renamed(_ record: DNSRecord) -> DNSRecord {
    guard record.owner.text.hasPrefix("_dklm.") || record.owner.text.hasPrefix("dklm."),
      let name = record.owner.parent?.prefixed(by: "_dmarc")
    else { return record }
    // allowed: a picture has no lines, and the first stands for it
    remark(.dklm(line: record.origin.evidence.position?.line ?? 1))
    var record = record
    record.owner = name
    return record
  }

  mutating func ask(_ question: DNSQuestion) {
    if asked.count < Self.questionLimit { asked.append(question) }
  }
}

/// What a capture leaves open, or what was done with an odd part of it.
package enum CaptureRemark: Hashable, Sendable {
  /// A line that cannot be read; 1-based.
  case lineUnread(Int, LineFault)
  /// `$INCLUDE`: other files are never opened.
  case includeRefused(line: Int)
  /// A query that got no answer: what the server or the tool said.
  case queryFailed(DNSQuestion, reason: String, line: Int)
  /// An answer about a name that the resolver made by its search suffix.
  case answeredElsewhere(DNSQuestion, DomainName, line: Int)
  /// An answer of which a part is not in the capture.
  case answerTruncated(DNSQuestion, line: Int)
  /// Two answers to one question that differ.
  case answersDiffer(DNSQuestion, lines: [Int])
  /// An answer without its question.
  case ownerUnknown(line: Int)
  /// Relative names without a zone to complete them.
  case originUnknown
  /// A list that does not say whose records it has.
  case zoneUnknown
  /// The name of the file alone says whose the records are.
  case zoneOfFileName(DomainName)
  /// A list that says it has more records than are in it.
  case listIncomplete(have: Int, total: Int)
  /// Records that the console holds switched off; lines or rows.
  case recordsDisabled(lines: [Int])
  /// Records for some networks only, beside a default; lines or rows.
  case otherNetworks(lines: [Int])
  /// `DKLM`, which does not exist, was read as DMARC.
  case dklm(line: Int)
  /// More records than are read.
  case cut
}

/// Why a line was not read.
package enum LineFault: Hashable, Sendable, Error {
  case quoteOpen, parenthesisOpen, parenthesisStray, nameInvalid, typeUnknown, dataInvalid
  case ownerMissing, directiveUnknown, generateInvalid, tooLong

  package var text: LocalizedText {
    switch self {
    case .quoteOpen: LocalizedText("引号没有配对", "a quotation mark is not closed")
    case .parenthesisOpen: LocalizedText("括号没有配对", "a parenthesis is not closed")
    case .parenthesisStray:
      LocalizedText("多出右括号", "a parenthesis is closed that was not opened")
    case .nameInvalid: LocalizedText("不是域名", "it has no valid domain name")
    case .typeUnknown: LocalizedText("没有记录类型", "it names no type of record")
    case .dataInvalid:
      LocalizedText("记录值与类型不符", "the data does not fit the type")
    case .ownerMissing:
      LocalizedText("首条记录没有主机名", "the first record names no owner")
    case .directiveUnknown: LocalizedText("未知的指令", "an unknown directive")
    case .generateInvalid:
      LocalizedText(
        "$GENERATE 无法读取或超过 65,536 条",
        "the $GENERATE cannot be read, or makes more than 65,536 records")
    case .tooLong:
      LocalizedText("一条记录超过 4,096 个词", "more than 4,096 words in one record")
    }
  }
}
