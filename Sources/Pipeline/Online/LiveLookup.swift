package import MailDNS
package import Model

/// Looks mail domains up in DNS, by way of a worker: the only part of a run that uses the network.
///
/// One for a batch: what was asked for one company is not asked again for the next.
package final class LiveLookup {
  private let worker: WorkerConversation<LookupService>
  private let settings: LookupSettings
  private let shouldStop: () -> Bool
  private var known: [DNSQuestion: LiveAnswer] = [:]
  /// How many requests in a row nobody answered.
  private var silences = 0

  /// An include leads to another: each level is one round.
  private static let roundLimit = 14
  /// Questions about one domain; records that lead on and on end here.
  private static let questionLimit = 160
  /// After these nobody is asked any more in this run.
  private static let silenceLimit = 3

  /// - Parameters:
  ///   - program: path of `dossier`, which asks as `dossier worker --reader names`.
  ///   - shouldStop: whether the run is to end; no answer is waited for then.
  package init(
    program: String, settings: LookupSettings, shouldStop: @escaping () -> Bool = { false }
  ) {
    // What the worker needs for itself comes on top of what it may wait for.
    worker = WorkerConversation(program: program, kind: "names", seconds: settings.seconds + 10)
    self.settings = settings
    self.shouldStop = shouldStop
  }

  /// What is asked about one domain, and what came of it so far.
  private struct Inquiry {
    let domain: DomainName
    let providers: MailProviders
    let origin: RecordOrigin
    var selectors: [String]
    var set = RecordSet()
    var asked: Set<DNSQuestion> = []

    var study: MailDomainStudy {
      MailDomainStudy(of: domain, in: set, selectors: selectors, providers: providers)
    }

    /// What would have to be asked next, sorted.
    func open(_ study: MailDomainStudy) -> [DNSQuestion] {
      Set(study.questions.compactMap(set.open)).subtracting(asked).sorted()
    }
  }

  /// Returns what DNS says about the mail of a domain now, as a file of its own beside the evidence.
  ///
  /// - Parameters:
  ///   - selectors: of DKIM; DNS does not list them. Without any the usual ones are tried.
  ///   - asOf: the day of the run: there is no other clock.
  package func extraction(
    of domain: DomainName, selectors: [String], providers: MailProviders, asOf: CalendarDate
  ) -> Extraction {
    let file = Self.file(of: domain)
    var inquiry = Inquiry(
      domain: domain, providers: providers,
      origin: RecordOrigin(
        evidence: Evidence(file: file, method: .dns), captured: Instant(startOf: asOf)),
      selectors: selectors)
    var extraction = Extraction(file: file, mediaType: .text)
    var study = studied(&inquiry)
    if selectors.isEmpty, silences == 0, !providers.usualSelectors.isEmpty {
      inquiry.selectors = usualSelectors(of: domain, providers)
      if inquiry.selectors.isEmpty {
        let tried = providers.usualSelectors.joined(separator: ", ")
        extraction.note(.liveSelectorsUnknown, ["domain": domain.text, "tried": tried])
      } else {
        study = studied(&inquiry)
      }
    }
    let facts = study.facts
    if !facts.isEmpty {
      extraction.documents = [
        Document(
          kind: .dnsRecords, confidence: 1, pages: [], rotationDegrees: 0, isReadWhole: true,
          facts: facts)
      ]
    }
    for question in study.failures {
      guard case .failed(let failure) = inquiry.set.answer(question) else { continue }
      extraction.note(
        .liveLookupFailed, ["question": question.text].with("reason", failure.words))
    }
    let open = inquiry.open(study)
    if !open.isEmpty {
      extraction.note(
        .liveQuestionsCut,
        [
          "domain": domain.text, "limit": String(Self.questionLimit),
          "rounds": String(Self.roundLimit), "open": String(open.count),
        ])
    }
    return extraction
  }

  /// Asks in rounds until nothing is open or a limit is met.
  private func studied(_ inquiry: inout Inquiry) -> MailDomainStudy {
    var study = inquiry.study
    for _ in 0..<Self.roundLimit {
      let wanted = inquiry.open(study).prefix(Self.questionLimit - inquiry.asked.count)
      guard !wanted.isEmpty, !shouldStop() else { break }
      inquiry.asked.formUnion(wanted)
      for answer in answers(to: Array(wanted)) { inquiry.set.add(answer, origin: inquiry.origin) }
      study = inquiry.study
    }
    return study
  }

  /// The usual selectors that have a key; where all have one a wildcard answers, which is nobody's key.
  private func usualSelectors(of domain: DomainName, _ providers: MailProviders) -> [String] {
    let questions = providers.usualSelectors.compactMap { selector in
      domain.prefixed(by: selector + "._domainkey").map {
        (selector: selector, question: DNSQuestion($0, .txt))
      }
    }
    // All at once; what follows asks for the ends of aliases alone.
    _ = answers(to: questions.map(\.question))
    let found = questions.filter { entry in
      answer(entry.question).records.contains { record in
        record.data.joinedText.map(DKIMRecord.isKey) == true
      }
    }
    return found.count == questions.count && found.count > 1 ? [] : found.map(\.selector)
  }

  /// Returns the name under which live answers stand among the files.
  package static func file(of domain: DomainName) -> String { scheme + domain.text }

  /// What stands before the domain in that name; alone where no domain is known.
  static let scheme = "dns:"

  /// Whether a name is one of live answers.
  static func isOne(_ file: String) -> Bool { file.hasPrefix(scheme) }

  /// The answer to one question, the aliases that it meets followed.
  private func answer(to question: DNSQuestion, from file: String) -> DNSAnswer {
    let origin = RecordOrigin(evidence: Evidence(file: file, method: .dns))
    var set = RecordSet()
    var asked: Set<DNSQuestion> = []
    while let open = set.open(question), asked.insert(open).inserted {
      for answer in answers(to: [open]) { set.add(answer, origin: origin) }
    }
    return set.answer(question)
  }

  private func answers(to questions: [DNSQuestion]) -> [LiveAnswer] {
    let unknown = questions.filter { known[$0] == nil }
    if !unknown.isEmpty {
      // What nobody asked for is nobody's answer.
      for answer in asking(unknown) where unknown.contains(answer.question) {
        known[answer.question] = answer
      }
    }
    return questions.map { known[$0] ?? .failed($0, .unreachable) }
  }

  private func asking(_ questions: [DNSQuestion]) -> [LiveAnswer] {
    guard silences < Self.silenceLimit, !shouldStop() else { return [] }
    do {
      let answers = try worker.answer(
        to: LookupService.Request(questions, settings: settings), shouldStop: shouldStop)
      let isSilence = answers.allSatisfy { $0.failure == .timeout || $0.failure == .unreachable }
      silences = isSilence ? silences + 1 : 0
      return answers
    } catch {
      silences += 1
      return []
    }
  }
}

extension LiveLookup: DNSLookup {
  /// Asks at once; for judging a single mail.
  package func answer(_ question: DNSQuestion) -> DNSAnswer {
    answer(to: question, from: Self.file(of: question.name))
  }
}

extension DNSFailure {
  /// For people.
  fileprivate var words: LocalizedText {
    switch self {
    case .timeout: LocalizedText("超时", "timeout")
    case .serverFailure: LocalizedText("服务器出错", "the server failed")
    case .refused: LocalizedText("服务器拒绝", "the server refused")
    case .unreachable: LocalizedText("连不上域名服务器", "no name server is there")
    case .malformed: LocalizedText("应答无法理解", "the answer makes no sense")
    case .aliasLoop: LocalizedText("别名成环", "the aliases form a loop")
    case .searchSuffix:
      LocalizedText("应答的是另一个名称", "the answer is about another name")
    case .tooLarge: LocalizedText("应答过大或不完整", "the answer is too large or cut")
    }
  }
}
