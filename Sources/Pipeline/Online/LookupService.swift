internal import MailDNS
internal import Native

/// Whom live lookups ask, and how patiently.
package struct LookupSettings: Hashable, Sendable {
  /// `192.0.2.53:53` and others after commas; `nil` for the name servers of the system.
  package var servers: String?
  /// For the first try of a question; later ones wait longer.
  package var timeoutMilliseconds: Int
  package var tries: Int
  /// For all questions that are asked together.
  package var seconds: Int

  package init(
    servers: String? = nil, timeoutMilliseconds: Int = 1500, tries: Int = 2, seconds: Int = 15
  ) {
    self.servers = servers
    self.timeoutMilliseconds = timeoutMilliseconds
    self.tries = tries
    self.seconds = seconds
  }
}

/// A worker that asks name servers and reads what they send.
struct LookupService: WorkerService {
  static let longestAnswer = 16 << 20

  struct Request: WireValue {
    let settings: LookupSettings
    let questions: [DNSQuestion]

    init(_ questions: [DNSQuestion], settings: LookupSettings) {
      self.settings = settings
      self.questions = questions
    }

    func write(to wire: inout WireWriter) { wire.write(settings, questions) }

    init(from wire: inout WireReader) throws(WireReader.Malformed) {
      settings = try wire.read()
      questions = try wire.read()
    }
  }

  /// In the order of the questions; none where nobody can be asked.
  typealias Answer = [LiveAnswer]

  func answer(_ request: Request, _ send: (Answer) throws -> Void) throws {
    try send(Self.answers(to: request.questions, request.settings))
  }

  private static func answers(
    to questions: [DNSQuestion], _ settings: LookupSettings
  ) -> [LiveAnswer] {
    do throws(NameServers.Unusable) {
      let servers = try NameServers(
        NameServers.Settings(
          servers: settings.servers, timeoutMilliseconds: settings.timeoutMilliseconds,
          tries: settings.tries))
      let wire = questions.map { question in
        NameServers.Question(
          name: question.name.plainlyEscaped,
          type: question.type.code ?? 0)  // allowed: type 0 is never asked, see `LiveLookup`
      }
      return zip(questions, servers.ask(wire, seconds: settings.seconds)).map(answer)
    } catch {
      return []
    }
  }

  private static func answer(
    to question: DNSQuestion, _ message: Result<[UInt8], NameServers.Failure>
  ) -> LiveAnswer {
    switch message {
    case .success(let bytes): .reading(bytes, to: question)
    case .failure(.timeout): .failed(question, .timeout)
    case .failure(.unreachable): .failed(question, .unreachable)
    case .failure(.malformed): .failed(question, .malformed)
    }
  }
}

extension WorkerServer {
  /// Asks name servers until the end of the input.
  ///
  /// - Returns: The exit status.
  package func lookUpNames() -> Int32 { serve { LookupService() } }
}
