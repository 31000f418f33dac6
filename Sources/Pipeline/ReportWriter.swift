package import Model
package import Report

/// Puts finished reports into the output folder.
package final class ReportWriter {
  private let folder: OutputFolder
  private let formats: [ReportFormat]
  private let options: ReportOptions
  private var runFiles: [RunFile]

  /// Begins the files of the run.
  package init(
    folder: OutputFolder, formats: [ReportFormat], options: ReportOptions, asOf: CalendarDate
  ) throws {
    self.folder = folder
    self.formats = formats
    self.options = options
    runFiles = try formats.compactMap { $0.runReport(asOf: asOf, options: options) }
      .map { try RunFile($0, in: folder) }
  }

  /// One submission's files, in a folder of its name, and its part of the run's files.
  ///
  /// - Parameter index: Its place in the order of the run; each is written once, in any order.
  package func write(_ report: SubmissionReport, at index: Int) throws {
    for format in formats {
      if let file = format.file(of: report, options: options) {
        try folder.write(file.text, to: report.name + "/" + file.name)
      }
    }
    for number in runFiles.indices { try runFiles[number].add(report, at: index) }
  }

  /// Ends the run's files; submissions that were not written are not in them.
  package func finish(_ run: RunSummary) throws {
    for number in runFiles.indices { try runFiles[number].finish(run) }
  }
}

extension SubmissionReport {
  /// What an index needs of a report that has been written: without pages, values and lattices.
  package var outline: SubmissionReport {
    var outline = self
    outline.extractions = extractions.map {
      Extraction(file: $0.file, mediaType: $0.mediaType, notices: $0.notices)
    }
    outline.factSet = FactSet(facts: [:], isDrafted: factSet.isDrafted)
    return outline
  }
}
