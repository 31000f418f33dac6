internal import Model
internal import Pipeline

/// Texts about plans, shards and merging.
extension Message {
  static func planned(_ outcome: RunPlanning.Outcome) -> Message {
    let plan = outcome.plan
    let (count, shards) = (plan.submissions.count, plan.shards.count)
    let longest = minutes(plan.shards.map(\.expectedSeconds).max())
    let outdated =
      outcome.outdated.isEmpty
      ? ("", "")
      : (
        "\n该目录中第 \(list(outcome.outdated).chinese) 份属于先前的计划，已删除，将重新核对。",
        "\nshards of an earlier plan in that folder were removed: \(list(outcome.outdated).english)"
      )
    return Message(
      "已计划 \(count) 份提交，分为 \(shards) 份（编号 0 到 \(shards - 1)），单核估计最长一份约 \(longest) 分钟：\(outcome.path)\(outdated.0)",
      "planned \(count) submissions in \(shards) shards (0 to \(shards - 1)), the longest about \(longest) min on one core: \(outcome.path)\(outdated.1)"
    )
  }

  static func nextSteps(plan path: String, folder: String, _ plan: RunPlan) -> Message {
    let isShort = plan.shards.count > 1 && plan.shards.allSatisfy { $0.expectedSeconds < 60 }
    let advice =
      isShort
      ? (
        "\n每份不到一分钟，启动的开销会占很大比例；可用更少的份数，或 --minutes 5。",
        "\nEach takes less than a minute, of which starting up is a large part; fewer shards, or --minutes 5, would do."
      ) : ("", "")
    return Message(
      """
      接下来：
        每份一次，任意机器：  dossier check --plan \(path) --shard N
        或在本机做完其余各份：dossier check --plan \(path)
        全部完成后：          dossier merge \(folder) --output 报告目录
      该目录含未遮盖的个人信息（仅本人可读），合并后请删除。\(advice.0)
      """,
      """
      next:
        each once, on any machine:     dossier check --plan \(path) --shard N
        or here, all that are left:    dossier check --plan \(path)
        when all are done:             dossier merge \(folder) --output REPORTS
      That folder holds personal data in full (readable by you alone); delete it after merging.\(advice.1)
      """)
  }

  static func slurmJobs(_ folder: String) -> Message {
    Message(
      "作业已写好：\(folder)/array.sbatch、merge.sbatch。提交：bash \(folder)/submit.sh（或加 --submit 重新运行本命令）。",
      "the jobs are written: \(folder)/array.sbatch and merge.sbatch; submit them with bash \(folder)/submit.sh, or with --submit next time"
    )
  }

  static func manyShards(_ count: Int) -> Message {
    let most = SlurmJobs.usualArraySize
    return Message(
      "注意：共 \(count) 份，而 Slurm 的数组作业默认最多 \(most) 项（scontrol show config | grep MaxArraySize）。超过集群的上限时 sbatch 会拒绝；请减少 --shards 或增大 --minutes。",
      "mind: there are \(count) shards, and arrays of Slurm have at most \(most) tasks unless configured otherwise (scontrol show config | grep MaxArraySize); beyond that sbatch refuses them: take fewer --shards or more --minutes"
    )
  }

  static func slurmWatch(_ folder: String) -> Message {
    Message(
      """
      查看：squeue --me；sacct --name=dossier,dossier-merge；日志在 \(folder)/logs。
      有份失败时合并会指出是哪些；再次运行 bash \(folder)/submit.sh 只做未完成的。
      """,
      """
      watch: squeue --me; sacct --name=dossier,dossier-merge; logs are in \(folder)/logs
      Where shards fail the merge says which; bash \(folder)/submit.sh once more does only what is left.
      """)
  }

  static func notSubmitted(_ folder: String) -> Message {
    Message(
      "sbatch 未能提交作业（见上）。确认本机装有 Slurm 客户端后运行：bash \(folder)/submit.sh",
      "sbatch did not take the jobs (see above); where the Slurm client is installed, run bash \(folder)/submit.sh"
    )
  }

