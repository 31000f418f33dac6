package import Model

/// A function that expressions may call, with all that is known of it.
package struct Function: Sendable {
  /// How a call of an overload is written.
  package enum Style: Sendable {
    /// `name(a, b)`.
    case global
    /// `a.name(b)`.
    case member
    case either
  }

  /// What an overload says of constant arguments that it will always refuse.
  package struct Refusal: Sendable {
    /// Its place among the arguments, the receiver being 0.
    let argument: Int
    let message: LocalizedText
  }

  /// One set of parameter types with what happens then.
  package struct Overload: Sendable {
    /// The receiver comes first.
    package let parameters: [CELType]
    package let result: CELType
    package let style: Style
    let code: Code
    let refusal: @Sendable ([CELValue?]) -> Refusal?
    /// What is made of the arguments; `nil` where nothing follows from them (the check digit of a
    /// number that has none), which makes the result unknown.
    package typealias Body = @Sendable ([CELValue]) throws(CELError) -> CELValue?
    package typealias Cost = @Sendable ([CELValue]) -> Int

    /// - Parameters:
    ///   - runtime: What the parameters take at run time, where that is more than the checker lets pass.
    ///   - cost: Beyond the one unit of each call; see ``Evaluator/costLimit``.
    ///   - refusal: Looks at the arguments that are constants, before anything is evaluated.
    package init(
      _ parameters: [CELType], _ result: CELType, style: Style = .global,
      runtime: [CELType]? = nil, cost: @escaping Cost = { _ in 0 },
      refusal: @escaping @Sendable ([CELValue?]) -> Refusal? = { _ in nil },
      body: @escaping Body
    ) {
      self.parameters = parameters
      self.result = result
      self.style = style
      self.refusal = refusal
      code = Code(kinds: (runtime ?? parameters).map(\.kinds), cost: cost, body: body)
    }

    func isCalled(asMember isMember: Bool) -> Bool {
      switch style {
      case .global: !isMember
      case .member: isMember
      case .either: true
      }
    }

    /// Returns `a.contains(b)` as in documentation: `string.contains(string) -> bool`.
    package func signature(of name: String) -> String {
      let types = parameters.map(\.shown)
      let call: String
      if style == .member, let receiver = types.first {
        call = receiver + "." + name + "(" + types.dropFirst().joined(separator: ", ") + ")"
      } else {
        call = name + "(" + types.joined(separator: ", ") + ")"
      }
      return call + " -> " + result.shown
    }
  }

  /// What an overload is to the evaluator; a class, because a call takes hold of all of it at once.
  final class Code: Sendable {
    /// The kinds of value that each parameter takes at run time.
    private let kinds: [ValueKinds]
    let cost: Overload.Cost
    let body: Overload.Body

    init(kinds: [ValueKinds], cost: @escaping Overload.Cost, body: @escaping Overload.Body) {
      self.kinds = kinds
      self.cost = cost
      self.body = body
    }

    func accepts(_ values: [CELValue]) -> Bool {
      guard values.count == kinds.count else { return false }
      for index in values.indices where !kinds[index].contains(values[index].kind) {
        return false
      }
      return true
    }
  }

  /// `norm`, or an operator's name in cel-spec.
  package let name: String
  /// What it gives, for the rule documentation.
  package let summary: LocalizedText
  package let overloads: [Overload]

  package init(_ name: String, _ summary: LocalizedText, _ overloads: [Overload]) {
    self.name = name
    self.summary = summary
    self.overloads = overloads
  }

  init(_ name: String, _ chinese: String, _ english: String, _ overloads: [Overload]) {
    self.init(name, LocalizedText(chinese, english), overloads)
  }

  /// Returns whether a name is one that authors write as a call, not an operator's.
  package static func isWritten(_ name: String) -> Bool {
    !name.hasPrefix("@") && !name.contains { "!?:[]-".contains($0) } && !name.hasSuffix("_")
  }
}
