internal import Model

/// One finding as a SARIF `result` (section 3.27).
struct SARIFResult {
  let json: JSON

  init(_ masked: MaskedFinding, _ report: SubmissionReport) {
    let (finding, shown, places) = (masked.finding, masked.shown, masked.places)
    var locations = places.map { place in
      Self.location(path: report.name + "/" + place.file, position: place.position, of: place)
    }
    if locations.isEmpty {
      locations = finding.unknown.compactMap(\.file).prefix(1).map {
        Self.location(path: report.name + "/" + $0, position: nil)
      }
    }
    let isFailure = finding.verdict == .fail
    var text = shown.message.both
    if let fix = shown.fix { text += "\n" + fix.both }
    // Accepted failures stay results, marked as such (section 3.35).
    let suppressions: [(String, JSON)] = [finding.waiver].compactMap { waiver in
      waiver.map { waiver in
        let reason = "\(waiver.reason.both) (\(waiver.owner), \(waiver.expires.iso))"
        return (
          "suppressions",
          .array([
            .object([
              ("kind", .string("external")), ("status", .string("accepted")),
              ("justification", .string(reason)),
            ])
          ])
        )
      }
    }
    let members: [(String, JSON)] = [
      ("ruleId", .string(finding.rule)),
      ("kind", .string(isFailure ? "fail" : "open")),
      ("level", .string(isFailure ? finding.severity.rawValue : "none")),
      ("message", .object([("text", .string(text))])),
      ("locations", .array(locations)),
      (
        "partialFingerprints",
        .object([("dossier/v1", .string(masked.fingerprint))])
      ),
      (
        "properties",
        .object([
          ("submission", .string(report.name)),
          ("severity", .string(finding.severity.rawValue)),
          ("verdict", .string(finding.verdict.rawValue)),
          ("expected", .optional(shown.expected?.text)),
          ("actual", .optional(shown.actual?.text)),
          ("facts", .strings(finding.facts)),
        ])
      ),
    ]
    json = .object(members + suppressions)
  }

  /// A place in a file; the page (0-based) and the box of a picture stand in `properties`, for which SARIF
  /// has no region.
  static func location(
    path: String, position: TextPosition?, of place: FindingPlace? = nil
  ) -> JSON {
    var physical: [(String, JSON)] = [
      ("artifactLocation", .object([("uri", .string(RelativeLink.encoded(path)))]))
    ]
    if let position {
      physical.append(
        (
          "region",
          .object([
            ("startLine", .int(position.line)), ("startColumn", .int(position.column)),
          ])
        ))
    }
    var members: [(String, JSON)] = [("physicalLocation", .object(physical))]
    if let place, let page = place.page {
      var properties: [(String, JSON)] = [("fact", .string(place.fact)), ("page", .int(page))]
      if let box = place.box { properties.append(("box", box.json)) }
      members.append(("properties", .object(properties)))
    }
    return .object(members)
  }
}
