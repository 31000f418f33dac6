internal import MailDNS
internal import Model
internal import Native

/// What one connection of `openssl s_client` showed, or the certificates of a file.
struct TLSSession {
  /// 1-based line on which it starts.
  var line: Int
  var host: String?
  var port: Int?
  /// The protocol that was asked to turn TLS on; `nil` where TLS came first.
  var startTLS: String?
  /// Whether the command that made the connection is in the evidence.
  var hasCommand = false
  var protocolVersion: String?
  /// `ok`, or what the tool found wrong with the chain.
  var verification: String?
  var time: Instant?
  /// As they were sent, the server's first.
  var certificates: [Certificate] = []
  /// What was printed of a certificate that itself is not there.
  var printed = PrintedCertificate()
  /// Why there was no connection.
  var failure: String?

  init(line: Int) { self.line = line }

  /// Whether nothing but a line or two was seen.
  var isEmpty: Bool {
    certificates.isEmpty && printed.isEmpty && failure == nil && protocolVersion == nil
  }
}

/// Reads certificates in PEM and the output of `openssl s_client`, one session after another.
struct TLSText {
  private(set) var sessions: [TLSSession] = []
  /// Lines at which a certificate starts that cannot be read.
  private(set) var unreadable: [Int] = []
  private var current: TLSSession?
  private var isConnected = false
  private var block: (text: String, line: Int)?

  private static let sessionLimit = 200
  private static let certificateLimit = 200
  /// Of one certificate in PEM, in bytes.
  private static let blockLimit = 200_000

  /// Whether a text begins like one: by marks that nothing else has.
  static func isLikely(_ head: String) -> Bool {
    head.contains("-----BEGIN CERTIFICATE-----") || head.contains("-----BEGIN TRUSTED CERTIFICATE")
      || head.contains("-----BEGIN X509 CERTIFICATE")
      || head.contains("s_client") && head.contains("-connect")
      || head.contains("CONNECTED(") || head.contains("SSL-Session:")
      || head.contains("no peer certificate available") || head.contains("connect:errno=")
      || PrintedCertificate.isLikely(head)
  }

  init(_ text: String) {
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      take(line, number)
    }
    if let block { unreadable.append(block.line) }
    end()
  }

  private mutating func take(_ line: Substring, _ number: Int) {
    let body = line.drop(while: \.isWhitespace)
    if block != nil { return takeCertificate(body, number) }
    if body.hasPrefix("-----BEGIN "), body.contains("CERTIFICATE-----") {
      block = ("", number)
      return takeCertificate(body, number)
    }
    if let arguments = Self.command(in: body) { return begin(arguments, number) }
    if let address = Self.address(in: body) {
      end()
      current = TLSSession(line: number, address)
      return
    }
    if body.hasPrefix("CONNECTED(") {
      if isConnected { end() }
      isConnected = true
    }
    let time = EvidenceTime.labelled(body)
    change(at: number) { session in session.take(body, time: time) }
  }

  /// Changes the session at hand; a first line that means nothing begins none.
  private mutating func change(at line: Int, _ change: (inout TLSSession) -> Bool) {
    var session = current ?? TLSSession(line: line)
    if change(&session) { current = session }
  }

  private mutating func takeCertificate(_ body: Substring, _ number: Int) {
    guard var open = block else { return }
    open.text += body + "\n"
    block = open
    guard body.hasPrefix("-----END ") || open.text.utf8.count > Self.blockLimit else { return }
    block = nil
    guard let der = CertificateFile.certificates(in: Array(open.text.utf8)).first,
      let certificate = Certificate(der: der)
    else {
      if unreadable.count < Self.certificateLimit { unreadable.append(open.line) }
      return
    }
    change(at: open.line) { session in
      if session.certificates.count < Self.certificateLimit,
        !session.certificates.contains(certificate)
      {
        session.certificates.append(certificate)
      }
      return true
    }
  }

  /// The words after `openssl s_client`.
  private static func command(in line: Substring) -> [Substring]? {
    guard line.utf8.count < 2_000, let range = line.firstRange(of: "s_client"),
      line.firstRange(of: "-connect") != nil
    else { return nil }
    return line[range.upperBound...].split { $0 == " " || $0 == "\t" }
  }

  /// Whom `curl` was told to ask: `curl -v https://mail.example.com:8443/`.
  private static func address(in line: Substring) -> Substring? {
    guard line.utf8.count < 2_000, line.firstRange(of: "curl ") != nil,
      let range = line.firstRange(of: "https://")
    else { return nil }
    return line[range.upperBound...].prefix { !$0.isWhitespace && !"/\"'".contains($0) }
  }

  private mutating func begin(_ arguments: [Substring], _ number: Int) {
    end()
    var session = TLSSession(line: number)
    session.hasCommand = true
    var words = arguments.makeIterator()
    while let word = words.next() {
      switch word {
      case "-connect":
        guard let place = words.next(), let colon = place.lastIndex(of: ":") else { continue }
        if session.host == nil { session.host = place[..<colon].lowercased() }
        session.port = Int(place[place.index(after: colon)...])
      // The name that is asked for counts more than the address that is called.
      case "-servername": if let name = words.next() { session.host = name.lowercased() }
      case "-starttls": session.startTLS = words.next().map { $0.lowercased() }
      default: continue
      }
    }
    current = session
  }

  private mutating func end() {
    if let current, !current.isEmpty, sessions.count < Self.sessionLimit {
      sessions.append(current)
    }
    current = nil
    isConnected = false
  }
}

