/// The number of a foreign permanent resident's identity card, of either generation.
///
/// Since 2023-12-01: `9`, 2 digits region, 3 digits nationality (ISO 3166 numeric), 8 birth date, 3 serial,
/// check character by MOD 11-2. Of 2017: 3 letters nationality, 4 digits region, 6 birth date, 1 serial, check
/// digit by ICAO 9303 (weights 7, 3, 1).
package struct ForeignPermanentResidentNumber: Hashable, Sendable {
  package enum Generation: Hashable, Sendable { case of2017, of2023 }

  package let text: String
  package let generation: Generation

  /// Reads a number after folding width, case, spaces and hyphens; `nil` unless it has one of the forms.
  package init?(_ text: String) {
    let folded = CodeText.folded(text)
    if folded.count == 18, folded.hasPrefix("9"), CodeText.digits(folded.dropLast()) != nil,
      let last = folded.last, last == "X" || CodeText.digit(last) != nil
    {
      generation = .of2023
    } else if folded.count == 15, folded.prefix(3).allSatisfy({ "A"..."Z" ~= $0 }),
      CodeText.digits(folded.dropFirst(3)) != nil
    {
      generation = .of2017
    } else {
      return nil
    }
    self.text = folded
  }

  package var isCheckRight: Bool {
    switch generation {
    case .of2023: ModElevenTwo.checkCharacter(ofBody: String(text.prefix(17))) == text.last
    case .of2017: Self.machineReadableCheckDigit(ofBody: text.prefix(14)) == text.last
    }
  }

  /// The birth date; `nil` where the digits name no day.
  ///
  /// The 2017 form has two digits of the year: read as 19xx, and as 20xx for a 29 February of 2000 alone.
  package var birthDate: CalendarDate? {
    switch generation {
    case .of2023: CodeText.birthDate(text.dropFirst(6).prefix(8))
    case .of2017:
      CodeText.birthDate("19" + text.dropFirst(7).prefix(6))
        ?? CodeText.birthDate("20" + text.dropFirst(7).prefix(6))
    }
  }

  /// Whether check character, birth date, region and nationality are right.
  package var isValid: Bool {
    guard isCheckRight, birthDate != nil else { return false }
    switch generation {
    case .of2023:
      return ProvinceCode.isListed(text.dropFirst().prefix(2))
        && Self.nationalities.contains(text.dropFirst(3).prefix(3))
    case .of2017:
      return ProvinceCode.isListed(text.dropFirst(3).prefix(2))
        && Self.letterNationalities.contains(text.prefix(3))
    }
  }

  private static func machineReadableCheckDigit(ofBody body: Substring) -> Character? {
    var sum = 0
    for (index, character) in body.enumerated() {
      guard let value = character.wholeNumberValue ?? letterValue(character) else { return nil }
      sum += value * [7, 3, 1][index % 3]
    }
    return Array("0123456789")[sum % 10]
  }

  private static func letterValue(_ character: Character) -> Int? {
    character.asciiValue.map { Int($0) - 0x41 + 10 }
  }

  private static let nationalities = Set(
    """
    004 008 010 012 016 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070 072
    074 076 084 086 090 092 096 100 104 108 112 116 120 124 132 136 140 144 148 152 156 158 162
    166 170 174 175 178 180 184 188 191 192 196 203 204 208 212 214 218 222 226 231 232 233 234
    238 239 242 246 248 250 254 258 260 262 266 268 270 275 276 288 292 296 300 304 308 312 316
    320 324 328 332 334 336 340 344 348 352 356 360 364 368 372 376 380 384 388 392 398 400 404
    408 410 414 417 418 422 426 428 430 434 438 440 442 446 450 454 458 462 466 470 474 478 480
    484 492 496 498 499 500 504 508 512 516 520 524 528 531 533 534 535 540 548 554 558 562 566
    570 574 578 580 581 583 584 585 586 591 598 600 604 608 612 616 620 624 626 630 634 638 642
    643 646 652 654 659 660 662 663 666 670 674 678 682 686 688 690 694 702 703 704 705 706 710
    716 724 728 729 732 740 744 748 752 756 760 762 764 768 772 776 780 784 788 792 795 796 798
    800 804 807 818 826 831 832 833 834 840 850 854 858 860 862 876 882 887 894
    """.split(whereSeparator: \.isWhitespace))

  private static let letterNationalities = Set(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD
    BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR
    COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH
    ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL
    GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR
    JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR
    MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL
    NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY
    PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP
    SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA
    UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    """.split(whereSeparator: \.isWhitespace))
}
