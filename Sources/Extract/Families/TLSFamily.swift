internal import Model
internal import Native
internal import Tables

/// Server certificates as DER or PEM, and the output of `openssl s_client`.
struct TLSFamily: SourceFamily {
  static let factDeclarations = TLSFacts.declarations

  init(_ tools: ReadingTools) {}

  /// A certificate alone is a few kilobytes.
  private static let derLimit = 100_000

  func claims(_ source: Source) -> Bool {
    switch source.mediaType {
    case .text: PlainText.head(of: source.bytes).map(TLSText.isLikely) == true
    case .unknown: certificate(in: source) != nil
    default: false
    }
  }

  private func certificate(in source: Source) -> Certificate? {
    guard source.bytes.first == 0x30, source.bytes.count <= Self.derLimit else { return nil }
    return Certificate(der: source.bytes)
  }

  func read(_ source: Source, into extraction: inout Extraction) {
    if let certificate = certificate(in: source) {
      var session = TLSSession(line: 1)
      session.certificates = [certificate]
      if let found = TLSDocument(session, file: source.file) {
        extraction.documents.append(found.document)
      }
      return
    }
    func note(_ reason: LocalizedText) {
      extraction.note(.certificateUnread, .only("reason", reason))
    }
    guard let text = PlainText.decoded(source.bytes) else {
      return note(LocalizedText("不是文本", "not a text"))
    }
    let read = TLSText(text)
    for line in read.unreadable {
      note(
        LocalizedText("第 \(line) 行起的证书损坏", "the certificate from line \(line) on is damaged"))
    }
    for session in read.sessions {
      if let found = TLSDocument(session, file: source.file) {
        extraction.documents.append(found.document)
      } else if let found = PrintedTLSDocument(session, file: source.file) {
        extraction.documents.append(found.document)
        extraction.note(
          .certificateNotShown,
          ["line": String(session.line), "command": session.wholeCommand])
      } else if let failure = session.failure {
        note(
          LocalizedText(
            "第 \(session.line) 行：连接失败，\(failure)", "line \(session.line): no connection, \(failure)"
          ))
      } else {
        note(
          LocalizedText(
            "第 \(session.line) 行起的输出没有证书，完整命令：\(session.wholeCommand)",
            "the output from line \(session.line) on shows no certificate; the whole command: \(session.wholeCommand)"
          ))
      }
    }
    if read.sessions.isEmpty, read.unreadable.isEmpty {
      note(LocalizedText("没有找到证书", "there is none"))
    }
  }
}
