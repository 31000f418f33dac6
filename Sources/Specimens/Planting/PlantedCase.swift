internal import Foundation

/// A case is one submission of a judging measurement.
package struct PlantedCase {
  /// The name is that of its folder.
  package let name: String
  let quality: Quality
  /// `nil` for a clean one.
  let planted: PlantedDifference?
}

extension SubmissionPlanter {
  /// Writes `planted-001` and so on and `clean-001` and so on, two at a time on two cores.
  package func write(
    planted: Int, clean: Int, to folder: OutputFolder
  ) async throws -> [PlantedCase] {
    let jobs = max(1, min(planted + clean, ProcessInfo.processInfo.activeProcessorCount))
    return try await withThrowingTaskGroup(of: [(Int, PlantedCase)].self) { group in
      for job in 0..<jobs {
        group.addTask {
          try stride(from: job, to: planted + clean, by: jobs).map { index in
            (index, try write(index, planted: planted, to: folder))
          }
        }
      }
      var made: [(Int, PlantedCase)] = []
      for try await part in group { made += part }
      return made.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func write(_ index: Int, planted: Int, to folder: OutputFolder) throws -> PlantedCase {
    let isClean = index >= planted
    let number = isClean ? index - planted : index
    let submission = try isClean ? clean(number) : self.planted(number)
    let name = (isClean ? "clean-" : "planted-") + padded(number + 1, 3)
    try submission.write(to: folder.folder(name))
    let qualities = submission.truth.files.map(\.quality).filter { $0 != .digital }
    return PlantedCase(
      name: name, quality: qualities.first ?? .digital, planted: submission.truth.planted.first)
  }
}
