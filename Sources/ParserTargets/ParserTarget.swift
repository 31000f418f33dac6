internal import Extract
internal import MailDNS
package import Model
internal import Papers
internal import Seals

/// A parser of strangers' bytes, by name: what is fuzzed, and replayed over the kept corpora.
package struct ParserTarget: Sendable {
  /// `seal`: also the name of its corpus.
  package let name: String
  /// Reads bytes; must end in facts or notices, whatever they are.
  package let read: @Sendable ([UInt8]) -> Extraction

  /// All of them, sorted by name.
  package static let all = (documents + charts + shards).sorted { $0.name < $1.name }

  private static let documents: [ParserTarget] = [
    ParserTarget(name: "cms") { bytes in
      reading("m.p7s") { _ in
        do throws(MalformedDER) { _ = try CMSSignedData(bytes[...]) } catch {
          // Refusing is what most bytes deserve.
        }
      }
    },
    ParserTarget(name: "dkim") { bytes in
      reading("dkim.txt") { _ in
        _ = DKIMRecord(String(decoding: bytes, as: UTF8.self), selector: "s", origin: nil)
      }
    },
    ParserTarget(name: "dmarc") { bytes in
      reading("dmarc.txt") { _ in
        _ = DMARCRecord(String(decoding: bytes, as: UTF8.self), origin: nil)
      }
    },
    ParserTarget(name: "dns-json") { bytes in
      reading("d.json") { extraction in
        if let capture = DNSExportJSON.capture(bytes, file: extraction.file) {
          extraction.addDNS(capture, .none)
        }
      }
    },
    ParserTarget(name: "dns-message") { bytes in
      reading("dns.bin") { _ in
        _ = LiveAnswer.reading(bytes, to: DNSQuestion(.root, .txt))
      }
    },
    ParserTarget(name: "dns-session") { bytes in
      reading("d.txt") { extraction in
        extraction.addDNS(
          SessionEvidence.capture(EvidenceText(bytes, file: extraction.file)), .none)
      }
    },
    ParserTarget(name: "dns-table") { bytes in
      reading("d.csv") { extraction in
        if let capture = DNSExportTable.capture(
          bytes, file: extraction.file, into: &extraction)
        {
          extraction.addDNS(capture, .none)
        }
      }
    },
    ParserTarget(name: "dns-zone") { bytes in
      reading("d.zone") { extraction in
        extraction.addDNS(ZoneFile.capture(EvidenceText(bytes, file: extraction.file)), .none)
      }
    },
    ParserTarget(name: "labelled") { bytes in
      reading("f.txt") { extraction in
        let isMarkup = bytes.first == UInt8(ascii: "<")
        SourceFamilies.labelled.read(
          Source(file: "f.txt", bytes: bytes, mediaType: isMarkup ? .html : .text),
          into: &extraction)
      }
    },
    ParserTarget(name: "ofd") { bytes in
      reading("d.ofd") {
        SourceFamilies.ofd.read(Source(file: "d.ofd", bytes: bytes, mediaType: .ofd), into: &$0)
      }
    },
    ParserTarget(name: "pdf-signature") { bytes in
      reading("d.pdf") {
        PDFSignatureReader(trust: SignatureTrust(store: nil)).read(bytes, into: &$0)
      }
    },
    ParserTarget(name: "seal") { bytes in
      reading("s.esl") { SealReader(trust: SignatureTrust(store: nil)).read(bytes, into: &$0) }
    },
    ParserTarget(name: "seal-signature") { bytes in
      reading("s.dat") { _ in
        do throws(MalformedDER) {
          _ = SealSignatureVerification.outcome(
            of: try SealSignature(bytes), over: [bytes[...]], trust: SignatureTrust(store: nil))
        } catch {
          // As above.
        }
      }
    },
    ParserTarget(name: "spf") { bytes in
      reading("spf.txt") { _ in
        let origin = RecordOrigin(evidence: Evidence(file: "spf.txt", method: .dns))
        var records = RecordSet()
        records.add(
          DNSRecord(
            owner: .root, data: .txt([String(decoding: bytes, as: UTF8.self)]), origin: origin))
        records.add(completeZone: .root, origin: origin)
        _ = SPFSurvey(of: .root, records, providers: .none)
      }
    },
    ParserTarget(name: "tls") { bytes in
      reading("t.pem") { extraction in
        SourceFamilies.tls.read(
          Source(file: extraction.file, bytes: bytes, mediaType: MediaType(sniffing: bytes)),
          into: &extraction)
      }
    },
  ]

  private static func reading(_ file: String, _ read: (inout Extraction) -> Void) -> Extraction {
    var extraction = Extraction(file: file, mediaType: .unknown)
    read(&extraction)
    return extraction
  }
}
