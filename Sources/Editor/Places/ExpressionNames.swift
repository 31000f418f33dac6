internal import CEL
internal import Model

/// Names in expressions, found by their tokens: the expression may be half typed.
enum ExpressionNames {
  /// A path of names joined by dots, with the sign behind it.
  struct Chain {
    let names: [String]
    let ranges: [SourceRange]
    /// Whether its last name is called: an opening bracket follows.
    let isCall: Bool
    /// Whether a dot stands before it: a member of a value.
    let isMember: Bool

    var path: String { names.joined(separator: ".") }
    var range: SourceRange {
      SourceRange(start: ranges[0].start, end: ranges[ranges.count - 1].end)
    }
  }

  static func tokens(in scalar: OutlineScalar) -> [WrittenToken] {
    WrittenToken.all(
      in: scalar.text, startingAt: scalar.textRange.start, margin: scalar.margin)
  }

  static func chains(in tokens: [WrittenToken]) -> [Chain] {
    var chains: [Chain] = []
    var index = 0
    func sign(_ index: Int) -> String? {
      guard tokens.indices.contains(index), case .sign(let sign) = tokens[index].kind else {
        return nil
      }
      return sign
    }
    while index < tokens.count {
      guard case .name(let first) = tokens[index].kind else {
        index += 1
        continue
      }
      let isMember = sign(index - 1) == "."
      var names = [first]
      var ranges = [tokens[index].range]
      index += 1
      while sign(index) == ".", tokens.indices.contains(index + 1),
        case .name(let next) = tokens[index + 1].kind
      {
        names.append(next)
        ranges.append(tokens[index + 1].range)
        index += 2
      }
      chains.append(
        Chain(names: names, ranges: ranges, isCall: sign(index) == "(", isMember: isMember))
    }
    return chains
  }

  /// Returns the facts, parameters, tables, materials and functions that an expression names.
  static func occurrences(in scalar: OutlineScalar) -> [NameOccurrence] {
    var found: [NameOccurrence] = []
    for chain in chains(in: tokens(in: scalar)) {
      var chain = chain
      if chain.isCall {
        let count = chain.names.count
        found.append(NameOccurrence(.function, chain.names[count - 1], chain.ranges[count - 1]))
        guard count > 1 else { continue }
        chain = Chain(
          names: Array(chain.names.dropLast()), ranges: Array(chain.ranges.dropLast()),
          isCall: false, isMember: chain.isMember)
      }
      if !chain.isMember { found += named(chain) }
    }
    return found
  }

  private static func named(_ chain: Chain) -> [NameOccurrence] {
    guard chain.names.count > 1 else { return [] }
    let (second, place) = (chain.names[1], chain.ranges[1])
    switch chain.names[0] {
    case "params": return [NameOccurrence(.parameter, second, place)]
    case "materials": return [NameOccurrence(.material, second, place)]
    case "lookup":
      var found = [NameOccurrence(.lookup, second, place)]
      if chain.names.count > 2 {
        found.append(NameOccurrence(.column, second + "." + chain.names[2], chain.ranges[2]))
      }
      return found
    default: return [NameOccurrence(.fact, chain.path, chain.range)]
    }
  }
}
