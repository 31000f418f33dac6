internal import Model
internal import Pipeline

extension ParserTarget {
  /// What a plan's folder holds: anybody may have written it who can write to the disk that machines share.
  static let shards: [ParserTarget] = [
    ParserTarget(name: "plan") { bytes in
      if let plan = RunPlan(bytes) { _ = (plan.notices, plan.formats, plan.locale) }
      return Extraction(file: "plan.json", mediaType: .unknown)
    },
    ParserTarget(name: "shard-record") { bytes in
      _ = RunPlan.holdsRecord(bytes)
      return Extraction(file: "records", mediaType: .unknown)
    },
  ]
}
