internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import Pipeline

extension ReportLocale: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }  // allowed: the protocol is public
}

extension InferencePrecision: ExpressibleByArgument {}

/// What every command that reads rules takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("规则目录 · Rules folder.", valueName: "dir"))
  var rules: String?

  @Option(
    name: .customLong("add-rules"),
    help: ArgumentHelp(
      "在内置规则之外另加的规则目录，可多次 · Folder of rules beside the built-in ones, repeatable.",
      valueName: "dir"))
  var addedRules: [String] = []

  @Option(name: .customLong("locale"), help: "文本的语言 · Language of texts: zh-CN, en.")
  var chosenLocale: ReportLocale?

  var locale: ReportLocale { chosenLocale ?? .chinese }

  var console: Console { Console(locale: locale) }

  /// The session of a command that reads rules, and documents where `reading` says how.
  func session(_ reading: ReadingOptions? = nil) throws -> Session {
    var options = Session.Options(rules: rules)
    options.addedRules = addedRules
    if let reading {
      let lacks = Sandbox.support.lacks
      if reading.requireSandbox, !lacks.isEmpty { throw console.failure(.noSandbox(lacks)) }
      options.jobs = reading.jobs
      options.isCaching = !reading.noCache
      options.precision = reading.precision
      options.trust = reading.trust
    }
    let console = console
    return try Session(options) { remark in
      switch remark {
      case .diagnostics(let diagnostics): Console.writeError(console.frames(of: diagnostics))
      case .cacheTrouble(let trouble): console.note(.cacheTrouble(trouble))
      }
    }
  }
}

/// What every command that reads documents takes.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("同时读取的进程数 · Reader processes (default: cores).", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "不使用缓存，全部重新读取 · Keep nothing and read everything anew.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "文字识别的精度：single 在各种处理器上算法一致；machine 在支持 bfloat16 的处理器上更快 · Precision of recognition: single computes alike on all processors, machine is quicker where the processor has bfloat16.",
      valueName: "single|machine"))
  var precision = InferencePrecision.standard

  @Flag(help: "完整显示个人信息 · Show personal data in full.")
  var showPersonalData = false

  @Option(
    help: ArgumentHelp(
      "信任的根证书目录（PEM/DER） · Folder of trusted certificates.", valueName: "dir"))
  var trust: String?

  @Flag(
    help:
      "内核不能隔离读取进程（缺 Landlock 或 seccomp）时不运行 · Refuse to run where the kernel cannot shut readers in."
  )
  var requireSandbox = false

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs \(jobs): 1 到 1024 · 1 to 1024")
    }
  }
}
