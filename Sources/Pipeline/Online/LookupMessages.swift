internal import MailDNS

/// Whom live lookups ask, and how patiently.
package struct LookupSettings: Codable, Hashable, Sendable {
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

/// Asks for answers; a frame without bytes follows, as with all requests to workers.
struct LookupRequest: Codable {
  var settings: LookupSettings
  var questions: [DNSQuestionText]
}

/// The answers in the order of the questions.
struct LookupAnswer: Codable {
  var answers: [LiveAnswerText]
  /// Why nobody could be asked.
  var obstacle: String?
}
