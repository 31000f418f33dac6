internal import Foundation

/// Two jobs for Slurm that drive a plan: an array of all shards, and the merge that follows it.
package struct SlurmJobs {
  /// What the user wants of the cluster.
  package struct Request {
    package var partition: String?
    package var account: String?
    package var cores: Int
    /// Where the merged reports go.
    package var merged: String
    /// How many shards run at once; `nil` for as many as there is room for.
    package var atOnce: Int?
    /// Options that both commands get, and those of the merge alone.
    package var options: [String]
    package var mergeOptions: [String]

    package init(
      partition: String?, account: String?, cores: Int, merged: String, atOnce: Int?,
      options: [String], mergeOptions: [String]
    ) {
      self.partition = partition
      self.account = account
      self.cores = cores
      self.merged = merged
      self.atOnce = atOnce
      self.options = options
      self.mergeOptions = mergeOptions
    }
  }

  /// How many tasks an array may have where nobody configured Slurm otherwise (`MaxArraySize`).
  package static let usualArraySize = 1000

  /// Scripts for `sbatch`, by the names of their files.
  package let scripts: [(name: String, text: String)]

  /// - Parameters:
  ///   - program: The path of `dossier`.
  ///   - folder: The absolute path of the plan's folder.
  ///   - here: The folder that the jobs start in.
  package init(
    for plan: RunPlan, program: String, folder: String, here: String, _ request: Request
  ) {
    let shell = ShellWords()
    let longest = plan.shards.reduce(0) { max($0, $1.expectedSeconds) } / request.cores
    // A slow processor, a busy disk, and a second try.
    let minutes = 15 + longest * 6 / 60
    // The parent, and 1.5 GiB for each reader at work.
    let memory = 1024 + 1536 * request.cores
    let common = [
      request.partition.map { "#SBATCH --partition=\(shell.directive($0))" },
      request.account.map { "#SBATCH --account=\(shell.directive($0))" },
    ].compactMap(\.self)
    // A percent sign in the path would begin a pattern.
    let logs =
      folder.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "%%") + "/logs"
    // Homes are shared, and SQLite's locks are not to be relied on there.
    let cache =
      "export DOSSIER_CACHE=\"${DOSSIER_CACHE:-${TMPDIR:-/tmp}/dossier-cache-$(id -u)}\""
    var range = "0-\(plan.shards.count - 1)"
    if let limit = request.atOnce { range += "%\(limit)" }
    let array =
      [
        "#!/bin/bash", "#SBATCH --job-name=dossier",
        "#SBATCH --array=\(range)",
        "#SBATCH --cpus-per-task=\(request.cores)", "#SBATCH --mem=\(memory)M",
        "#SBATCH --time=\(minutes)", "#SBATCH --requeue", "#SBATCH --open-mode=append",
        "#SBATCH --output=\(shell.directive(logs + "/%a.log"))",
      ] + common + [
        "cd \(shell.quoted(here)) || exit 2", cache,
        "# 0 and 1 are done; anything else is worth another try.", "for try in 1 2 3; do",
        "  status=0",
        "  \(shell.quoted(program)) check --plan \(shell.quoted(folder + "/plan.json")) --jobs \(request.cores)\(shell.list(request.options)) || status=$?",
        "  if [ $status -le 1 ]; then exit 0; fi", "  sleep $((try * 5))", "done", "exit $status",
      ]
    let merge =
      [
        "#!/bin/bash", "#SBATCH --job-name=dossier-merge",
        "#SBATCH --cpus-per-task=\(request.cores)", "#SBATCH --mem=2048M",
        "#SBATCH --time=\(30 + plan.submissions.count / 500)", "#SBATCH --requeue",
        "#SBATCH --open-mode=append", "#SBATCH --output=\(shell.directive(logs + "/merge.log"))",
      ] + common + [
        "cd \(shell.quoted(here)) || exit 2", cache, "status=0",
        "\(shell.quoted(program)) merge \(shell.quoted(folder)) --output \(shell.quoted(request.merged)) --jobs \(request.cores)\(shell.list(request.options + request.mergeOptions)) || status=$?",
        "# 1 says that there are findings.", "if [ $status -le 1 ]; then exit 0; fi",
        "exit $status",
      ]
    let submit = [
      "#!/bin/bash", "# Submits the shards, and the merge that begins when all of them have ended.",
      "set -euo pipefail", "array=$(sbatch --parsable \(shell.quoted(folder + "/array.sbatch")))",
      "merge=$(sbatch --parsable --dependency=afterany:\"${array%%;*}\" \(shell.quoted(folder + "/merge.sbatch")))",
      "echo \"dossier: ${array%%;*}, dossier-merge: ${merge%%;*}\"",
    ]
    scripts = [("array.sbatch", array), ("merge.sbatch", merge), ("submit.sh", submit)].map {
      (name: $0.0, text: $0.1.joined(separator: "\n") + "\n")
    }
  }

  /// Writes the scripts into the plan's folder, beside one for logs.
  package func write(into folder: String) throws {
    let own = try OutputFolder(creating: folder)
    _ = try own.folder("logs")
    for script in scripts { try own.write(Array(script.text.utf8), to: script.name) }
  }
}

/// Words as a shell reads them back.
private struct ShellWords {
  func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  func list(_ words: [String]) -> String { words.map { " " + quoted($0) }.joined() }

  /// A value behind `#SBATCH --name=`, which no shell reads: `sbatch` knows double quotes and backslashes.
  func directive(_ word: String) -> String {
    "\"" + word.map { #"\""#.contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
