/// The closed list of what can go wrong with a file, with its texts.
///
/// Raw values are those of reports.
package enum NoticeCode: String, Sendable, CaseIterable {
  // Files.
  case fileUnreadable = "file_unreadable"
  case fileEmpty = "file_empty"
  case fileTooLarge = "file_too_large"
  case fileNotRegular = "file_not_regular"
  case symlinkOutside = "symlink_outside"
  case symlinkLoop = "symlink_loop"
  case tooManyFiles = "too_many_files"
  case submissionTooLarge = "submission_too_large"
  case nestingTooDeep = "nesting_too_deep"
  case looseFile = "loose_file"
  case fileNameNotText = "file_name_not_text"
  case fileLeftOut = "file_left_out"
  // Archives and rosters.
  case archiveDamaged = "archive_damaged"
  case archiveEncrypted = "archive_encrypted"
  case archiveRefused = "archive_refused"
  case nothingDelivered = "nothing_delivered"
  case nothingOpened = "nothing_opened"
  case rosterFolderMissing = "roster_folder_missing"
  case rosterRowMissing = "roster_row_missing"
  case rosterRowUnusable = "roster_row_unusable"
  case rosterColumnUnknown = "roster_column_unknown"
  case rosterConflict = "roster_conflict"
  case rosterNumberDamaged = "roster_number_damaged"
  // Reading.
  case mediaTypeUnsupported = "media_type_unsupported"
  case mediaTypeMislabelled = "media_type_mislabelled"
  case pictureDamaged = "picture_damaged"
  case pictureTruncated = "picture_truncated"
  case pictureTooLarge = "picture_too_large"
  case pictureBlank = "picture_blank"
  case pdfDamaged = "pdf_damaged"
  case pdfEncrypted = "pdf_encrypted"
  case pdfTooManyPages = "pdf_too_many_pages"
  case wordDamaged = "word_damaged"
  case wordEncrypted = "word_encrypted"
  case wordRefused = "word_refused"
  case wordPartUnread = "word_part_unread"
  case wordFormatOld = "word_format_old"
  case pageUnreadable = "page_unreadable"
  case readerCrashed = "reader_crashed"
  case readerTimeout = "reader_timeout"
  case readerOutOfMemory = "reader_out_of_memory"
  case readingTimeSpent = "reading_time_spent"
  case kindUnknown = "kind_unknown"
  case kindAmbiguous = "kind_ambiguous"
  case fieldUnread = "field_unread"
  case fieldBlank = "field_blank"
  case fieldAbsent = "field_absent"
  case moreFramesIgnored = "more_frames_ignored"
  case textLayerDiffers = "text_layer_differs"
  // Charts and lists.
  case chartDamaged = "chart_damaged"
  case chartRefused = "chart_refused"
  case chartEncrypted = "chart_encrypted"
  case chartMissing = "chart_missing"
  case chartPartUnread = "chart_part_unread"
  case chartLinkLeftOut = "chart_link_left_out"
  case contactsHeaderMissing = "contacts_header_missing"
  case spreadsheetUnread = "spreadsheet_unread"
  case tableCut = "table_cut"
  case cellTooLong = "cell_too_long"
  case quoteUnclosed = "quote_unclosed"
  case formulasNotComputed = "formulas_not_computed"
  case linksNotFollowed = "links_not_followed"
  case macrosNotRun = "macros_not_run"
  // Evidence of DNS and TLS.
  case dnsLineUnread = "dns_line_unread"
  case dnsIncludeRefused = "dns_include_refused"
  case dnsQueryFailed = "dns_query_failed"
  case dnsAnsweredElsewhere = "dns_answered_elsewhere"
  case dnsAnswerTruncated = "dns_answer_truncated"
  case dnsAnswersDiffer = "dns_answers_differ"
  case dnsOwnerUnknown = "dns_owner_unknown"
  case dnsOriginUnknown = "dns_origin_unknown"
  case dnsListIncomplete = "dns_list_incomplete"
  case dnsRecordsDisabled = "dns_records_disabled"
  case dnsOtherNetworks = "dns_other_networks"
  case dnsNameMistaken = "dns_name_mistaken"
  case dnsDomainUnknown = "dns_domain_unknown"
  case dnsDomainAssumed = "dns_domain_assumed"
  case dnsSeveralDomains = "dns_several_domains"
  case dnsOtherDomains = "dns_other_domains"
  case dnsTooManyRecords = "dns_too_many_records"
  case certificateUnread = "certificate_unread"
  case certificateNotShown = "certificate_not_shown"
  // Seals and signatures.
  case sealDamaged = "seal_damaged"
  case signatureDamaged = "signature_damaged"
  case signatureUnsupported = "signature_unsupported"
  case signerNotProved = "signer_not_proved"
  case chainUntrusted = "chain_untrusted"
  case ofdDamaged = "ofd_damaged"
  case ofdPartDamaged = "ofd_part_damaged"
  case ofdIrregular = "ofd_irregular"
  case drawingIncomplete = "drawing_incomplete"
  // Declarations.
  case declarationMissing = "declaration_missing"
  case declarationInvalid = "declaration_invalid"
  case declarationSlip = "declaration_slip"
  case declarationValueCut = "declaration_value_cut"
  case declarationMisspelt = "declaration_misspelt"
  case declarationUnknownKey = "declaration_unknown_key"
  case declarationBadValue = "declaration_bad_value"
  case declarationDuplicate = "declaration_duplicate"
  case declarationWordMistaken = "declaration_word_mistaken"
  case channelUndeclared = "channel_undeclared"
  case packsLeftOut = "packs_left_out"
  // Waivers.
  case waiversInvalid = "waivers_invalid"
  case waiverUnknownRule = "waiver_unknown_rule"
  case waiverExpired = "waiver_expired"
  case waiverNotYet = "waiver_not_yet"
  case waiverUnused = "waiver_unused"
  case waiverNotAllowed = "waiver_not_allowed"
  // What persons confirm.
  case confirmedByPerson = "confirmed_by_person"
  case confirmationInvalid = "confirmation_invalid"
  case confirmationStale = "confirmation_stale"
  // Live lookups.
  case liveLookupFailed = "live_lookup_failed"
  case liveDomainUnknown = "live_domain_unknown"
  case liveQuestionsCut = "live_questions_cut"
  case liveSelectorsUnknown = "live_selectors_unknown"

  /// Whether a page or a file was lost, so that the submission is at best `review`.
  package var losesContent: Bool {
    switch self {
    case .spreadsheetUnread, .chartDamaged, .chartRefused, .chartEncrypted, .chartPartUnread,
      .contactsHeaderMissing,
      .tableCut, .cellTooLong, .quoteUnclosed:
      true
    case .dnsLineUnread, .dnsIncludeRefused, .dnsTooManyRecords, .certificateUnread: true
    case .certificateNotShown: false
    case .dnsQueryFailed, .dnsAnsweredElsewhere, .dnsAnswerTruncated, .dnsAnswersDiffer,
      .dnsOwnerUnknown,
      .dnsOriginUnknown, .dnsListIncomplete, .dnsRecordsDisabled, .dnsOtherNetworks,
      .dnsNameMistaken, .dnsDomainUnknown, .dnsDomainAssumed, .dnsSeveralDomains, .dnsOtherDomains:
      false
    case .chartLinkLeftOut, .chartMissing, .formulasNotComputed, .linksNotFollowed, .macrosNotRun:
      false
    case .fileLeftOut, .archiveDamaged, .archiveEncrypted, .archiveRefused, .nothingDelivered,
      .nothingOpened, .rosterFolderMissing,
      .fileUnreadable, .fileEmpty, .fileTooLarge, .fileNotRegular, .symlinkOutside,
      .symlinkLoop, .tooManyFiles, .submissionTooLarge, .nestingTooDeep, .mediaTypeUnsupported,
      .pictureDamaged,
      .pictureTruncated, .pictureTooLarge, .pdfDamaged, .pdfEncrypted, .pdfTooManyPages,
      .wordDamaged, .wordEncrypted, .wordRefused, .wordPartUnread, .wordFormatOld,
      .moreFramesIgnored,
      .pageUnreadable, .readerCrashed, .readerTimeout, .readerOutOfMemory, .readingTimeSpent,
      .sealDamaged, .signatureDamaged, .ofdDamaged, .ofdPartDamaged:
      true
    case .rosterRowMissing, .rosterRowUnusable, .rosterColumnUnknown, .rosterConflict,
      .looseFile, .fileNameNotText, .mediaTypeMislabelled, .pictureBlank,
      .kindUnknown,
      .kindAmbiguous, .fieldUnread, .fieldBlank, .fieldAbsent,
      .textLayerDiffers,
      .signatureUnsupported, .ofdIrregular, .signerNotProved, .chainUntrusted, .drawingIncomplete,
      .declarationMissing,
      .declarationInvalid, .declarationSlip, .declarationUnknownKey, .declarationDuplicate,
      .declarationWordMistaken, .channelUndeclared, .packsLeftOut, .waiversInvalid,
      .waiverUnknownRule,
      .waiverExpired, .waiverNotYet,
      .waiverUnused, .waiverNotAllowed, .confirmedByPerson, .confirmationInvalid,
      .confirmationStale:
      false
    // What was declared is not known, so its rules have nothing to say.
    case .declarationBadValue, .declarationMisspelt, .declarationValueCut, .rosterNumberDamaged:
      true
    case .liveLookupFailed, .liveDomainUnknown, .liveQuestionsCut, .liveSelectorsUnknown: false
    }
  }

  /// Whether another try on the same bytes may do better: what it tells of is not kept for later runs.
  package var isTransient: Bool {
    switch self {
    case .readerCrashed, .readerTimeout, .readerOutOfMemory, .readingTimeSpent, .pageUnreadable:
      true
    default: false
    }
  }
}
