import Assemble
import Foundation
import Ingest
import Model
import Native
import Testing

@testable import Pipeline

extension SamplesTests {
  /// No sample's verdict hangs on a hundredth of a confidence: processors and releases of OpenVINO differ by less.
  @Suite struct MarginTests {
    /// Every confidence is moved, also of what was declared or computed: that can only make it harder.
    @Test(arguments: [-0.02, 0, 0.02]) func verdictsStay(shift: Double) throws {
      let checked = try #require(CheckedSamples.current)
      let installation = Installation(
        surroundings: Installation.Surroundings(
          executable: try BuiltProgram.path,
          home: ProcessInfo.processInfo.environment["DOSSIER_HOME"]))
      let rules = try installation.rules(option: nil)
      let rulebook = try #require(try Rulebook.load(folder: rules).rulebook)
      let context = try ReadingContext(
        program: try BuiltProgram.path, rulesFolder: rules,
        modelFolder: try installation.models(option: nil), precision: .standard, trust: nil)
      let store = try #require(CacheStore.open(folder: checked.output.path + "/cache").store)
      let cache = ExtractionCache(store: store, context: context)
      let settings = CheckRun.Settings(
        packs: [], profile: "default", asOf: try #require(CalendarDate(iso: CheckedSamples.asOf)),
        precision: .standard)
      for name in checked.names + checked.members {
        let intake = Intake.submissions(
          at: [CheckedSamples.folder + "/" + name], schema: rulebook.schema)
        #expect(intake.submissions.count == 1)
        let run = try CheckRun(
          rulebook: rulebook, settings: settings, submissions: intake.submissions)
        let read = try #require(intake.submissions.first).sources.map { source in
          try #require(cache.known(source), "\(name): \(source.name) is not kept")
        }
        let judging = run.judging(0)
        let report = judging.report(
          of: judging.lookedUp(read.map { $0.moved(by: shift) }, nil), among: BatchIndex())
        func rules(_ verdict: Verdict) -> [String] {
          report.judgement.verdicts.filter { $0.verdict == verdict }.map(\.rule)
        }
        let found = SampleVerdicts(
          status: report.status.rawValue, fail: rules(.fail), cannotTell: rules(.cannotTell))
        #expect(found == (try SampleVerdicts.expected(of: name)), "\(name)")
      }
    }
  }
}

extension Extraction {
  /// The same reading, with every confidence moved.
  fileprivate func moved(by shift: Double) -> Extraction {
    func move(_ confidence: inout Double) { confidence = min(1, max(0, confidence + shift)) }
    var moved = self
    for part in parts.indices {
      for fact in parts[part].facts.indices { move(&moved.parts[part].facts[fact].confidence) }
    }
    for document in documents.indices {
      move(&moved.documents[document].confidence)
      for fact in documents[document].facts.indices {
        move(&moved.documents[document].facts[fact].confidence)
      }
      if var hierarchy = documents[document].hierarchy {
        for node in hierarchy.nodes.indices { move(&hierarchy.nodes[node].confidence) }
        moved.documents[document].hierarchy = hierarchy
      }
    }
    for part in names.indices {
      for statement in names[part].statements.indices {
        move(&moved.names[part].statements[statement].confidence)
      }
    }
    return moved
  }
}
