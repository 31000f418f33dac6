/// A line of `nslookup` that begins with asterisks: `*** UnKnown 找不到 example.com: Non-existent domain`.
struct NslookupError {
  enum Kind: Hashable {
    case noName
    case noData
    case failed(DNSFailure)
  }

  let name: DomainName?
  /// `nil` where it is no answer to what was asked.
  let kind: Kind?
  let reason: String

  private static let kinds: [(word: String, kind: Kind)] = [
    ("non-existent domain", .noName), ("nxdomain", .noName), ("不存在的域", .noName),
    ("no answer", .noData), ("no records", .noData), ("没有答案", .noData), ("没有记录", .noData),
    ("records available", .noData),
    ("query refused", .failed(.refused)), ("refused", .failed(.refused)), ("拒绝", .failed(.refused)),
    ("timed-out", .failed(.timeout)), ("timed out", .failed(.timeout)), ("超时", .failed(.timeout)),
    ("no response", .failed(.timeout)), ("没有响应", .failed(.timeout)),
    ("server failed", .failed(.serverFailure)), ("servfail", .failed(.serverFailure)),
    ("服务器失败", .failed(.serverFailure)), ("unspecified error", .failed(.serverFailure)),
    ("未指定的错误", .failed(.serverFailure)),
  ]

  init(_ line: Substring) {
    let body = line.drop { $0 == "*" || $0 == " " }
    let lower = body.prefix(300).lowercased()
    reason = String(body.prefix(80))
    // The name of the server is looked up first, and its absence says nothing.
    let isAboutServer = lower.contains("server name for address") || lower.contains("服务器名称")
    kind = isAboutServer ? nil : Self.kinds.first { lower.contains($0.word) }?.kind
    let subject = lower.lastIndex { $0 == ":" || $0 == "：" }.map { lower[..<$0] } ?? lower[...]
    name = subject.split { !$0.isASCII || $0 == " " || $0 == "\t" }.last { $0.contains(".") }
      .flatMap(ToolCommand.name)
  }
}
