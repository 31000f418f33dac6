internal import Model

/// Seals good and bad, each wrong in one way, with what must come of it.
enum SealSet {
  static func all(_ world: SealWorld) throws -> [SealedSpecimen] {
    try good(world) + bad(world)
  }

  static func good(_ world: SealWorld) throws -> [SealedSpecimen] {
    let fine = ["signature": "valid", "chain": "trusted", "name": world.company]
    var all: [SealedSpecimen] = []
    for version in SealDraft.Version.allCases {
      all.append(
        SealedSpecimen(
          name: "valid_v\(version.rawValue).esl",
          bytes: try world.draft(version).made(by: world.maker),
          expected: fine.merging(["version": "\(version.rawValue)"]) { $1 }))
      var raw = world.draft(version)
      raw.hasRawSignature = true
      all.append(
        SealedSpecimen(
          name: "valid_raw_v\(version.rawValue).esl", bytes: try raw.made(by: world.maker),
          expected: fine))
      var extended = world.draft(version)
      extended.extensions = [("1.2.156.112600.7.1", Array(world.company.utf8))]
      extended.writesFalse = true
      all.append(
        SealedSpecimen(
          name: "valid_false_v\(version.rawValue).esl", bytes: try extended.made(by: world.maker),
          expected: fine))
    }
    var digests = world.draft()
    digests.listsDigests = true
    all.append(
      SealedSpecimen(
        name: "valid_digests.esl", bytes: try digests.made(by: world.maker),
        expected: fine.merging(["signer": "null"]) { $1 }))
    var stamped = world.draft(.v5)
    stamped.hasTimeStamp = true
    all.append(
      SealedSpecimen(
        name: "valid_time_stamp.esl", bytes: try stamped.made(by: world.maker), expected: fine))
    var contract = world.draft()
    contract.name = world.company + "(合同专用章)"
    all.append(
      SealedSpecimen(
        name: "valid_contract.esl", bytes: try contract.made(by: world.maker),
        expected: ["signature": "valid", "owner": world.company, "purpose": "合同专用章"]))
    let text = PEMText.text(try world.draft().made(by: world.maker), label: "SEAL")
    all.append(SealedSpecimen(name: "valid_pem.esl", bytes: Array(text.utf8), expected: fine))
    return all
  }

  static func bad(_ world: SealWorld) throws -> [SealedSpecimen] {
    func made(_ by: KeyHolder? = nil, _ change: (inout SealDraft) -> Void) throws -> [UInt8] {
      var draft = world.draft()
      change(&draft)
      return try draft.made(by: by ?? world.maker)
    }
    let good = try made { _ in }
    let invalid = ["signature": "invalid"]
    var changedName = good
    let place = changedName.indices.first {
      changedName[$0...].starts(with: Array(world.company.utf8))
    }
    if let place { changedName[place + 5] ^= 1 }
    var changedValue = good
    changedValue[changedValue.count - 1] ^= 1
    let today = world.today
    return [
      SealedSpecimen(name: "tampered_name.esl", bytes: changedName, expected: invalid),
      SealedSpecimen(name: "tampered_signature.esl", bytes: changedValue, expected: invalid),
      SealedSpecimen(name: "truncated.esl", bytes: Array(good.dropLast(40)), expected: [:]),
      SealedSpecimen(name: "appended.esl", bytes: good + [0], expected: [:]),
      SealedSpecimen(
        name: "expired.esl",
        bytes: try made {
          $0.createdOn = today.adding(days: -390)
          $0.validFrom = today.adding(days: -390)
          $0.validTo = today.adding(days: -20)
        },
        expected: ["valid_to": today.adding(days: -20).day]),
      SealedSpecimen(
        name: "not_yet_valid.esl", bytes: try made { $0.validFrom = today.adding(days: 30) },
        expected: ["valid_from": today.adding(days: 30).day]),
      SealedSpecimen(
        name: "wrong_name.esl",
        bytes: try made {
          $0.name = SealWorld.otherCompany
          $0.signers = [world.otherSigner.certificate]
        },
        expected: ["signature": "valid", "owner": SealWorld.otherCompany]),
      SealedSpecimen(
        name: "name_differs.esl",
        bytes: try made { $0.signers = [world.otherSigner.certificate] },
        expected: ["owner": world.company, "signer": SealWorld.otherCompany]),
      SealedSpecimen(
        name: "rogue_maker.esl", bytes: try made(world.rogueMaker) { _ in },
        expected: ["signature": "valid", "chain": "untrusted"]),
      SealedSpecimen(
        name: "maker_expired.esl",
        bytes: try made(world.oldMaker) { $0.createdOn = today.adding(days: -1500) },
        expected: ["chain": "trusted", "maker_valid_to": today.adding(days: -1000).day]),
      SealedSpecimen(
        name: "signer_expired.esl",
        bytes: try made { $0.signers = [world.oldSigner.certificate] },
        expected: ["signer_valid_to": today.adding(days: -70).day]),
    ]
  }
}

extension Instant {
  /// The day in Asia/Shanghai, ISO.
  var day: String { shanghaiDate?.iso ?? "" }
}
