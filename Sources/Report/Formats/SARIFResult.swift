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
      locations = (finding.unknown.compactMap(\.file) + [masked.causeFile].compactMap(\.self))
        .prefix(1).map {
          Self.location(path: report.name + "/" + $0, position: nil)
        }
    }
    let isFailure = finding.verdict == .fail
    var text = shown.message.both
    if let fix = shown.fix { text += "\n" + fix.both }
    json = [
      "ruleId": .string(finding.rule),
      "kind": isFailure ? "fail" : "open",
      "level": .string(isFailure ? finding.severity.rawValue : "none"),
      "message": ["text": .string(text)],
      "locations": .array(locations),
      "partialFingerprints": ["dossier/v1": .string(masked.fingerprint)],
      "properties": [
        "submission": .string(report.name),
        "severity": .string(finding.severity.rawValue),
        "verdict": .string(finding.verdict.rawValue),
        "expected": .optional(shown.expected?.text),
        "actual": .optional(shown.actual?.text),
        "facts": .strings(finding.facts),
        "cause": .optional(report.cause(of: finding)?.kind.rawValue),
        "waiting": .unlessEmpty(masked.waiting.map(\.finding.rule).uniqued().map(JSON.string)),
      ],
      // Accepted failures stay results, marked as such (section 3.35).
      "suppressions": finding.waiver.map { waiver in
        let reason = "\(waiver.reason.both) (\(waiver.owner), \(waiver.expires.iso))"
        return .array([
          ["kind": "external", "status": "accepted", "justification": .string(reason)]
        ])
      },
    ]
  }

  /// A place in a file; the page (0-based) and the box of a picture stand in `properties`, for which SARIF
  /// has no region.
  static func location(
    path: String, position: TextPosition?, of place: FindingPlace? = nil
  ) -> JSON {
    [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(RelativeLink.encoded(path))],
        "region": position.map { ["startLine": .int($0.line), "startColumn": .int($0.column)] },
      ],
      "properties": place.flatMap { place in
        place.page.map { page in
          ["fact": .string(place.fact), "page": .int(page), "box": place.box.map(\.json)]
        }
      },
    ]
  }
}
