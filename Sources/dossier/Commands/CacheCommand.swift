internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Report

/// `dossier cache`: what earlier runs read and kept.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "查看或清理读取缓存 · What earlier runs kept, and how to be rid of it.",
    discussion: """
      位置 · place: DOSSIER_CACHE，XDG_CACHE_HOME/dossier，~/.cache/dossier (0700)
      """,
    subcommands: [ListCommand.self, MergeCommand.self, PruneCommand.self, ClearCommand.self])

  /// `dossier cache list`: nothing that it shows is personal, not even file names.
  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出缓存内容 · What is kept.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let console = common.console
      guard let store = try common.session().store() else { throw ExitCode(ExitStatus.failure) }
      let entries = store.entries()
      for entry in entries { console.write(entry.line) }
      console.write(
        .cacheContents(
          path: store.path, count: entries.count, bytes: entries.reduce(0) { $0 + $1.size }))
    }
  }

  /// `dossier cache merge`: what several machines kept, each in a folder of its own, into this one's cache.
  struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "并入其他机器的缓存目录 · Takes in what other machines kept, each in a folder of its own.")

    @Argument(
      help: ArgumentHelp(
        "其他机器的 DOSSIER_CACHE 目录，此时无人写入 · Their DOSSIER_CACHE, which nobody writes meanwhile.",
        valueName: "dir"))
    var folders: [String]

    @OptionGroup var common: CommonOptions

    func run() throws {
      let console = common.console
      guard let store = try common.session().store() else { throw ExitCode(ExitStatus.failure) }
      var isWhole = true
      for folder in folders {
        do throws(CacheStore.Untakable) {
          console.write(.cacheTaken(count: try store.take(from: folder), from: folder))
        } catch {
          console.note(.cacheNotTaken(error))
          isWhole = false
        }
      }
      if !isWhole { throw ExitCode(ExitStatus.failure) }
    }
  }

  /// `dossier cache prune`: removes what was not used for a while.
  struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune", abstract: "删除久未使用的内容 · Removes what was not used for a while.")

    @Option(help: ArgumentHelp("未使用的天数 · Days without use.", valueName: "n"))
    var days = CacheStore.retentionDays

    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard days >= 0 else { throw ValidationError("--days \(days): 不能为负 · not below 0") }
    }

    func run() throws {
      let console = common.console
      try CacheCommand.report(
        common.session().store()?.prune(unusedForDays: days), on: console)
    }
  }

  /// `dossier cache clear`: removes everything.
  struct ClearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear", abstract: "清空缓存 · Removes everything.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let console = common.console
      try CacheCommand.report(common.session().store()?.clear(), on: console)
    }
  }

  private static func report(_ count: Int?, on console: Console) throws {
    guard let count else {
      console.note(.cacheNotCleaned)
      throw ExitCode(ExitStatus.failure)
    }
    console.write(.cacheCleaned(count: count))
  }
}

extension CacheEntry {
  /// Days, kind, source and size in columns.
  fileprivate var line: String {
    let days = [createdOn, usedOn].map { CalendarDate(dayNumber: $0).map(\.iso) ?? "?" }
    let size = String(size)
    let columns = [
      days[0], days[1], kind.rawValue.padded(to: 10), PersonalForm.masked(source),
      String(repeating: " ", count: max(0, 9 - size.count)) + size, mediaType,
    ]
    return columns.joined(separator: "  ")
  }
}
