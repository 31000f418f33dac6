import MailDNS
import Model
import Testing

/// Public keys made for these tests.
enum TestKeys {
  static let rsa512 =
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMDqex4mUgET/hej4l7mBq3oQOVAMZmBF3d0kdFzMk+Sta+cxCXFGQteBZ"
    + "SYUZFISBBa5l7Kn2o4L9RYURKsch0CAwEAAQ=="
  static let rsa1024 =
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCiPW5o3qnOiEUB0QgyDq84zmiSugpsBTZKpzApCkq5QTGIE87RHs"
    + "O74+wurzethq0QpPLAF4Vsa7RUrYgj5pVfKzwnUBppx41LvKNw/7s8ecY87623UjtLdIer4peOMp5/U76fQsYLggZC"
    + "g0HfIutxk6od/ZxQKobcq2gDrJ6nCQIDAQAB"
  static let rsa2048 =
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmdIRxPl0xGdE9s1eOB72FpFcF+tR9NDoC3kTDRlrEC22cR"
    + "riNdJMC31QPGR0xKsE0VwtRB4H7i0P2Q5y5DDkTN/Gk21aX7pw/6cbLh1KesvPm8jQOTJtL2sg8CZRot31fN8+s/35"
    + "vkC/qreoevvEluDueXthJXLJ3XwCpBoCdI3MZE+9RokF3QkOeG4sBUc0fZKmfCdsmVT+DtkYMLBAtCb/PnorzxWf6k"
    + "Xo3mAb9dysvYCnY+k+ntV+mg1S/PE5Mr9MEKk7L8NWOqKKEYNa8qGMUMLSBU0hDv9ltjSDTak6j+ms1nnEv0ko5wx0"
    + "KJxhbJj2+nwcB5HYUuJYdX2TAQIDAQAB"
  static let bareRSA =
    "MIGJAoGBAKI9bmjeqc6IRQHRCDIOrzjOaJK6CmwFNkqnMCkKSrlBMYgTztEew7vj7C6vN62GrRCk8sAXhWxrtFStiC"
    + "PmlV8rPCdQGmnHjUu8o3D/uzx5xjzvrbdSO0t0h6vil44ynn9Tvp9CxguCBkKDQd8i63GTqh39nFAqhtyraAOsnqcJ"
    + "AgMBAAE="
  static let wrappedEd25519 = "MCowBQYDK2VwAyEASvUDuq7ls6jVkNKWiM3bpWD4uW/1n0Qb6LnH8gUKc08="
  static let ed25519 = "SvUDuq7ls6jVkNKWiM3bpWD4uW/1n0Qb6LnH8gUKc08="
  static let ellipticCurve =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEjBQ9RiW68FxI9Ve9tu72/qsoUaSF/5wf2s54unvdUWkov84hXRpyO2"
    + "Pav3tuGlIOhXpPlaQRjcVHuAGRWD9Z4g=="
}

@Suite struct DKIMRecordTests {
  /// RFC 8463: strong enough by itself, but not every receiver knows it.
  @Test(
    arguments: [
      (["s1": "k=ed25519; p=" + TestKeys.ed25519], ["ed25519"], nil, ["dkim_only_ed25519: s1"]),
      (
        [
          "s1": "k=ed25519; p=" + TestKeys.ed25519, "s2": "k=ed25519; p=" + TestKeys.ed25519,
          "s3": "p=",
        ], ["ed25519"], nil, ["dkim_revoked: s3", "dkim_only_ed25519: s1, s2"]
      ),
      (
        ["s1": "k=ed25519; p=" + TestKeys.ed25519, "s2": "p=" + TestKeys.rsa2048],
        ["ed25519", "rsa"], 2048, []
      ),
      (["s1": "p=" + TestKeys.rsa2048], ["rsa"], 2048, []),
      (["s1": "p="], [], nil, ["dkim_revoked: s1"]),
    ] as [([String: String], [String], Int?, [String])])
  func tellsKindsOfKeys(
    _ keys: [String: String], _ types: [String], _ bits: Int?, _ defects: [String]
  ) throws {
    var set = RecordSet()
    for (selector, text) in keys {
      set.add(
        DNSRecord(
          owner: try DomainName(selector + "._domainkey.e.com"), data: .txt([text]),
          origin: TestZone.origin))
    }
    let survey = DKIMSurvey(of: try DomainName("e.com"), set, selectors: [], in: set)
    #expect(survey.types == types)
    #expect(survey.bits == bits)
    #expect(survey.defects.map(\.text) == defects)
  }

  static func record(_ text: String) -> DKIMRecord {
    DKIMRecord(text, selector: "s1", origin: TestZone.origin)
  }

