internal import MailDNS
internal import Native

extension WorkerServer {
  /// Limits this process and asks name servers until the end of the input.
  /// - Returns: the exit status.
  package func lookUpNames() -> Int32 {
    do {
      let channel = try WorkerChannel()
      try limits.apply()
      while true {
        let request: LookupRequest = try WorkerMessage.decoded(try frame(from: channel))
        _ = try frame(from: channel)
        try limits.startSource()
        try channel.write(WorkerMessage.encoded(Self.answer(to: request)))
      }
    } catch {
      // The parent is gone or has no more for us.
      return 0
    }
  }

  private static func answer(to request: LookupRequest) -> LookupAnswer {
    let settings = request.settings
    let questions = request.questions.compactMap(\.question)
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
      let messages = servers.ask(wire, seconds: settings.seconds)
      return LookupAnswer(
        answers: zip(questions, messages).map { question, message in
          LiveAnswerText(answer(to: question, message))
        })
    } catch {
      return LookupAnswer(answers: [], obstacle: error.reason)
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
