internal import Report

/// What `--format` asks for.
struct FormatList {
  /// Formats that become files of the output folder.
  let files: [ReportFormat]
  let hasText: Bool
  /// Whether the one report is to be printed as JSON.
  let isJSONOnOutput: Bool

  /// - Parameters:
  ///   - list: Names with commas between them; `nil` for the default ones that have a place to go.
  ///   - hasOutput: Whether there is a folder for files.
  ///   - hasParcels: Whether parcels are asked for beside the list.
  init(_ list: String?, hasOutput: Bool, hasParcels: Bool, _ console: Console) throws {
    guard hasOutput || !hasParcels else { throw console.failure(.parcelsNeedOutput) }
    let parcels = hasParcels ? [ReportFormat.parcels] : []
    guard let list else {
      files = hasOutput ? ReportFormat.allCases.filter(\.isDefault) + parcels : []
      hasText = true
      isJSONOnOutput = false
      return
    }
    let names = list.split(separator: ",").map { String($0.filter { $0 != " " }) }
      .filter { !$0.isEmpty }
    let formats = names.compactMap(ReportFormat.init)
    guard !names.isEmpty else {
      throw console.failure(.noFormat(known: ReportFormat.allCases.map(\.rawValue)))
    }
    guard formats.count == names.count else {
      throw console.failure(
        .unknownFormats(
          names.filter { ReportFormat(rawValue: $0) == nil },
          known: ReportFormat.allCases.map(\.rawValue)))
    }
    files = hasOutput ? formats + parcels.filter { !formats.contains($0) } : []
    hasText = formats.contains(.text)
    isJSONOnOutput = !hasOutput && formats == [.json]
    guard hasOutput || formats == [.text] || formats == [.json] else {
      throw console.failure(.oneFormatOnOutput)
    }
  }
}
