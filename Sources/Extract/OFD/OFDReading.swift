internal import Model
internal import Native
internal import Recognition

/// Reads an OFD (GB/T 33190): its pages' text, and what its signatures prove.
struct OFDReading {
  let materials: MaterialCatalogue
  /// `nil` where nothing can be read from pictures.
  let reader: PageReader?
  let trust: SignatureTrust

  private static let electronic = "license.electronic"
  /// As for a PDF: more is a wrong file.
  private static let pageLimit = 30

  func read(_ bytes: [UInt8], into extraction: inout Extraction) {
    let file = extraction.file
    func note(_ fault: OFDFault, isWhole: Bool) {
      let name = fault.part.isEmpty ? "OFD" : fault.part
      extraction.notices.append(
        Notice(
          file: file, stage: .extract, code: isWhole ? .ofdDamaged : .ofdPartDamaged,
          details: isWhole
            ? ["reason": fault.part.isEmpty ? fault.reason : name + ": " + fault.reason]
            : ["part": name, "reason": fault.reason]))
    }
    let package: OFDPackage
    let documents: [OFDDocument]
    do throws(OFDFault) {
      package = try OFDPackage(bytes)
      documents = try OFDDocument.all(in: package)
    } catch {
      note(error, isWhole: true)
      return
    }
    for fault in package.faults { note(fault, isWhole: false) }
    extraction.facts += OFDFacts.facts(of: documents, file: file)
    for document in documents {
      let firstPage = extraction.pages.count
      for page in document.pages.prefix(Self.pageLimit - min(Self.pageLimit, firstPage)) {
        do throws(OFDFault) {
          let content = try OFDPageContent(page, of: document, in: package)
          for fault in content.faults { note(fault, isWhole: false) }
          read(content, into: &extraction)
        } catch {
          // Page numbers stay those of the list.
          extraction.pages.append(PageSize(of: document.area))
          note(error, isWhole: false)
        }
      }
      readSignatures(of: document, in: package, firstPage: firstPage, into: &extraction)
    }
  }

  private func read(_ content: OFDPageContent, into extraction: inout Extraction) {
    let index = extraction.pages.count
    let size = PageSize(of: content.area)
    extraction.pages.append(size)
    let text = OFDTextLayer(content)
    let layer = PDFTextLayer(text.characters, width: size.width, height: size.height)
    guard layer.text.count >= 8 else {
      extraction.notices.append(
        Notice(file: extraction.file, page: index, stage: .extract, code: .pictureBlank))
      return
    }
    let found = PageDocuments(
      page: RecognizedPage(
        lines: layer.lines, width: size.width, height: size.height, rotationDegrees: 0),
      materials: materials,
      place: PagePlace(
        file: extraction.file, page: index, toEvidence: { $0 }, method: .textLayer), codes: [],
      colour: nil)
    extraction.documents += found.documents.map { document in
      guard document.kind == .businessLicense,
        !document.facts.contains(where: { $0.key == Self.electronic })
      else { return document }
      // Paper does not come as an OFD.
      var license = document
      license.facts.append(
        Fact(
          key: Self.electronic, value: .bool(true), confidence: 0.95,
          evidence: [Evidence(file: extraction.file, page: index, method: .computed)]))
      return license
    }
    extraction.names += found.names
    extraction.notices += found.notices
  }

  private func readSignatures(
    of document: OFDDocument, in package: OFDPackage, firstPage: Int,
    into extraction: inout Extraction
  ) {
    guard let list = document.signaturesPath else { return }
    let file = extraction.file
    func note(_ signature: String, _ reason: String) {
      extraction.notices.append(
        Notice(
          file: file, stage: .extract, code: .signatureDamaged,
          details: ["signature": signature, "reason": reason]))
    }
    var signatures: [OFDSignature] = []
    do throws(OFDFault) {
      for entry in try OFDSignature.all(listedIn: list, of: package) {
        switch entry {
        case .success(let signature): signatures.append(signature)
        case .failure(let fault): note(fault.part, fault.reason)
        }
      }
    } catch {
      note(error.part, error.reason)
      return
    }
    let check = OFDSignatureCheck(
      package: package, trust: trust, listPath: list, pageIDs: document.pages.map(\.id))
    for signature in signatures {
      do {
        var outcome = try check.outcome(of: signature, among: signatures)
        outcome.pages = outcome.pages.map { $0 + firstPage }
          .filter { $0 < extraction.pages.count }
        SignatureRecording.record(outcome, into: &extraction)
      } catch let error as MalformedDER {
        note(signature.valuePath, error.reason)
      } catch let error as OFDFault {
        note(error.part, error.reason)
      } catch {
        note(signature.path, "\(error)")
      }
    }
  }
}

extension PageSize {
  /// In points.
  init(of area: OFDBox) {
    func rounded(_ millimetres: Double) -> Double {
      (millimetres * OFDBox.points * 100).rounded() / 100
    }
    self.init(width: rounded(area.width), height: rounded(area.height), unit: .points)
  }
}
