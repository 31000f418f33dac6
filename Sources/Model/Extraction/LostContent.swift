extension NoticeCode {
  /// What may have been lost with what the notice tells of; `nil` where nothing was that could be a document.
  ///
  /// A file whose content was decoded and understood in part hides what its own kind would be and nothing else.
  package var mayHide: HidingFile.Contents? {
    switch self {
    case .fileUnreadable, .fileEmpty, .fileTooLarge, .fileNotRegular, .symlinkOutside, .symlinkLoop,
      .archiveDamaged, .archiveEncrypted, .archiveRefused, .mediaTypeUnsupported, .pictureDamaged,
      .pictureTruncated, .pictureTooLarge, .pdfDamaged, .pdfEncrypted, .pdfTooManyPages,
      .pageUnreadable, .readerCrashed, .readerTimeout, .readerOutOfMemory, .ofdDamaged,
      .ofdPartDamaged, .chartDamaged, .chartRefused, .chartEncrypted:
      .anything
    case .contactsHeaderMissing: .kinds([.contacts])
    case .spreadsheetUnread: .kinds([.contacts, .orgChart])
    case .chartPartUnread: .kinds([.orgChart])
    case .certificateUnread: .kinds([.tlsCertificate])
    case .dnsLineUnread, .dnsIncludeRefused, .dnsTooManyRecords: .kinds([.dnsRecords])
    case .sealDamaged, .signatureDamaged: .kinds([.electronicSeal, .signature])
    default: nil
    }
  }

  /// Whether the whole file was lost, rather than a part or a page of it.
  package var losesFile: Bool {
    switch self {
    case .pageUnreadable, .pdfTooManyPages, .ofdPartDamaged: false
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
