internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import Pipeline
internal import Report
internal import Rules

/// What ends a command before its work is done, in the user's language.
struct Failure: Error {
  let text: String
}

/// The terminal, in one language; only this target knows it.
struct Console {
  let locale: ReportLocale

  /// Colour and width of standard output: plain on a pipe, and where `NO_COLOR` is set.
  var style: TerminalStyle {
    guard Terminal.isTerminal(.output) else { return TerminalStyle() }
    let isPlain = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } == true
    let width = Terminal.columns(of: .output).map { min($0, 120) }
    return width.map { TerminalStyle(usesColor: !isPlain, width: $0) }
      ?? TerminalStyle(usesColor: !isPlain)
  }

  func write(_ text: String) { print(text, terminator: text.hasSuffix("\n") ? "" : "\n") }

  func write(_ message: Message) { write(message.text[locale]) }

  /// A remark beside the result.
  func note(_ message: Message) { Self.writeError(message.text[locale]) }

  func failure(_ message: Message) -> Failure { Failure(text: "dossier: " + message.text[locale]) }

  /// Diagnostics with their code frames, and what they mean for the run.
  func failure(_ diagnostics: [Diagnostic], _ message: Message) -> Failure {
    Failure(text: frames(of: diagnostics) + "\ndossier: " + message.text[locale])
  }

  func frames(of diagnostics: [Diagnostic]) -> String {
    CodeFrame.text(of: diagnostics, locale: locale, style: style)
  }

  /// Runs `body`; what it throws is said in words.
  func explaining<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
    do {
      return try await body()
    } catch {
      throw explained(error)
    }
  }

  /// Runs `body`; what it throws is said in words.
  func explaining<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch {
      throw explained(error)
    }
  }

  func explained(_ error: any Error) -> any Error {
    switch error {
    case let error as Installation.Missing: failure(.missing(error))
    case let error as OutputFolder.Failure:
      failure(.notWritable(path: error.path, reason: error.reason))
    case let error as PrivateFile.Failure where Self.isAboutRoom(error):
      failure(.noRoom(path: error.path, reason: FailureWords.words(for: error.reason)))
    case let error as BaselineFile.Unusable:
      failure(.unusableBaseline(path: error.path, reason: error.reason))
    case let error as AddedRules.Unusable: failure(.unusableAddition(error))
    case let error as TrustFolder.Unusable: failure(.unusableTrust(error))
    case let error as Session.Refusal: failure(.refused(error))
    case let error as ProjectFile.Unusable: failure(error.diagnostics, .projectDoesNotLoad)
    case let error as UnusableRules: failure(error.diagnostics, .rulesDoNotLoad)
    case let error as PlanFile.Unusable: failure(.planUnusable(error))
    case let error as ShardCheck.Refusal: failure(.shardRefused(error))
    case let error as ShardMerge.Refusal: failure(.mergeRefused(error))
    case let error as UnkeptSubmission: failure(.cannotBeKept(error.name))
    case let error as WorkerPool.CannotStart: failure(.readerDoesNotStart(reason: error.reason))
    case is Failure, is ExitCode, is CleanExit, is ValidationError: error
    default: failure(.unforeseen(error))
    }
  }

  /// Whether making room, or another folder for temporary files, mends it.
  private static func isAboutRoom(_ error: PrivateFile.Failure) -> Bool {
    let isFull = ["No space left on device", "Disk quota exceeded"].contains(error.reason)
    return isFull
      || URL(fileURLWithPath: error.path).path
        == URL(fileURLWithPath: NSTemporaryDirectory()).path
  }

  static func writeError(_ text: String) {
    FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
