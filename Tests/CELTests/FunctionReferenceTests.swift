import Model
import Testing

@testable import CEL

@Suite struct FunctionReferenceTests {
  @Test(arguments: ReportLocale.allCases)
  func allThatCanBeWrittenIsInIt(locale: ReportLocale) {
    let text = FunctionReference.markdown(of: library, locale: locale)
    for function in library.functions where Function.isWritten(function.name) {
      #expect(text.contains(function.name + "("), "\(function.name)")
      #expect(text.contains(function.summary[locale].replacing("|", with: "\\|")))
    }
    for macro in Macro.all { #expect(text.contains("`\(macro.usage)`")) }
    #expect(text.contains("`norm(string, string) -> string`"))
    #expect(text.contains("`date + duration -> date`"))
    #expect(text.contains("`birth_date(string) -> date?`"))
    #expect(!text.contains("@in") && !text.contains(Operator.insert))
  }

  /// The macros' usages are what the parser takes.
  @Test(arguments: Macro.all.map(\.usage))
  func usagesParse(usage: String) throws {
    var environment = Compiling.environment
    environment.variables["list"] = .list(.int)
    environment.variables["map"] = .map(.int, .int)
    _ = try CELCompiler(environment).compile(usage).get()
  }
}