  @Test(
    arguments: [
      ("v=DKIM1; k=rsa; p=" + TestKeys.rsa2048, DKIMKey.rsa(bits: 2048), []),
      ("p=" + TestKeys.rsa2048, .rsa(bits: 2048), []),
      ("v=DKIM1;t=s;p=" + TestKeys.rsa2048 + ";", .rsa(bits: 2048), []),
      ("v=DKIM1; k=rsa; p=" + TestKeys.rsa1024, .rsa(bits: 1024), ["dkim_weak_key: s1: 1024"]),
      ("v=DKIM1; k=rsa; p=" + TestKeys.rsa512, .rsa(bits: 512), ["dkim_short_key: s1: 512"]),
      ("v=DKIM1; k=ed25519; p=" + TestKeys.ed25519, .ed25519, []),
      (
        "v=DKIM1; p=" + TestKeys.bareRSA, .rsa(bits: 1024),
        ["dkim_bare_rsa_key: s1: 1024", "dkim_weak_key: s1: 1024"]
      ),
      ("v=DKIM1; t=y:s; p=" + TestKeys.rsa2048, .rsa(bits: 2048), ["dkim_testing: s1"]),
      ("v=DKIM1; h=sha1; p=" + TestKeys.rsa2048, .rsa(bits: 2048), ["dkim_sha1: s1: h=sha1"]),
      (
        "v=DKIM1; s=tlsrpt; p=" + TestKeys.rsa2048, .rsa(bits: 2048), ["dkim_service: s1: s=tlsrpt"]
      ),
      ("k=rsa; v=DKIM1; p=" + TestKeys.rsa2048, .rsa(bits: 2048), ["dkim_version: s1: v=DKIM1"]),
      ("v=DKIM1; 公钥; p=" + TestKeys.rsa2048, .rsa(bits: 2048), ["dkim_syntax: s1: 公钥"]),
    ] as [(String, DKIMKey, [String])])
  func readsKeys(_ text: String, _ key: DKIMKey, _ defects: [String]) {
    let record = Self.record(text)
    #expect(record.key == key)
    #expect(record.defects.map(\.text) == defects)
  }

  @Test(arguments: [
    ("v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEH...", ["dkim_pkcs7: s1"]),
    ("v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEHAQUAA4GNADCBiQKBgQ==", ["dkim_pkcs7: s1"]),
    ("v=DKIM1; k=rsa; p=", ["dkim_revoked: s1"]), ("v=DKIM1; k=rsa", ["dkim_key_missing: s1"]),
    ("v=DKIM1; p=MIGfMA0…", ["dkim_not_base64: s1"]),
    ("v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", ["dkim_not_a_key: s1"]),
    ("v=DKIM1; p=" + TestKeys.ellipticCurve, ["dkim_not_a_key: s1"]),
    ("v=DKIM1; p=" + TestKeys.wrappedEd25519, ["dkim_not_a_key: s1"]),
    ("v=DKIM1; k=ed25519; p=" + TestKeys.wrappedEd25519, ["dkim_key_type: s1: k=ed25519"]),
    ("v=DKIM1; p=MAwCAQACAQUCAQMCAQc=", ["dkim_certificate: s1"]),
    ("v=DKIM1; p=MAcwADAAAwEA", ["dkim_certificate: s1"]),
    ("v=DKIM1；k=rsa；p=abcd", ["dkim_version: s1: v=DKIM1；k=rsa；p=abcd", "dkim_key_missing: s1"]),
  ])
  func refusesWhatIsNoKey(_ text: String, _ defects: [String]) {
    let record = Self.record(text)
    #expect(record.key == nil && !record.isUsable)
    #expect(record.defects.map(\.text) == defects)
  }

  @Test func takesSpacesOutOfTheKey() {
    let broken = TestKeys.rsa1024.enumerated().map { $0 % 64 == 63 ? "\($1) " : "\($1)" }.joined()
    #expect(Self.record("v=DKIM1; p=" + broken).key == .rsa(bits: 1024))
  }

  @Test func survivesMutations() {
    var random = Seeded(state: 5)
    let records = [
      "v=DKIM1; k=rsa; t=s; p=" + TestKeys.rsa1024, "v=DKIM1; k=ed25519; p=" + TestKeys.ed25519,
    ]
    for round in 0..<3_000 {
      let text = SPFMutationTests.mutated(records[round % 2], &random)
      let record = Self.record(text)
      #expect(record.isUsable == false || record.key != nil)
      #expect(record.defects.allSatisfy { ($0.offset ?? 0) <= text.unicodeScalars.count })
    }
  }

  @Test func findsSelectorsInEvidence() throws {
    var zone = try TestZone(
      "s1._domainkey.e.com CNAME s1.provider.net", "s2._domainkey.e.com TXT \"v=DKIM1; p=\"",
      "_domainkey.e.com TXT \"o=~\"")
    try zone.add("s1.provider.net TXT \"v=DKIM1; p=\(TestKeys.rsa1024)\"")
    let survey = DKIMSurvey(
      of: try DomainName("e.com"), zone.set, selectors: ["S3"], in: zone.set)
    #expect(survey.keys.map(\.selector) == ["s1", "s2"])
    #expect(survey.bits == 1024)
    #expect(survey.questions.map(\.text) == ["TXT s3._domainkey.e.com"])
  }
}
