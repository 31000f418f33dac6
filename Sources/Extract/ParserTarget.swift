package import Model

/// A parser of strangers' bytes, by name: what is fuzzed, and replayed over the kept corpora.
package struct ParserTarget: Sendable {
  /// `seal`: also the name of its corpus.
  package let name: String
  /// Reads bytes; must end in facts or notices, whatever they are.
  package let read: @Sendable ([UInt8]) -> Extraction

  /// All of them, sorted by name.
  package static let all: [ParserTarget] = [
    ParserTarget(name: "cms") { bytes in
      reading("m.p7s") { _ in
        do throws(MalformedDER) { _ = try CMSSignedData(bytes[...]) } catch {
          // Refusing is what most bytes deserve.
        }
      }
    },
    ParserTarget(name: "labelled") { bytes in
      reading("f.txt") { extraction in
        let isMarkup = bytes.first == UInt8(ascii: "<")
        LabelledFamily().read(
          Source(file: "f.txt", bytes: bytes, mediaType: isMarkup ? .html : .text),
          into: &extraction)
      }
    },
    ParserTarget(name: "ofd") { bytes in
      reading("d.ofd") {
        OFDReading(materials: [], reader: nil, trust: SignatureTrust(store: nil)).read(
          bytes, into: &$0)
      }
    },
    ParserTarget(name: "pdf-signature") { bytes in
      reading("d.pdf") {
        PDFSignatureReading(trust: SignatureTrust(store: nil)).read(bytes, into: &$0)
      }
    },
    ParserTarget(name: "seal") { bytes in
      reading("s.esl") { SealReading(trust: SignatureTrust(store: nil)).read(bytes, into: &$0) }
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
  ]

  private static func reading(_ file: String, _ read: (inout Extraction) -> Void) -> Extraction {
    var extraction = Extraction(file: file, mediaType: .unknown)
    read(&extraction)
    return extraction
  }
}
