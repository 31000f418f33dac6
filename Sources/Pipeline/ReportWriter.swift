package import Model
package import Report

/// Puts finished reports into the output folder.
package struct ReportWriter: Sendable {
  private let folder: OutputFolder
  private let formats: [ReportFormat]
  private let options: ReportOptions

  package init(folder: OutputFolder, formats: [ReportFormat], options: ReportOptions) {
    self.folder = folder
    self.formats = formats
    self.options = options
  }

  /// One submission's files, in a folder of its name.
  package func write(_ report: SubmissionReport) throws {
    for format in formats {
      if let file = format.file(of: report, options: options) {
        try folder.write(file.text, to: report.name + "/" + file.name)
      }
    }
  }

  /// The run's files.
  ///
  /// - Parameter reports: In the order of the run.
  package func writeIndex(
    of reports: [SubmissionReport], asOf: CalendarDate, notices: [Notice]
  ) throws {
    for format in formats {
      let file = format.file(of: reports, asOf: asOf, notices: notices, options: options)
      if let file { try folder.write(file.text, to: file.name) }
    }
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
