internal import Model

/// What was copied from a terminal: commands and answers of `dig`, `nslookup` and `host`, in any order.
package enum SessionEvidence {
  package static func capture(_ text: EvidenceText) -> DNSCapture {
    var reader = SessionReader(text)
    var number = 0
    for line in String(decoding: text.bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      number += 1
      reader.take(line, number: number)
    }
    return reader.finished()
  }
}

/// Gives each line to the answer that it belongs to.
private struct SessionReader {
  private enum Answer {
    case dig(DigAnswer)
    case nslookup(NslookupAnswer)
    case host(HostAnswer)
    case resolve(ResolveAnswer)
    /// Values after no command, of `dig +short`.
    case none([(text: Substring, line: Int)])
  }

  private let text: EvidenceText
  private var book = AnswerBook()
  private var capture = DNSCapture(.session)
  private var current = Answer.none([])
  /// What `set type=` of an interactive `nslookup` says.
  private var setType: RecordType?
  private var isInteractive = false

  init(_ text: EvidenceText) { self.text = text }

  mutating func take(_ line: Substring, number: Int) {
    if let time = EvidenceTime.labelled(line) { capture.times.append(time) }
    if let command = ToolCommand(line) { return begin(command, number) }
    if isInteractive, line.first == ">" { return prompt(line.dropFirst(), number) }
    if DigAnswer.isMark(line) { beginDig(line, number) }
    if NslookupAnswer.isServer(line) { beginNslookup(number) }
    if HostAnswer.isMark(line) { beginHost(number) }
    if ResolveAnswer.isStart(line) { beginResolve(number) }
    give(line, number)
  }

  private mutating func begin(_ command: ToolCommand, _ number: Int) {
    end()
    switch command.tool {
    case .dig: current = .dig(DigAnswer(text, command: command, line: number))
    case .host: current = .host(HostAnswer(text, command: command, line: number))
    case .resolve: current = .resolve(ResolveAnswer(text, command: command, line: number))
    case .nslookup:
      isInteractive = command.queries.first?.name == nil
      setType = command.queries.first?.type
      if let query = command.queries.first, let name = query.name {
        // Without a type it asks for addresses.
        current = .nslookup(
          NslookupAnswer(text, name: name, type: query.type ?? .a, line: number))
      } else {
        current = .none([])
      }
    }
  }

  /// `> set q=mx`, `> example.com`.
  private mutating func prompt(_ line: Substring, _ number: Int) {
    let words = line.split { $0 == " " || $0 == "\t" }
    if words.count == 2, words[0].lowercased() == "set" {
      if let type = ToolCommand.setting(words[1]) { setType = type }
    } else if let name = words.first.flatMap(ToolCommand.name) {
      end()
      current = .nslookup(NslookupAnswer(text, name: name, type: setType ?? .a, line: number))
    }
  }

  private mutating func beginDig(_ line: Substring, _ number: Int) {
    if case .dig(let answer) = current {
      let isAnother = line.hasPrefix(";; ->>HEADER<<-") && answer.hasHeader
      // Right below its command the banner belongs to it.
      guard isAnother || line.hasPrefix("; <<>> DiG") && answer.isBegun else { return }
    }
    end()
    // The banner repeats the command.
    let banner = line.hasPrefix("; <<>> DiG") ? line.firstRange(of: "<<>> ", after: 10) : nil
    let command = banner.flatMap { ToolCommand("dig " + line[$0.upperBound...]) }
    current = .dig(DigAnswer(text, command: command, line: number))
  }

  private mutating func beginNslookup(_ number: Int) {
    if case .nslookup(let answer) = current, !answer.isBegun { return }
    end()
    current = .nslookup(NslookupAnswer(text, name: nil, type: setType, line: number))
  }

  private mutating func beginHost(_ number: Int) {
    switch current {
    case .host: return
    // PowerShell's lists hold no sentences.
    case .resolve: return
    case .dig, .nslookup, .none:
      end()
      current = .host(HostAnswer(text, command: nil, line: number))
    }
  }

  private mutating func beginResolve(_ number: Int) {
    if case .resolve = current { return }
    end()
    current = .resolve(ResolveAnswer(text, command: nil, line: number))
  }

  private mutating func give(_ line: Substring, _ number: Int) {
    switch current {
    case .dig(var answer):
      current = .none([])
      answer.take(line, number: number)
      current = .dig(answer)
    case .nslookup(var answer):
      current = .none([])
      answer.take(line, number: number)
      current = .nslookup(answer)
    case .host(var answer):
      current = .none([])
      answer.take(line, number: number)
      current = .host(answer)
    case .resolve(var answer):
      current = .none([])
      answer.take(line, number: number)
      current = .resolve(answer)
    case .none(var lines):
      current = .none([])
      if !line.isEmpty, lines.count < DNSCapture.questionLimit { lines.append((line, number)) }
      current = .none(lines)
    }
  }

  private mutating func end() {
    let ended = current
    current = .none([])
    switch ended {
    case .dig(let answer): answer.enter(into: &book, &capture)
    case .nslookup(var answer): answer.enter(into: &book, &capture)
    case .host(let answer): answer.enter(into: &book, &capture)
    case .resolve(var answer): answer.enter(into: &book, &capture)
    case .none(let lines):
      ShortAnswer(text, questions: [], captured: nil).enter(lines, into: &book, &capture)
    }
  }

  mutating func finished() -> DNSCapture {
    end()
    book.enter(into: &capture, from: text)
    return capture
  }
}

extension Substring {
  /// The first place of a text behind so many characters.
  fileprivate func firstRange(of wanted: String, after count: Int) -> Range<Index>? {
    dropFirst(count).firstRange(of: wanted)
  }
}
