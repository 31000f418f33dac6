package import Model

/// Seals, OFDs and PDFs, good and bad, of one invented company.
package enum SealedSpecimens {
  /// Writes them with `expected.json` and the folder `trust`; returns how many they are.
  ///
  /// - Parameter today: The day that they are dated from.
  package static func write(today: CalendarDate, to folder: OutputFolder) throws -> Int {
    let world = try SealWorld(today: today)
    let specimens = try SealSet.all(world) + OFDSet.all(world) + PDFSet.all(world)
    for specimen in specimens { try folder.write(specimen.bytes, to: specimen.name) }
    try folder.folder("trust").write(text: world.authority.pem, to: "root.pem")
    try folder.write(
      json: Dictionary(uniqueKeysWithValues: specimens.map { ($0.name, $0.expected) }),
      to: "expected.json")
    return specimens.count
  }
}
