import Model
import Testing

@testable import Extract
@testable import Specimens

/// Zones of the forge in every form: planted mistakes are found and named, and none is invented.
@Suite struct PlantedZonesTests {
  private static let maker = MailZoneMaker(seed: 7)

  /// The facts, and the kinds of defects among them.
  private static func read(_ zone: MailZone, _ format: MailZoneFormat) -> (
    facts: [String: Value], defects: Set<String>
  ) {
    let file = "证据." + format.fileExtension
    let bytes = format.bytes(zone)
    let source = Source(file: file, bytes: bytes, mediaType: MediaType(sniffing: bytes))
    var extraction = Extraction(file: file, mediaType: source.mediaType)
    SourceFamilies.all(DNSSpecimens.tools).first { $0.claims(source) }?
      .read(source, into: &extraction)
    let facts = DNSSpecimens.facts(extraction)
    var defects: Set<String> = []
    if case .list(let values)? = facts["dns.defects"] {
      defects = Set(values.compactMap(\.string).map { String($0.prefix { $0 != ":" }) })
      // That an include is not in the evidence is no mistake of the zone.
      defects.remove("spf_not_expanded")
    }
    return (facts, defects)
  }

  @Test(arguments: 0..<100)
  func plantedMistakesAreFoundAndNamed(index: Int) throws {
    let faults = MailZoneFault.allCases
    let fault = faults[index % faults.count]
    let zone = Self.maker.zone(index, fault: fault)
    let formats = MailZoneFormat.allCases.filter { fault.isVisible(in: $0) }
    for format in formats {
      let defects = Self.read(zone, format).defects
      #expect(defects == fault.defects, "\(fault) \(format)")
    }
  }

  @Test(arguments: 0..<30)
  func cleanZonesHaveNone(index: Int) {
    let zone = Self.maker.zone(1_000 + index, fault: nil)
    for format in MailZoneFormat.allCases {
      #expect(Self.read(zone, format).defects == [], "\(format)")
    }
  }

  /// What every form can show.
  private static let shown = [
    "domain", "mx", "mx_providers", "spf", "spf_result", "spf_all", "spf_lookups", "spf_includes",
    "spf_providers", "dkim_selectors", "dkim_usable", "dkim_bits", "dmarc", "dmarc_policy",
    "dmarc_reports", "defects",
  ].map { "dns." + $0 }

  @Test(arguments: 0..<20)
  func everyFormGivesTheSameFacts(index: Int) {
    let fault = index < 10 ? nil : MailZoneFault.allCases[index % MailZoneFault.allCases.count]
    let zone = Self.maker.zone(2_000 + index, fault: fault)
    let first = Self.read(zone, .zone).facts
    for format in MailZoneFormat.allCases where fault?.isVisible(in: format) != false {
      let facts = Self.read(zone, format).facts
      for key in Self.shown {
        #expect(facts[key] == first[key], "\(key) \(format) \(fault as Any)")
      }
    }
  }

  @Test func theSameSeedGivesTheSameBytes() {
    for format in MailZoneFormat.allCases {
      let zones = (0..<2).map { _ in MailZoneMaker(seed: 3).zone(4, fault: .dkimShort) }
      #expect(format.bytes(zones[0]) == format.bytes(zones[1]))
    }
    #expect(
      MailZoneMaker(seed: 3).zone(4, fault: nil) != MailZoneMaker(seed: 4).zone(4, fault: nil))
  }
}
