internal import CCAres
internal import Glibc

/// Asks name servers by c-ares: many questions at once, each with timeouts and a few tries.
///
/// Answers come as the bytes of DNS messages; nothing is read of them here.
@safe package struct NameServers: ~Copyable {
  /// Whom to ask, and how patiently.
  package struct Settings: Sendable {
    /// The servers are written `192.0.2.53:53` with commas between them; `nil` means those of the system.
    package var servers: String?
    /// For the first try; later ones wait longer.
    package var timeoutMilliseconds: Int
    package var tries: Int

    package init(servers: String? = nil, timeoutMilliseconds: Int = 1500, tries: Int = 2) {
      self.servers = servers
      self.timeoutMilliseconds = timeoutMilliseconds
      self.tries = tries
    }
  }

  package struct Question: Sendable {
    package let name: String
    /// The type has its number on the wire: TXT is 16.
    package let type: Int

    package init(name: String, type: Int) {
      self.name = name
      self.type = type
    }
  }

  /// Why there is no message.
  package enum Failure: Error, Hashable, Sendable {
    case timeout, unreachable, malformed
  }

  /// The servers' text cannot be used, or the system names none.
  package struct Unusable: Error {
    package let reason: String
  }

  private let channel: ares_channel

  package init(_ settings: Settings) throws(Unusable) {
    try Self.check(ares_library_init(ARES_LIB_INIT_ALL))
    var options = unsafe ares_options()
    // What the server says is taken as it is; trying another one would hide a refusal.
    unsafe options.flags = Int32(
      ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_NOCHECKRESP | ARES_FLAG_EDNS)
    unsafe options.timeout = Int32(settings.timeoutMilliseconds)
    unsafe options.tries = Int32(settings.tries)
    // What passes through networks in one piece (RFC 9715).
    unsafe options.ednspsz = 1232
    let mask = Int32(
      ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ | ARES_OPT_NOROTATE)
    var made: ares_channel?
    try Self.check(unsafe ares_init_options(&made, &options, mask))
    guard let made = unsafe made else { throw Unusable(reason: "c-ares") }
    if let servers = settings.servers {
      let status = unsafe ares_set_servers_ports_csv(made, servers)
      if status != ARES_SUCCESS {
        unsafe ares_destroy(made)
        throw Unusable(reason: "\(servers): \(Self.text(status))")
      }
    }
    unsafe channel = made
  }

  deinit {
    unsafe ares_destroy(channel)
    ares_library_cleanup()
  }

  /// How many questions are under way at once.
  private static let atOnce = 24

  /// Asks, and waits until all is answered or given up.
  ///
  /// - Parameter seconds: after these what is unanswered is a timeout.
  /// - Returns: the messages in the order of the questions.
  package func ask(_ questions: [Question], seconds: Int) -> [Result<[UInt8], Failure>] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var results: [Result<[UInt8], Failure>] = []
    var rest = questions[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.atOnce)
      rest = rest.dropFirst(part.count)
      let boxes = part.map { _ in AnswerBox() }
      for (question, box) in zip(part, boxes) {
        let context = unsafe Unmanaged.passRetained(box).toOpaque()
        unsafe ares_query(
          channel, question.name, Int32(ns_c_in.rawValue), Int32(question.type),
          { context, status, _, bytes, count in
            guard let context = unsafe context else { return }
            let box = unsafe Unmanaged<AnswerBox>.fromOpaque(context).takeRetainedValue()
            unsafe box.take(status, bytes, count)
          }, context)
      }
      wait(until: deadline) { boxes.allSatisfy { $0.result != nil } }
      unsafe ares_cancel(channel)
      results += boxes.map { $0.result ?? .failure(.timeout) }
    }
    return results
  }

  private func wait(until deadline: ContinuousClock.Instant, _ isDone: () -> Bool) {
    while !isDone(), ContinuousClock.now < deadline {
      var sockets = [ares_socket_t](repeating: -1, count: Int(ARES_GETSOCK_MAXNUM))
      let mask = UInt32(
        bitPattern: unsafe ares_getsock(channel, &sockets, ARES_GETSOCK_MAXNUM))
      var waiting: [pollfd] = []
      for (index, socket) in sockets.enumerated() {
        let reads = mask & 1 << UInt32(index) != 0
        let writes = mask & 1 << UInt32(index + Int(ARES_GETSOCK_MAXNUM)) != 0
        guard reads || writes else { continue }
        let events = (reads ? POLLIN : 0) | (writes ? POLLOUT : 0)
        waiting.append(pollfd(fd: socket, events: Int16(events), revents: 0))
      }
      // Short, so that tries and the deadline are kept without asking c-ares for its own times.
      let ready = unsafe poll(&waiting, nfds_t(waiting.count), 20)
      guard ready > 0 else {
        unsafe ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD)
        continue
      }
      for entry in waiting where entry.revents != 0 {
        let canWrite = Int32(entry.revents) & POLLOUT != 0
        let canRead = Int32(entry.revents) & ~POLLOUT != 0
        unsafe ares_process_fd(
          channel, canRead ? entry.fd : ARES_SOCKET_BAD, canWrite ? entry.fd : ARES_SOCKET_BAD)
      }
    }
  }

  private static func check(_ status: Int32) throws(Unusable) {
    if status != ARES_SUCCESS { throw Unusable(reason: text(status)) }
  }

  private static func text(_ status: Int32) -> String {
    guard let text = unsafe ares_strerror(status) else { return "c-ares \(status)" }
    return unsafe String(cString: text)
  }
}

/// Where c-ares puts the answer to one question; it calls back once, whatever happens.
private final class AnswerBox {
  private(set) var result: Result<[UInt8], NameServers.Failure>?

  @unsafe func take(_ status: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int32) {
    if let bytes = unsafe bytes, count > 0 {
      result = .success(unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count))))
      return
    }
    switch status {
    case ARES_ECONNREFUSED: result = .failure(.unreachable)
    case ARES_ETIMEOUT, ARES_ECANCELLED: result = .failure(.timeout)
    default: result = .failure(.malformed)
    }
  }
}
