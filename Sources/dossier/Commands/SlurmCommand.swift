internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `dossier slurm`: a plan with the jobs that drive it on a Slurm cluster.
struct SlurmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slurm",
    abstract: "为 Slurm 集群写好作业：各份的数组作业与随后的合并 · Plans a run and writes its jobs for Slurm.",
    discussion:
      "计划目录、提交与程序须在各节点上同一路径可见 · Plan, submissions and program must be at the same paths on all nodes."
  )

  @Option(help: ArgumentHelp("分区 · Partition.", valueName: "name"))
  var partition: String?

  @Option(help: ArgumentHelp("账户 · Account.", valueName: "name"))
  var account: String?

  @Option(help: ArgumentHelp("每份的核数 · Cores per shard.", valueName: "n"))
  var cores = 2

  @Option(help: ArgumentHelp("同时运行的份数 · Shards at once (default: as many as fit).", valueName: "n"))
  var atOnce: Int?

  @Option(
    help: ArgumentHelp(
      "合并后的报告目录（默认为计划目录加 -reports） · Folder of the merged reports (default: that of the plan, with -reports).",
      valueName: "dir"))
  var merged: String?

  @Flag(help: "写好后立即用 sbatch 提交 · Submit the jobs with sbatch at once.")
  var submit = false

  @OptionGroup var planning: PlanningOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for (name, number, most) in [("--cores", cores, 1024), ("--at-once", atOnce, 1_000_000)] {
      if let number, !(1...most).contains(number) {
        throw ValidationError("\(name) \(number): 1 到 \(most) · 1 to \(most)")
      }
    }
    for (name, word) in [("--partition", partition), ("--account", account)] {
      if let word,
        word.isEmpty || word.contains(where: { $0.isWhitespace || "\"'\\#".contains($0) })
      {
        throw ValidationError(
          "\(name) \"\(word)\": 名称中不能有空白、引号、反斜杠或 # · a name without white space, quotation marks, backslashes or #"
        )
      }
    }
  }

  func run() throws {
    let console = common.console
    let (outcome, folder) = try console.explaining {
      let outcome = try planning.plan(common, reading)
      let folder = Self.absolute(planning.output)
      let merged = merged.map(Self.absolute) ?? folder + "-reports"
      try SlurmJobs(
        for: outcome.plan, program: try Installation.Surroundings.current.executable,
        folder: folder, here: FileManager.default.currentDirectoryPath,
        SlurmJobs.Request(
          partition: partition, account: account, cores: cores, merged: merged, atOnce: atOnce,
          options: reading.noCache ? ["--no-cache"] : [],
          mergeOptions: reading.showPersonalData ? ["--show-personal-data"] : [])
      ).write(into: folder)
      return (outcome, folder)
    }
    console.write(.planned(outcome))
    let count = outcome.plan.shards.count
    if count > SlurmJobs.usualArraySize { console.note(.manyShards(count)) }
    guard submit else {
      console.write(.slurmJobs(folder))
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [folder + "/submit.sh"]
    do { try process.run() } catch { throw console.failure(.notSubmitted(folder)) }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw console.failure(.notSubmitted(folder)) }
    console.write(.slurmWatch(folder))
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
