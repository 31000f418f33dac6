package import Model

/// `report.json` follows the contract `dossier/report-v1`.
package enum JSONReport {
  package static func text(of report: SubmissionReport, options: ReportOptions) -> String {
    text(of: MaskedReport(report, options: options))
  }

  package static func text(of masked: MaskedReport) -> String {
    String(decoding: bytes(of: masked), as: UTF8.self)
  }

  static func bytes(of masked: MaskedReport) -> [UInt8] {
    let (report, masking) = (masked.report, masked.masking)
    let json: JSON = [
      "schema": "dossier/report-v1",
      "submission": .string(report.name),
      "status": .string(report.status.rawValue),
      "as_of": .string(report.asOf.iso),
      "tool": [
        "version": .string(report.tool.version),
        "rules_digest": .string(report.tool.rulesDigest),
        "precision": .string(report.tool.precision),
        "sandbox_lacks": .unlessEmpty(report.tool.sandboxLacks.map(JSON.string)),
      ],
      "files": .array(report.extractions.map(file)),
      "materials": .array(report.factSet.documents.map(material)),
      "facts": .array(masked.facts.map { $0.json(masking) }),
      "findings": .array(
        masked.findings.map {
          $0.shown.json(fingerprint: $0.fingerprint, waiting: $0.waiting)
        }),
      "causes": .array(masked.causes.map(cause)),
      "verdicts": .array(report.judgement.verdicts.map(verdict)),
      "notices": .array(report.allNotices.map { masking.shown($0).json }),
      "summary": masked.counts.json,
      "known_findings": masked.known.isEmpty
        ? nil : .strings(masked.known.map(\.fingerprint).sorted()),
      "still_open": .unlessEmpty(
        masked.known.map {
          [
            "fingerprint": .string($0.fingerprint), "rule": .string($0.finding.rule),
            "title": $0.finding.title.json,
          ]
        }),
      "resolved": report.resolved.map { resolved in
        .array(resolved.map { ["rule": .string($0.rule), "title": $0.title.json] })
      },
    ]
    return json.bytes
  }

  private static func file(_ extraction: Extraction) -> JSON {
    [
      "file": .string(extraction.file),
      "media_type": .string(extraction.mediaType.rawValue),
      "pages": .array(extraction.pages.map(page)),
    ]
  }

  private static func page(_ size: PageSize) -> JSON {
    [
      "width": .double(size.width), "height": .double(size.height),
      "unit": .string(size.unit.rawValue),
    ]
  }

  private static func material(_ document: AssembledDocument) -> JSON {
    [
      "id": .string(document.id),
      "kind": .string(document.kind.rawValue),
      "role": .optional(document.role),
      "confidence": .double(document.confidence),
      "file": .string(document.file),
      "pages": .array(document.pages.map(JSON.int)),
    ]
  }

  /// In the words of the finding that tells it.
  private static func cause(_ cause: MaskedReport.ToldCause) -> JSON {
    [
      "id": .string(cause.cause.id), "kind": .string(cause.cause.kind.rawValue),
      "file": .optional(cause.cause.file), "message": cause.shown.message.json,
      "fix": cause.shown.fix?.json ?? .null, "rules": .strings(cause.cause.rules),
    ]
  }

  private static func verdict(_ verdict: RuleVerdict) -> JSON {
    [
      "rule": .string(verdict.rule), "verdict": .string(verdict.verdict.rawValue),
      "hypotheses": .unlessEmpty(verdict.hypotheses.map(\.json)),
    ]
  }
}