extension TLSSession {
  /// A connection that `curl` made.
  fileprivate init(line: Int, _ address: Substring) {
    self.init(line: line)
    let parts = address.split(separator: ":", maxSplits: 1)
    host = parts.first.map { $0.lowercased() }
    port = parts.count == 2 ? Int(parts[1]) : 443
  }

  private static let failures = [
    "no peer certificate available", "Connection refused", "Connection timed out",
    "connect:errno=", "Name or service not known", "BIO_lookup_ex", "handshake failure",
    "Didn't find STARTTLS", "didn't found starttls", "Could not resolve host", "curl: (",
  ]

  /// - Returns: whether the line belongs to a session.
  fileprivate mutating func take(_ line: Substring, time labelled: Instant?) -> Bool {
    if let labelled {
      time = time ?? labelled
      return true
    }
    if line.hasPrefix("CONNECTED(") || line.hasPrefix("depth=") { return true }
    if printed.take(line) || takeCurl(line) { return true }
    if let rest = Self.value("Protocol", in: line), rest.hasPrefix("TLS") || rest.hasPrefix("SSL") {
      protocolVersion = protocolVersion ?? String(rest)
    } else if line.hasPrefix("New, "), let version = line.dropFirst(5).split(separator: ",").first,
      version.hasPrefix("TLS") || version.hasPrefix("SSL")
    {
      protocolVersion = String(version)
    } else if let rest = Self.value("Verify return code", in: line) {
      verification = rest.hasPrefix("0 ") ? "ok" : Self.words(in: rest)
    } else if let rest = Self.value("Verification error", in: line) {
      verification = String(rest.prefix(120))
    } else if line.hasPrefix("Verification: OK") {
      verification = "ok"
    } else if let rest = Self.value("Start Time", in: line), let seconds = Int(rest),
      (0..<1 << 40).contains(seconds)
    {
      time = time ?? Instant(seconds: seconds)
    } else if failure == nil, Self.failures.contains(where: { line.firstRange(of: $0) != nil }) {
      failure = String(line.prefix(120))
    } else {
      return false
    }
    return true
  }

  /// `* SSL connection using TLSv1.3 / ...`, `*  SSL certificate verify ok.` and their like.
  private mutating func takeCurl(_ line: Substring) -> Bool {
    guard line.first == "*" else { return false }
    let line = line.dropFirst().drop { $0 == " " }
    if line.hasPrefix("SSL connection using ") {
      protocolVersion = line.dropFirst(21).split(separator: " ").first.map(String.init)
    } else if line.hasPrefix("SSL certificate verify ok") {
      verification = "ok"
    } else if let rest = Self.value("SSL certificate problem", in: line) {
      verification = String(rest.prefix(120))
    } else {
      return false
    }
    return true
  }

  /// `19 (self-signed certificate in certificate chain)` without number and brackets.
  private static func words(in text: Substring) -> String {
    guard let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")"), start < end
    else { return String(text.prefix(120)) }
    return String(text[text.index(after: start)..<end].prefix(120))
  }

  private static func value(_ label: String, in line: Substring) -> Substring? {
    guard line.hasPrefix(label) else { return nil }
    let rest = line.dropFirst(label.count).drop { $0 == " " }
    guard rest.first == ":" else { return nil }
    return rest.dropFirst().drop { $0 == " " }
  }
}
