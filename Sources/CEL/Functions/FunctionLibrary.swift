package import Model

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

  /// Returns this library together with functions of other environments.
  package func adding(_ functions: [Function]) -> FunctionLibrary {
    FunctionLibrary(self.functions + functions)
  }

  /// Returns cel-spec's standard functions with its extensions for texts, numbers, encodings and optionals.
  package static func common() -> [Function] {
    ComparisonOperators.all + ArithmeticOperators.all + AccessOperators.all
      + ConversionFunctions.all + TextFunctions.all() + TimeFunctions.all + OptionalFunctions.all
      + TextExtensions.all + FormatFunction.all + MathFunctions.all + EncodingFunctions.all
  }

  /// Returns the common functions, dates and the functions of this domain.
  ///
  /// - Parameter normalizers: What `norm` knows by name.
  package static func standard(normalizers: [String: TextNormalization]) -> FunctionLibrary {
    let normalizers = Normalizers(normalizers)
    return FunctionLibrary(
      common() + DateFunctions.all + ListFunctions.all(normalizers)
        + DomainFunctions.all(normalizers) + SimilarityFunction.all)
  }
}
