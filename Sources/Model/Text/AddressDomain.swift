/// The domain that a mail address, a web address or a name of a host tells.
package struct AddressDomain: Hashable, Sendable {
  /// In lower case, without a dot at the end: `example.com.cn` of `Contact@Example.com.cn` and of
  /// `https://example.com.cn:8080/a`.
  package let text: String

  /// - Returns: `nil` for what holds no domain of two labels or more, and for what has two `@`.
  package init?(_ text: String) {
    var rest = Substring(text.filter { !$0.isWhitespace })
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !"/?#".contains($0) }
    let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last else { return nil }
    rest = last
    if let colon = rest.lastIndex(of: ":"), rest[colon...].dropFirst().allSatisfy(\.isNumber) {
      rest = rest[..<colon]
    }
    if rest.hasSuffix(".") { rest.removeLast() }
    let labels = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, rest.utf8.count <= 253, labels.allSatisfy(Self.isLabel) else {
      return nil
    }
    self.text = rest.lowercased()
  }

  // Letters beyond ASCII stand in internationalized names as they are shown.
  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
      && label.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || ("0"..."9").contains($0) || $0.properties.isAlphabetic
      }
  }

  /// Its labels as people read them: `xn--` labels decoded (RFC 5891).
  private var shownLabels: [String] {
    text.split(separator: ".").map { label in
      guard label.hasPrefix("xn--") else { return String(label) }
      return Punycode.decoded(label.dropFirst(4)) ?? String(label)
    }
  }

  /// Whether it is the other domain or lies below it, in whichever script either is written.
  package func isWithin(_ other: AddressDomain) -> Bool {
    let (own, others) = (shownLabels, other.shownLabels)
    return own.count >= others.count && own.suffix(others.count).elementsEqual(others)
  }
}

/// The ASCII form of internationalized labels (RFC 3492).
enum Punycode {
  /// The label that the text after `xn--` stands for; `nil` where it stands for none.
  static func decoded(_ text: some StringProtocol) -> String? {
    let characters = Array(text.utf8)
    let last = characters.lastIndex(of: UInt8(ascii: "-"))
    // allowed: without a hyphen there are no plain letters
    var output = characters.prefix(last ?? 0).map { Unicode.Scalar($0) }
    var rest = characters.dropFirst(last.map { $0 + 1 } ?? 0)[...]  // allowed: as above
    var (code, index, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let start = index
      var (weight, step) = (1, 36)
      while true {
        guard let byte = rest.popFirst(), let digit = digit(byte) else { return nil }
        index += digit * weight
        let threshold = min(26, max(1, step - bias))
        if digit < threshold { break }
        weight *= 36 - threshold
        step += 36
        // 63 characters never come so far.
        guard index < 1 << 40, weight < 1 << 40 else { return nil }
      }
      let count = output.count + 1
      bias = adapted(index - start, count: count, isFirst: start == 0)
      code += index / count
      index %= count
      guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      output.insert(scalar, at: index)
      index += 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: output)
    return String(view)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }

  /// RFC 3492, section 6.1.
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 455 {
      delta /= 35
      bias += 36
    }
    return bias + 36 * delta / (delta + 38)
  }
}