  static func shardDone(_ shard: Int, _ result: ShardResult) -> Message {
    Message(
      "第 \(shard) 份完成：\(result.submissions) 份提交。",
      "shard \(shard) is done: \(result.submissions) submissions")
  }

  static func shardBusy(_ shard: Int, machine: String, process: Int32) -> Message {
    Message(
      "第 \(shard) 份正由 \(machine) 的进程 \(process) 核对；请稍后再试。",
      "shard \(shard) is being worked on by process \(process) of \(machine); try again later")
  }

  static func shardInterrupted(_ shard: Int) -> Message {
    Message(
      "第 \(shard) 份已中断；再次运行会从中断处继续。",
      "shard \(shard) was interrupted; the next try goes on from there")
  }

  static func changedSincePlan(_ names: [String]) -> Message {
    let shown = names.prefix(20)
    let more = names.count - shown.count
    return Message(
      "计划之后有 \(names.count) 份提交被改动，已按读取时的内容核对：\(shown.joined(separator: "、"))"
        + (more > 0 ? " 等" : "") + "。",
      "\(names.count) submissions were changed after the plan was made and were checked as they were when read: "
        + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  static func shardVariable(_ name: String, _ value: String) -> Message {
    Message(
      "环境变量 \(name)=\(value) 不是份的编号；请用 --shard 指定。",
      "\(name)=\(value) in the environment is no number of a shard; give --shard")
  }

  static func shardVariables(_ found: [String]) -> Message {
    Message(
      "环境变量指向不同的份（\(found.joined(separator: "、"))）；请用 --shard 指定。",
      "variables of the environment name different shards (\(found.joined(separator: ", "))); give --shard"
    )
  }

  static func precisionIsPlanned(_ planned: String) -> Message {
    Message(
      "该计划的 --precision 为 \(planned)，各份必须相同；请去掉该选项，或重新计划。",
      "the plan is for --precision \(planned), and all shards need the same; leave the option out, or plan again"
    )
  }

  static let shardWithoutPlan = Message(
    "--shard 须与 --plan 同用：dossier check --plan 计划目录/plan.json --shard N。",
    "--shard is for --plan: dossier check --plan WORK/plan.json --shard N")

  static func planAndPaths(_ paths: [String]) -> Message {
    Message(
      "--plan 已包含要核对的提交，不能再给 \(paths.joined(separator: "、"))。",
      "--plan says what is checked; \(paths.joined(separator: ", ")) cannot be given beside it")
  }

  static func notWithPlan(_ options: [String]) -> Message {
    Message(
      "\(options.joined(separator: "、")) 不能与 --plan 同用：请在 dossier plan 或 dossier merge 时给出（--online 不支持）。",
      "\(options.joined(separator: ", ")) cannot be given with --plan: give them to dossier plan or dossier merge (--online is not supported)"
    )
  }

  static func planUnusable(_ unusable: PlanFile.Unusable) -> Message {
    switch unusable {
    case .unreadable(let path, let reason):
      Message(
        "无法读取计划 \(path)：\(reason.chinese)。请给出 dossier plan 写的 plan.json。",
        "the plan \(path) cannot be read: \(reason.english); name a plan.json of dossier plan")
    case .notOurs(let path):
      Message(
        "\(path) 不是本版本的 dossier 写的计划，或已损坏；请用 dossier plan 重新计划。",
        "\(path) is no plan of this version of dossier, or is damaged; plan again with dossier plan"
      )
    case .rootMissing(let path):
      Message(
        "计划中的路径从 \(path) 起算，但该目录不存在。计划目录与提交目录的相对位置必须与计划时相同，或在计划时使用绝对路径。",
        "the paths of the plan start from \(path), which is not there; keep the plan's folder where it was, seen from the submissions, or plan with absolute paths"
      )
    }
  }

  static func shardRefused(_ refusal: ShardCheck.Refusal) -> Message {
    switch refusal {
    case .noSuchShard(let shard, let count):
      Message(
        "没有第 \(shard) 份；计划中有 0 到 \(count - 1)。",
        "there is no shard \(shard); the plan has 0 to \(count - 1)")
    case .unlike(let parts):
      Message(
        "本机与计划不同：\(words(of: parts).chinese)。各份必须相同才能合并：请使用计划时的版本和文件，或重新运行 dossier plan。",
        "not as planned on this machine: \(words(of: parts).english). Only like shards can be merged: use what the plan was made with, or run dossier plan again"
      )
    case .gone(let names):
      Message(
        "计划中的提交找不到了：\(names.joined(separator: "、"))。请检查目录是否已挂载；如已有意删除，请重新运行 dossier plan。",
        "submissions of the plan are not there: \(names.joined(separator: ", ")). See whether the folder is mounted; if they were removed on purpose, run dossier plan again"
      )
    case .disturbed(let shard):
      Message(
        "第 \(shard) 份的中间结果被移走；请再试一次。",
        "what was read of shard \(shard) was taken away meanwhile; try again")
    }
  }

  static func mergeRefused(_ refusal: ShardMerge.Refusal) -> Message {
    var (chinese, english): ([String], [String]) = ([], [])
    if !refusal.missing.isEmpty {
      let list = list(refusal.missing)
      chinese.append(
        "未完成的份：\(list.chinese)。请运行 dossier check --plan 计划 --shard N，或不带 --shard 做完其余各份。")
      english.append(
        "shards that are not done: \(list.english); run dossier check --plan PLAN --shard N, or without --shard for all that are left"
      )
    }
    for (shard, parts) in refusal.unlike {
      let words = words(of: parts)
      chinese.append("第 \(shard) 份与计划不同（\(words.chinese)），需要重新核对。")
      english.append(
        "shard \(shard) is not of this plan (\(words.english)) and must be checked again")
    }
    if !refusal.damaged.isEmpty {
      let list = list(refusal.damaged)
      chinese.append("结果已损坏的份：\(list.chinese)。请删除其目录（shards/N）后重新核对。")
      english.append(
        "shards whose records are damaged: \(list.english); delete their folders (shards/N) and check them again"
      )
    }
    if let begun = refusal.begun {
      chinese.insert("合并时各份的结果被改动，\(begun) 中的报告不完整，请勿使用；处理后重新合并。", at: 0)
      english.insert(
        "records of shards changed while they were merged: the reports in \(begun) are not complete, do not use them; merge again after mending this",
        at: 0)
    } else {
      chinese.insert("不能合并，未写入任何报告。", at: 0)
      english.insert("nothing was merged", at: 0)
    }
    return Message(chinese.joined(separator: "\n"), english.joined(separator: "\n"))
  }

  static func cannotBeKept(_ name: String) -> Message {
    Message(
      "提交 \(name) 的内容无法保存，请报告此问题。",
      "submission \(name) cannot be kept in a shard; please report this")
  }

  static func planAmongMaterials(_ path: String) -> Message {
    Message(
      "--output \(path)：计划会与材料混在一起，下次会被当作材料。请指定被检查目录之外的目录。",
      "--output \(path): the plan would stand among the materials and be taken for such next time; name a folder outside of what is checked"
    )
  }

  private static func words(of parts: [String]) -> (chinese: String, english: String) {
    let known = [
      "rules": ("规则", "the rules"), "models": ("识别模型", "the recognition models"),
      "program": ("程序", "the program"), "trust": ("信任的证书", "the trusted certificates"),
      "precision": ("识别精度", "the precision"), "roster": ("名册", "the roster"),
      "plan": ("计划", "the plan"), "project": ("dossier.yaml 或其豁免", "dossier.yaml or its waivers"),
    ]
    let found = parts.map { known[$0] ?? ($0, $0) }
    return (found.map(\.0).joined(separator: "、"), found.map(\.1).joined(separator: ", "))
  }

  /// Numbers with runs of them in short: 0-3, 7.
  private static func list(_ numbers: [Int]) -> (chinese: String, english: String) {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, number == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    let texts = runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return (texts.joined(separator: "、"), texts.joined(separator: ", "))
  }

  private static func minutes(_ seconds: Int?) -> String {
    seconds.map { String(max(1, ($0 + 59) / 60)) } ?? "?"
  }
}
