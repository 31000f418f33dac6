/// The answers about a zone as tools print them.
struct ToolOutput {
  let zone: MailZone

  /// The language of a Windows system.
  enum Language { case english, chinese }

  var dig: String {
    zone.questions.map { name, type in
      let answer = zone.answer(name, type)
      let status = answer.isEmpty && !zone.has(name) ? "NXDOMAIN" : "NOERROR"
      var lines = [
        "; <<>> DiG 9.18.24 <<>> \(name) \(type)", ";; global options: +cmd", ";; Got answer:",
        ";; ->>HEADER<<- opcode: QUERY, status: \(status), id: 4711",
        ";; flags: qr rd ra; QUERY: 1, ANSWER: \(answer.count), AUTHORITY: 1, ADDITIONAL: 1", "",
        ";; OPT PSEUDOSECTION:", "; EDNS: version: 0, flags:; udp: 1232", ";; QUESTION SECTION:",
        ";\(name).\t\tIN\t\(type)", "",
      ]
      if answer.isEmpty {
        lines += [
          ";; AUTHORITY SECTION:",
          "\(zone.domain).\t600\tIN\tSOA\tns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5",
        ]
      } else {
        lines.append(";; ANSWER SECTION:")
        lines += answer.map { record in
          "\(name).\t600\tIN\t" + Self.printed(ZoneFileText.data(of: record))
        }
      }
      lines += [
        "", ";; Query time: 9 msec", ";; SERVER: 223.5.5.5#53(223.5.5.5) (UDP)",
        ";; WHEN: Fri Nov 20 09:30:00 CST 2026", ";; MSG SIZE  rcvd: 100", "",
      ]
      return lines.joined(separator: "\n")
    }.joined(separator: "\n") + "\n"
  }

  var digShort: String {
    zone.questions.flatMap { name, type in
      ["[root@mail ~]# dig +short \(type.lowercased()) \(name) @223.5.5.5"]
        + zone.answer(name, type).map { record in
          let data = Self.printed(ZoneFileText.data(of: record))
          return String(data[(data.firstIndex(of: "\t") ?? data.startIndex)...].dropFirst())
        }
    }.joined(separator: "\n") + "\n"
  }

  func windows(_ language: Language) -> String {
    let isChinese = language == .chinese
    return zone.questions.map { name, type in
      let answer = zone.answer(name, type)
      var lines = [
        "C:\\Users\\\(isChinese ? "张三" : "admin")>nslookup -qt=\(type.lowercased()) \(name)",
        "\(isChinese ? "服务器" : "Server"):  UnKnown", "Address:  192.168.1.1", "",
      ]
      if !answer.isEmpty { lines.append(isChinese ? "非权威应答:" : "Non-authoritative answer:") }
      for record in answer {
        switch record.type {
        case "MX":
          let host = record.value == "." ? "(root)" : record.value
          lines.append(
            "\(name)\tMX preference = \(record.preference ?? 0), mail exchanger = \(host)")
        case "TXT":
          lines += ["\(name)\ttext =", ""]
          lines += ZoneFileText.strings(record.value, 255).map { "\t" + $0 }
        case "CNAME": lines.append("\(name)\tcanonical name = \(record.value)")
        default:
          lines += ["\(isChinese ? "名称" : "Name"):    \(name)", "Address:  \(record.value)"]
        }
      }
      if answer.isEmpty, zone.has(name) {
        lines += [
          zone.domain, "\tprimary name server = ns1.dns-demo.cn",
          "\tresponsible mail addr = admin.dns-demo.cn", "\tserial  = 1",
        ]
      } else if answer.isEmpty {
        let words = isChinese ? "找不到" : "can't find"
        lines.append("*** UnKnown \(words) \(name): Non-existent domain")
      }
      return lines.joined(separator: "\r\n") + "\r\n"
    }.joined(separator: "\r\n")
  }

  var linux: String {
    zone.questions.map { name, type in
      let answer = zone.answer(name, type)
      var lines = [
        "$ nslookup -type=\(type) \(name)", "Server:\t\t223.5.5.5", "Address:\t223.5.5.5#53", "",
      ]
      if !answer.isEmpty { lines.append("Non-authoritative answer:") }
      for record in answer {
        let value = ZoneFileText.dotted(record.value)
        switch record.type {
        case "MX": lines.append("\(name)\tmail exchanger = \(record.preference ?? 0) \(value)")
        case "TXT":
          let strings = ZoneFileText.strings(record.value, 255).joined(separator: " ")
          lines.append("\(name)\ttext = \(Self.printed(strings))")
        case "CNAME": lines.append("\(name)\tcanonical name = \(value)")
        default: lines += ["Name:\t\(name)", "Address: \(record.value)"]
        }
      }
      if answer.isEmpty {
        lines.append(
          zone.has(name)
            ? "*** Can't find \(name): No answer" : "** server can't find \(name): NXDOMAIN")
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  var host: String {
    zone.questions.flatMap { name, type in
      let answer = zone.answer(name, type)
      var lines = ["$ host -t \(type.lowercased()) \(name)"]
      for record in answer {
        let value = ZoneFileText.dotted(record.value)
        switch record.type {
        case "MX": lines.append("\(name) mail is handled by \(record.preference ?? 0) \(value)")
        case "TXT":
          let strings = ZoneFileText.strings(record.value, 255).joined(separator: " ")
          lines.append("\(name) descriptive text \(Self.printed(strings))")
        case "CNAME": lines.append("\(name) is an alias for \(value)")
        default: lines.append("\(name) has address \(record.value)")
        }
      }
      if answer.isEmpty {
        lines.append(
          zone.has(name) ? "\(name) has no \(type) record" : "Host \(name) not found: 3(NXDOMAIN)")
      }
      return lines
    }.joined(separator: "\n") + "\n"
  }

  /// PowerShell's lists.
  var powerShell: String {
    zone.questions.map { name, type in
      let answer = zone.answer(name, type)
      var lines = ["PS C:\\Users\\admin> Resolve-DnsName -Type \(type) \(name) | fl", ""]
      func add(_ owner: String, _ type: String, _ section: String, _ values: [(String, String)]) {
        let pairs =
          [("Name", owner), ("Type", type), ("TTL", "600"), ("Section", section)] + values
        lines += pairs.map { $0 + String(repeating: " ", count: 14 - $0.count) + " : " + $1 }
        lines.append("")
      }
      for record in answer {
        switch record.type {
        case "MX":
          let preference = String(record.preference ?? 0)
          add(name, "MX", "Answer", [("NameExchange", record.value), ("Preference", preference)])
        case "TXT":
          let strings = ZoneFileText.strings(record.value, 255).map { $0.dropFirst().dropLast() }
          add(name, "TXT", "Answer", [("Strings", "{" + strings.joined(separator: ", ") + "}")])
        case "CNAME": add(name, "CNAME", "Answer", [("NameHost", record.value)])
        default: add(name, record.type, "Answer", [("IPAddress", record.value)])
        }
      }
      if answer.isEmpty, zone.has(name) {
        add(zone.domain, "SOA", "Authority", [("PrimaryServer", "ns1.dns-demo.cn")])
      } else if answer.isEmpty {
        lines.append("Resolve-DnsName : \(name) : DNS name does not exist")
      }
      return lines.joined(separator: "\r\n")
    }.joined(separator: "\r\n") + "\r\n"
  }

  /// As the tools of BIND print bytes that are not ASCII: `\239\188\154`.
  private static func printed(_ text: String) -> String {
    text.utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\\($0)" }.joined()
  }
}
