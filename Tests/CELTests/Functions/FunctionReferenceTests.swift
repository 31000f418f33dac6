import Model
import Testing

@testable import CEL

@Suite struct FunctionReferenceTests {
  @Test func allThatCanBeWrittenIsInIt() {
    let reference = FunctionReference(of: library)
    let functions = library.functions.map(\.name).filter(Function.isWritten)
    #expect(reference.functions.map(\.name) == functions)
    #expect(reference.macros.count == Macro.all.count)
    let entries = reference.macros + reference.functions + reference.operators
    for entry in entries {
      #expect(!entry.forms.isEmpty && !entry.summary.chinese.isEmpty)
      #expect(entry.forms.allSatisfy { !$0.contains("@") }, "\(entry.forms)")
    }
    let forms = Set(entries.flatMap(\.forms))
    let wanted = [
      "norm(string, string) -> string", "birth_date(string) -> date?", "date + duration -> date",
      "string.contains(string) -> bool", "list<T>[int] -> T", "T in list<T> -> bool",
      "known(license.name)",
    ]
    #expect(forms.isSuperset(of: wanted))
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
