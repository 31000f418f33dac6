/// Converts internationalized labels to their ASCII form and back, without `xn--` (RFC 3492).
package enum Punycode {
  // The parameters of section 5.
  private static let base = 36
  private static let largestThreshold = 26
  private static let firstBias = 72
  private static let firstCode = 128
  /// No label of 63 characters comes so far.
  private static let limit = 1 << 40

  /// Returns the label that the text after `xn--` stands for (section 6.2); `nil` where it stands for none.
  package static func decoded(_ text: some StringProtocol) -> String? {
    let characters = Array(text.utf8)
    let last = characters.lastIndex(of: UInt8(ascii: "-"))
    // allowed: without a hyphen there are no plain letters
    var output = characters.prefix(last ?? 0).map { Unicode.Scalar($0) }
    var rest = characters.dropFirst(last.map { $0 + 1 } ?? 0)[...]  // allowed: as above
    var (code, index, bias) = (firstCode, 0, firstBias)
    while !rest.isEmpty {
      let start = index
      var (weight, step) = (1, base)
      while true {
        guard let byte = rest.popFirst(), let digit = value(of: byte) else { return nil }
        index += digit * weight
        let threshold = threshold(step, bias)
        if digit < threshold { break }
        weight *= base - threshold
        step += base
        guard index < limit, weight < limit else { return nil }
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

  /// Returns the text after `xn--` for a label (section 6.3).
  ///
  /// - Parameter label: at most 63 scalars long, so that no number overflows; `nil` for a longer one.
  package static func encoded(_ label: some StringProtocol) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    guard scalars.count <= 63 else { return nil }
    let basic = scalars.filter { $0 < firstCode }
    var output = basic.map { UInt8($0) }
    if !basic.isEmpty { output.append(UInt8(ascii: "-")) }
    var (next, delta, bias) = (firstCode, 0, firstBias)
    var handled = basic.count
    while handled < scalars.count {
      guard let least = scalars.filter({ $0 >= next }).min() else { return nil }
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        appendDigits(of: delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic.count)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func appendDigits(of delta: Int, bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var step = base
    while true {
      let threshold = threshold(step, bias)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      step += base
    }
    output.append(digit(rest))
  }

  private static func threshold(_ step: Int, _ bias: Int) -> Int {
    min(largestThreshold, max(1, step - bias))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case 0x61...0x7A: Int(digit) - 0x61
    case 0x30...0x39: Int(digit) - 0x30 + 26
    default: nil
    }
  }

  /// Section 6.1.
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 455 {
      delta /= 35
      bias += base
    }
    return bias + base * delta / (delta + 38)
  }
}
