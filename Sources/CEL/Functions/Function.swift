package import Model

/// A function that expressions may call, with all that is known of it.
package struct Function: Sendable {
  /// One set of parameter types with what happens then.
  package struct Overload: Sendable {
    /// The receiver comes first.
    package let parameters: [CELType]
    package let result: CELType
    /// Whether it is written `receiver.name(...)`.
    package let isMember: Bool
    let cost: @Sendable ([CELValue]) -> Int
    let body: Body

    /// What is made of the arguments; `nil` where nothing can be told from them (the check digit of a
    /// number that has none), which makes the result unknown.
    package typealias Body = @Sendable ([CELValue]) throws(CELError) -> CELValue?

    /// - Parameter cost: Beyond the one unit of each call; see ``Evaluator/costLimit``.
    package init(
      _ parameters: [CELType], _ result: CELType, isMember: Bool = false,
      cost: @escaping @Sendable ([CELValue]) -> Int = { _ in 0 },
      body: @escaping Body
    ) {
      self.parameters = parameters
      self.result = result
      self.isMember = isMember
      self.cost = cost
      self.body = body
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

  /// The first overload whose parameters fit the values.
  func overload(for values: [CELValue]) -> Overload? {
    overloads.first { overload in
      overload.parameters.count == values.count
        && zip(values, overload.parameters).allSatisfy { $0.type.fits($1) }
    }
  }
}

/// The functions of one environment, by name.
package struct FunctionLibrary: Sendable {
  private let byName: [String: Function]

  /// Functions of one name are one function with the overloads of all.
  package init(_ functions: [Function]) {
    byName = Dictionary(
      functions.map { ($0.name, $0) },
      uniquingKeysWith: { Function($0.name, $0.summary, $0.overloads + $1.overloads) })
  }

  package subscript(name: String) -> Function? { byName[name] }

  /// Sorted by name, for the documentation.
  package var functions: [Function] {
    byName.keys.sorted().compactMap { byName[$0] }
  }

  /// Operators, texts, lists, dates and the functions of this domain.
  ///
  /// - Parameter normalizers: What `norm` knows by name.
  package static func standard(normalizers: [String: TextNormalization]) -> FunctionLibrary {
    FunctionLibrary(
      ComparisonOperators.all + ArithmeticOperators.all + AccessOperators.all + TextFunctions.all()
        + DateFunctions.all + ListFunctions.all(normalizers: normalizers)
        + DomainFunctions.all(normalizers: normalizers) + SimilarityFunction.all)
  }
}
