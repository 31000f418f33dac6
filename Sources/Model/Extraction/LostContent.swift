extension NoticeCode {
  /// What may have been lost with what the notice tells of; `nil` where nothing was that could be a document.
  ///
  /// A file whose content was decoded and understood in part hides what its own kind would be and nothing else.
  package var mayHide: HidingFile.Contents? {
    switch self {
    case .fileUnreadable, .fileEmpty, .fileTooLarge, .fileNotRegular, .symlinkOutside, .symlinkLoop,
      .archiveDamaged, .archiveEncrypted, .archiveRefused, .mediaTypeUnsupported, .pictureDamaged,
      .pictureTruncated, .pictureTooLarge, .pdfDamaged, .pdfEncrypted, .pdfTooManyPages,
      .pageUnreadable, .readerCrashed, .readerTimeout, .readerOutOfMemory, .readingTimeSpent,
      .submissionTooLarge, .ofdDamaged,
      .ofdPartDamaged, .chartDamaged, .chartRefused, .chartEncrypted, .wordDamaged, .wordEncrypted,
      .wordRefused, .wordPartUnread, .wordFormatOld, .moreFramesIgnored, .tooManyFiles,
      .nestingTooDeep:
      .anything
    case .contactsHeaderMissing: .kinds([.contacts])
    case .spreadsheetUnread, .tableCut, .cellTooLong, .quoteUnclosed:
      .kinds([.contacts, .orgChart])
    case .chartPartUnread: .kinds([.orgChart])
    case .certificateUnread: .kinds([.tlsCertificate])
    case .dnsLineUnread, .dnsIncludeRefused, .dnsTooManyRecords: .kinds([.dnsRecords])
    case .sealDamaged, .signatureDamaged: .kinds([.electronicSeal, .signature])
    // Said of what was read, of what is no material, or of no file of the submission.
    case .looseFile, .fileNameNotText, .fileLeftOut,
      .nothingDelivered, .nothingOpened, .rosterFolderMissing, .rosterRowMissing,
      .rosterRowUnusable, .rosterColumnUnknown,
      .rosterConflict, .rosterNumberDamaged, .mediaTypeMislabelled, .pictureBlank, .kindUnknown,
      .kindAmbiguous, .fieldUnread, .fieldBlank, .fieldAbsent, .textLayerDiffers, .chartMissing,
      .chartLinkLeftOut, .formulasNotComputed, .linksNotFollowed, .macrosNotRun, .dnsQueryFailed,
      .dnsAnsweredElsewhere, .dnsAnswerTruncated, .dnsAnswersDiffer, .dnsOwnerUnknown,
      .dnsOriginUnknown, .dnsListIncomplete, .dnsRecordsDisabled, .dnsOtherNetworks,
      .dnsNameMistaken, .dnsDomainUnknown, .dnsDomainAssumed, .dnsSeveralDomains,
      .dnsOtherDomains, .certificateNotShown, .signatureUnsupported, .signerNotProved,
      .chainUntrusted, .ofdIrregular, .drawingIncomplete, .declarationMissing,
      .declarationInvalid, .declarationSlip, .declarationValueCut, .declarationMisspelt,
      .declarationUnknownKey, .declarationBadValue, .declarationDuplicate,
      .declarationWordMistaken, .channelUndeclared, .packsLeftOut, .waiversInvalid,
      .waiverUnknownRule,
      .waiverExpired, .waiverNotYet, .waiverUnused, .waiverNotAllowed, .confirmedByPerson,
      .confirmationInvalid, .confirmationStale, .liveLookupFailed, .liveDomainUnknown,
      .liveQuestionsCut, .liveSelectorsUnknown:
      nil
    }
  }

  /// Whether the whole file was lost, rather than a part or a page of it.
  package var losesFile: Bool {
    switch self {
    case .pageUnreadable, .pdfTooManyPages, .ofdPartDamaged, .wordPartUnread, .moreFramesIgnored:
      false
    default: mayHide == .anything
    }
  }
}

extension [Extraction] {
  /// Whether there are files, and none of them could be opened.
  package var areAllUnopened: Bool {
    !isEmpty
      && allSatisfy { extraction in
        extraction.documents.isEmpty && extraction.notices.contains { $0.code.losesFile }
      }
  }
}

extension Notice {
  /// The kinds that the page it tells of resembles, or could be as well.
  package var resembledKinds: Set<MaterialKind> {
    guard let listed = details[Self.resembledDetail] else { return [] }
    return Set(listed.split(separator: ",").map { MaterialKind(rawValue: String($0)) })
  }

  /// Returns the detail that lists them; none where there are none.
  package static func resembled(_ kinds: [MaterialKind]) -> [String: String] {
    kinds.isEmpty ? [:] : [resembledDetail: kinds.map(\.rawValue).joined(separator: ",")]
  }

  private static let resembledDetail = "resembles"
}
