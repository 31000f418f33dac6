extension NoticeCode {
  /// What happened and what to do, with `{file}`, `{page}` and the code's own placeholders.
  package var text: LocalizedText {
    switch self {
    case .fileUnreadable:
      text(
        "无法打开文件（{reason}）。请检查路径和读取权限后重试。",
        "the file cannot be opened ({reason}); check its path and permissions and run again")
    case .fileEmpty:
      text("文件为 0 字节。请重新导出或上传。", "the file is empty (0 bytes); export or scan it again")
    case .fileTooLarge:
      text(
        "文件 {size} 字节，超过上限 {limit} 字节，未读取。请压缩或拆分。",
        "the file has {size} bytes, more than the limit of {limit}; not read. Compress or split it")
    case .fileNotRegular:
      text(
        "不是普通文件（{type}），未读取。请换成普通文件。",
        "not a regular file ({type}); not read. Replace it by a regular file")
    case .symlinkOutside:
      text(
        "符号链接通向所在提交或批次之外的内容，未读取。请把文件复制到应在的目录。",
        "a symbolic link to what lies outside of this submission, or beside it in the batch; not followed. Copy the file to where it belongs"
      )
    case .symlinkLoop:
      text("符号链接形成循环，未读取。请删除该链接。", "a symbolic link that loops; not followed. Remove it")
    case .tooManyFiles:
      text(
        "文件超过 {limit} 个，其余未读取。请拆分目录。",
        "more than {limit} files; the rest is not read. Split the folder")
    case .submissionTooLarge:
      text(
        "该提交的文件连同压缩包内的内容超过上限（{reason}），从这里起未读取。请拆分，或只留下材料。",
        "the files of this submission, with what its archives hold, exceed a limit ({reason}); from here on nothing is read. Split it, or leave the materials alone"
      )
    case .nestingTooDeep:
      text(
        "目录层级超过 {limit} 层，未读取。请减少层级。",
        "folders nested more than {limit} deep; not read. Flatten them")
    case .looseFile:
      text(
        "批次目录下的散落文件，不属于任何提交，未读取。请移入对应公司的目录。",
        "a loose file in a batch folder belongs to no submission; not read. Move it into a company's folder"
      )
    case .fileNameNotText:
      text(
        "文件名不是有效的 UTF-8，已用 {name} 显示。请重命名。",
        "the file name is not valid UTF-8 and is shown as {name}; rename it")
    case .fileLeftOut:
      text(
        "未读取：{reason}。如是材料，请改名后重新提交；不需要则删去。",
        "not read: {reason}. If it is a material, give it another name; else delete it")
    case .archiveDamaged:
      text(
        "压缩包或其中的文件损坏，无法解压（{reason}）。请重新打包。",
        "the archive, or this file in it, is damaged and cannot be unpacked ({reason}); pack it again"
      )
    case .archiveEncrypted:
      text(
        "压缩包或其中的文件已加密，未读取。请去掉密码后重新打包。",
        "the archive, or this file in it, needs a password; not read. Pack it without")
    case .archiveRefused:
      text(
        "未解压：{reason}。请整理后重新打包，或直接放入文件。",
        "not unpacked: {reason}. Pack it differently, or put the files in as they are")
    case .nothingDelivered:
      text(
        "目录里没有材料文件，什么也没有核对。请放入营业执照、身份证等材料后重新检查。",
        "there is no file with a material in the folder, so nothing was checked; put the license, ID cards and so on into it, and check again"
      )
    case .nothingOpened:
      text(
        "{count} 个文件都打不开，什么也没有核对。{reasons}",
        "none of the {count} files can be opened, so nothing was checked. {reasons}")
    case .rosterFolderMissing:
      text(
        "名册第 {line} 行的目录「{folder}」不存在，什么也没有核对。{question}请补交材料，或更正名册。",
        "row {line} of the roster names the folder \"{folder}\", which is not there; nothing was checked. {question}Deliver it, or correct the roster"
      )
    case .rosterRowMissing:
      text(
        "名册中没有这个目录。{question}请在名册中补一行，或确认它不属于本批。",
        "the roster has no row for this folder. {question}Add one, or see whether it belongs to the batch"
      )
    case .rosterRowUnusable:
      text(
        "名册第 {line} 行未采用（{reason}）。请更正。",
        "row {line} of the roster was not used ({reason}); correct it")
    case .rosterColumnUnknown:
      text(
        "名册的列「{column}」不是申报项，未采用。{suggestion}",
        "the roster's column \"{column}\" is no key of declarations and was not used. {suggestion}")
    case .rosterConflict:
      text(
        "{key}：名册（第 {line} 行）与该目录的申报文件不一致，以申报文件为准。请统一。",
        "{key}: the roster (row {line}) and the folder's declaration differ; the declaration counts. Make them agree"
      )
    case .rosterNumberDamaged:
      text(
        "名册第 {line} 行「{column}」被电子表格改成了数字，15 位以后的数字已丢失，未采用。请将该列设为文本后重新填写。",
        "row {line}, column \"{column}\": the spreadsheet made it a number and lost all digits beyond 15; not used. Format the column as text and enter it again"
      )
    case .mediaTypeUnsupported:
      text(
        "内容无法识别为可读取的格式（看起来是 {found}）。请提供图片或 PDF。",
        "the content is no format that can be read (it looks like {found}); supply a picture or a PDF"
      )
    case .mediaTypeMislabelled:
      text(
        "扩展名 {extension} 与内容 {found} 不符，已按内容读取。请改正扩展名，平台可能拒收。",
        "the extension {extension} does not fit the content, {found}; read by content. Correct the name: platforms may refuse it"
      )
    case .pictureDamaged:
      text(
        "图片损坏，无法解码（{reason}）。请重新导出。",
        "the picture is damaged and cannot be decoded ({reason}); export it again")
    case .pictureTruncated:
      text(
        "图片不完整（文件被截断），未采用。请重新上传完整文件。",
        "the picture is cut short (truncated file); not used. Supply the whole file")
    case .pictureTooLarge:
      text(
        "图片 {width} x {height} 像素，超过上限 {limit} 像素，未读取。请缩小。",
        "the picture has {width} x {height} pixels, more than the limit of {limit}; not read. Scale it down"
      )
    case .pictureBlank:
      text(
        "第 {page} 页没有找到文字。请确认不是空白页。",
        "no text was found on page {page}; make sure that it is not blank")
    case .pdfDamaged:
      text(
        "PDF 损坏，无法打开（{reason}）。请重新导出。",
        "the PDF is damaged and cannot be opened ({reason}); export it again")
    case .pdfEncrypted:
      text(
        "PDF 已加密，需要口令，未读取。请提供不加密的文件。",
        "the PDF is encrypted and needs a password; not read. Supply it without encryption")
    case .pdfTooManyPages:
      text(
        "PDF 共 {pages} 页，只读取前 {limit} 页。请拆分，只保留所需材料。",
        "the PDF has {pages} pages; only the first {limit} are read. Split it and keep only the materials"
      )
    case .wordDamaged:
      text(
        "Word 文件损坏，无法打开（{reason}）。请在 Word 或 WPS 中打开后另存为 .docx 或 PDF。",
        "the Word file is damaged and cannot be opened ({reason}); open it in Word or WPS and save it as .docx or PDF"
      )
    case .wordEncrypted:
      text(
        "Word 文件有密码保护，未读取。请提供不加密的文件。",
        "the Word file needs a password; not read. Supply it without one")
    case .wordRefused:
      text(
        "Word 文件含有正常文件不需要的内容，未读取（{reason}）。请另存为 PDF 后提交。",
        "the Word file holds what no letter needs and was not read ({reason}); save it as PDF")
    case .wordPartUnread:
      text(
        "Word 文件中有内容未读取：{what}。请把这部分另存为 PDF 提交。",
        "something in the Word file was not read: {what}; hand that part in as a PDF")
    case .wordFormatOld:
      text(
        "旧版 Word、WPS 或 RTF 格式（.doc、.wps、.rtf），未读取。请在 Word 或 WPS 中另存为 .docx 或 PDF 后提交。",
        "an old format of Word, WPS or RTF (.doc, .wps, .rtf), not read; save it as .docx or PDF in Word or WPS"
      )
    case .pageUnreadable:
      text(
        "第 {page} 页无法读取（{reason}）。请重新导出该页。",
        "page {page} cannot be read ({reason}); export that page again")
    case .readerCrashed:
      text(
        "读取该文件时读取进程崩溃（{reason}），已更换进程，其余文件不受影响。请重新导出该文件。",
        "the reader crashed on this file ({reason}) and was replaced; other files are not affected. Export the file again"
      )
    case .readerTimeout:
      text(
        "读取该文件超过 {seconds} 秒，已中止。请缩小或拆分该文件。",
        "reading this file took more than {seconds} s and was stopped; make it smaller or split it")
    case .readingTimeSpent:
      text(
        "读取该提交已用去 {seconds} 秒，该文件未读取。请先处理读取超时的文件，再单独检查其余文件。",
        "reading this submission has taken {seconds} s already, and this file was not read; first see to the files that took too long, then check the rest by themselves"
      )
    case .readerOutOfMemory:
      text(
        "读取该文件所需内存超过上限，已中止。请缩小或拆分该文件。",
        "reading this file needs more memory than allowed and was stopped; make it smaller or split it"
      )
    case .kindUnknown:
      text(
        "第 {page} 页不像任何已知材料，未提取字段。请确认文件是否放错；若是所需材料，请换一份更清晰完整的。",
        "page {page} looks like no known material; nothing was taken from it. Check whether it belongs here; if it is one of the materials, supply a clearer or more complete copy"
      )
    case .kindAmbiguous:
      text(
        "第 {page} 页可能是 {kinds}，按最可能的一种读取。请人工确认。",
        "page {page} could be {kinds}; read as the likeliest. Have a person confirm")
    case .fieldUnread:
      text(
        "第 {page} 页的「{field}」未能读出。照片或扫描件请换一份该处清晰、无反光的；电子文件请核对该处是否确有内容。",
        "\"{field}\" on page {page} could not be read; of a photo or scan supply one with that place sharp and free of glare, of an electronic file see whether anything stands there"
      )
    case .fieldBlank:
      text(
        "第 {page} 页的「{field}」处是空白，没有填写。请填写后再提交；已填写的请换成填写后的文件。",
        "\"{field}\" on page {page} is blank: it was not filled in. Fill it in, or supply the copy that is filled in"
      )
    case .fieldAbsent:
      text(
        "第 {page} 页没有写明「{field}」。请在原文件中补上后重新提交。",
        "page {page} does not state \"{field}\"; add it to the paper and supply it again")
    case .moreFramesIgnored:
      text(
        "文件超过 {limit} 页，只读取前 {limit} 页。请拆分，只保留所需材料。",
        "the file has more than {limit} pages; only the first {limit} are read. Split it and keep only the materials"
      )
    case .textLayerDiffers:
      text(
        "第 {page} 页隐藏文字与画面所示不同，已以画面为准。请核实文件来源。",
        "the hidden text of page {page} differs from what the page shows; the visible page counts. Verify where the file comes from"
      )
    case .certificateUnread:
      text(
        "文件中的证书无法读取（{reason}）。请重新导出 PEM，或提供 openssl s_client 的完整输出。",
        "a certificate in the file cannot be read ({reason}); export it again as PEM, or supply the whole output of openssl s_client"
      )
    case .certificateNotShown:
      text(
        "第 {line} 行起只打印了证书的主体和日期，没有证书本身，所列内容只作参考。请运行下面的命令，提交全部输出：{command}",
        "from line {line} on only the certificate's subject and dates are printed, not the certificate, so they are taken as hints. Run this and submit all it prints: {command}"
      )
    case .sealDamaged:
      text(
        "电子印章结构损坏，无法读取（{reason}）。请从制章系统重新导出。",
        "the electronic seal's structure is damaged and cannot be read ({reason}); export it again from the seal system"
      )
    case .signatureDamaged:
      text(
        "文件中的签名 {signature} 结构损坏，无法验证（{reason}）。请重新签章或取得原始文件。",
        "signature {signature} in the file is damaged and cannot be checked ({reason}); sign again or get the original"
      )
    case .signatureUnsupported:
      text(
        "签名使用了本工具不能验证的算法或形式（{reason}），既不算有效也不算无效。请用签章系统验证。",
        "the signature uses a method that cannot be checked here ({reason}): neither valid nor invalid. Verify it in the signing system"
      )
    case .signerNotProved:
      text(
        "已签名，但未提供信任的根证书，不能证明由谁签署。请用 --trust 指定根证书目录。",
        "signed, but by whom is not proved: no trusted certificates were given; name their folder with --trust"
      )
    case .chainUntrusted:
      text(
        "签名证书不能追溯到 --trust 中的根证书（{reason}）。请核实签发机构，或补充根证书。",
        "the signing certificate does not lead to a certificate in --trust ({reason}); verify who issued it, or add the root"
      )
    case .ofdDamaged:
      text(
        "OFD 损坏或不合规，无法打开（{reason}）。请取得原始文件。",
        "the OFD is damaged or not as it must be and cannot be opened ({reason}); get the original file"
      )
    case .ofdPartDamaged:
      text(
        "OFD 中的 {part} 无法读取（{reason}）。请取得原始文件。",
        "{part} in the OFD cannot be read ({reason}); get the original file")
    case .ofdIrregular:
      text(
        "OFD 与 GB/T 33190 不完全相符（{what}），内容已照常读取。平台可能拒收，请用原软件重新导出。",
        "the OFD is not quite as GB/T 33190 has it ({what}); it was read all the same. Platforms may refuse it: export it again from the program that made it"
      )
    case .drawingIncomplete:
      text(
        "第 {page} 页有内容未能画出（{reason}），报告中的页面图片可能不全。请对照原文件查看。",
        "something on page {page} could not be drawn ({reason}), so its picture in the report may lack it; look at the file itself"
      )
    case .spreadsheetUnread, .chartDamaged, .chartRefused, .chartEncrypted, .chartMissing,
      .chartPartUnread, .chartLinkLeftOut, .contactsHeaderMissing, .tableCut, .quoteUnclosed,
      .cellTooLong, .formulasNotComputed, .linksNotFollowed, .macrosNotRun:
      tableText
    case .declarationMissing, .declarationInvalid, .declarationSlip, .declarationValueCut,
      .declarationMisspelt, .declarationUnknownKey, .declarationBadValue,
      .declarationDuplicate, .declarationWordMistaken, .channelUndeclared, .packsLeftOut,
      .waiversInvalid,
      .waiverUnknownRule, .waiverExpired, .waiverNotYet, .waiverUnused, .waiverNotAllowed,
      .confirmedByPerson, .confirmationInvalid, .confirmationStale:
      declarationText
    case .dnsLineUnread, .dnsIncludeRefused, .dnsQueryFailed, .dnsAnsweredElsewhere,
      .dnsAnswerTruncated,
      .dnsAnswersDiffer, .dnsOwnerUnknown, .dnsOriginUnknown, .dnsListIncomplete,
      .dnsRecordsDisabled, .dnsOtherNetworks, .dnsNameMistaken, .dnsDomainUnknown,
      .dnsDomainAssumed, .dnsSeveralDomains, .dnsOtherDomains, .dnsTooManyRecords,
      .liveLookupFailed, .liveQuestionsCut, .liveSelectorsUnknown, .liveDomainUnknown:
      nameText
    }
  }

  func text(_ chinese: String, _ english: String) -> LocalizedText {
    LocalizedText(chinese, english)
  }
}
