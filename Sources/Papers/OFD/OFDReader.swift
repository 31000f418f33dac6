package import Model
internal import Native
internal import OFD
internal import Recognition
internal import Seals

/// Reads an OFD (GB/T 33190): its pages' text, and what its signatures prove.
package struct OFDReader {
  let tools: PageTools

  package init(tools: PageTools) { self.tools = tools }

  /// As for a PDF: more is a wrong file.
  private static let pageLimit = 30

  package func read(_ bytes: [UInt8], into extraction: inout Extraction) {
    let file = extraction.file
    func note(_ fault: OFDFault, isWhole: Bool) {
      let name = fault.part.isEmpty ? "OFD" : fault.part
      extraction.note(
        isWhole ? .ofdDamaged : .ofdPartDamaged,
        isWhole
          ? ["reason": fault.part.isEmpty ? fault.reason : name + ": " + fault.reason]
          : ["part": name, "reason": fault.reason])
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
    extraction.parts.append(FilePart(.file, facts: OFDFacts.facts(of: documents, file: file)))
    var listed: Set<String> = []
    for document in documents {
      for fault in document.faults { note(fault, isWhole: false) }
      noteIrregularities(of: document, in: &extraction)
      let firstPage = extraction.pages.count
      var reading = OFDPageReader(
        tools: tools, source: OFDPagePicture.Source(document, in: package, fonts: tools.fonts))
      let surplus = firstPage + document.pages.count - Self.pageLimit
      if surplus > 0 {
        note(
          OFDFault(
            part: document.rootPath,
            reason: "\(document.pages.count) pages, \(Self.pageLimit) of a file are read"),
          isWhole: false)
      }
      for page in document.pages.prefix(Self.pageLimit - min(Self.pageLimit, firstPage)) {
        do throws(OFDFault) {
          let content = try OFDPageContent(page, of: document, in: package)
          for fault in content.faults { note(fault, isWhole: false) }
          reading.read(content, id: page.id, into: &extraction)
        } catch {
          // Page numbers stay those of the list.
          extraction.pages.append(PageSize(of: document.area))
          note(error, isWhole: false)
        }
      }
      listed.formUnion(
        readSignatures(of: document, in: package, firstPage: firstPage, into: &extraction))
    }
    recordUnlisted(in: package, listed, into: &extraction)
  }

  /// Signatures that no list names: whoever takes one out of the list leaves it in the package, and nobody who verifies
  /// would find it.
  ///
  /// - Parameter listed: Parts of signatures that were told of.
  private func recordUnlisted(
    in package: OFDPackage, _ listed: Set<String>, into extraction: inout Extraction
  ) {
    func folder(_ path: String) -> String {
      path.split(separator: "/").dropLast().joined(separator: "/")
    }
    var folders = Set(listed.map(folder))
    for path in package.paths {
      let name = ("/" + path).lowercased()
      guard name.hasSuffix("/signature.xml") || name.hasSuffix("/signedvalue.dat"),
        !folders.contains(where: { folder(path) == $0 || folder(path).hasPrefix($0 + "/") })
      else { continue }
      folders.insert(folder(path))
      SignatureRecording.recordUnread(
        path,
        LocalizedText("没有签名列表列出它", "no list of signatures names it"), into: &extraction)
    }
  }

  /// - Returns: The parts of signatures that were told of.
  private func readSignatures(
    of document: OFDDocument, in package: OFDPackage, firstPage: Int,
    into extraction: inout Extraction
  ) -> Set<String> {
    var told: Set<String> = []
    func note(_ signature: String, _ reason: String) {
      told.insert(signature)
      SignatureRecording.recordUnread(
        signature, LocalizedText(reason, reason), into: &extraction)
    }
    guard let list = document.signaturesPath else {
      // Nobody who verifies would find it: the reference was taken out, or never put in.
      if let list = package.paths.first(where: { $0.lowercased().hasSuffix("/signatures.xml") }) {
        told.insert(list)
        SignatureRecording.recordUnread(
          list,
          LocalizedText("OFD.xml 没有指向它", "OFD.xml does not refer to it"), into: &extraction)
      }
      return told
    }
    var signatures: [OFDSignature] = []
    do throws(OFDFault) {
      for entry in try OFDSignature.all(listedIn: list, of: package) {
        switch entry {
        case .success(let signature):
          signatures.append(signature)
          told.formUnion([signature.path, signature.valuePath])
        case .failure(let fault): note(fault.part, fault.reason)
        }
      }
    } catch {
      note(error.part, error.reason)
      return told
    }
    let check = OFDSignatureCheck(
      package: package, trust: tools.trust, listPath: list, pageIDs: document.pages.map(\.id))
    for signature in signatures {
      do {
        var outcome = try check.outcome(of: signature, among: signatures)
        outcome.pages = outcome.pages.map { $0 + firstPage }
          .filter { $0 < extraction.pages.count }
        SignatureRecording.record(outcome, into: &extraction)
        if let seal = outcome.seal, SealDocument.isPersonal(seal) {
          extraction.areas += areas(of: signature, in: document, firstPage, extraction.pages.count)
        }
      } catch let error as MalformedDER {
        note(signature.valuePath, error.reason)
      } catch let error as OFDFault {
        note(error.part, error.reason)
      } catch {
        note(signature.path, "\(error)")
      }
    }
    return told
  }
}

extension OFDReader {
  private func noteIrregularities(of document: OFDDocument, in extraction: inout Extraction) {
    let words = document.irregularities.map(\.words)
    guard !words.isEmpty else { return }
    extraction.note(
      .ofdIrregular,
      .only(
        "what",
        LocalizedText(
          words.map(\.chinese).joined(separator: "；"),
          words.map(\.english).joined(separator: "; "))))
  }

  /// Where a person's seal is shown: its picture is the person's name.
  private func areas(
    of signature: OFDSignature, in document: OFDDocument, _ firstPage: Int, _ pageCount: Int
  ) -> [PageArea] {
    signature.stamps.compactMap { stamp in
      guard let number = document.pages.firstIndex(where: { $0.id == stamp.pageID }),
        firstPage + number < pageCount
      else { return nil }
      let box = stamp.box.inPoints(of: document.area)
      return PageArea(
        page: firstPage + number,
        box: Quad(x: box.x, y: box.y, width: box.width, height: box.height), content: .picture)
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
