internal import Model

/// How a verdict came about, in words.
struct EvidenceWords {
  private let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  func reasoning(of finding: Finding) -> String {
    let rule = finding.rule
    switch finding.verdict {
    case .fail:
      return context.pick(
        "规则 \(rule) 依据下列信息判定为不符：",
        "Rule \(rule) failed on what is known of the following:")
    case .cannotTell:
      return context.pick(
        "规则 \(rule) 缺少下列信息中未知的部分，因此不作判断（既不算通过，也不算不符）：",
        "Rule \(rule) lacks what is unknown below and so does not judge (neither a pass nor a failure):"
      )
    case .ruleError:
      return context.pick(
        "规则 \(rule) 自身出错，与材料无关：", "Rule \(rule) failed itself; the materials are not to blame:")
    case .pass, .notApplicable:
      return rule
    }
  }

  /// Every fact that was read with its evidence, then what is missing.
  func lines(of finding: Finding) -> [String] {
    let missing = Set(finding.unknown.map(\.fact))
    let read = finding.facts.filter { !missing.contains($0) }.flatMap { key in
      FindingPlace.facts(key, of: finding.document, in: context.report).prefix(4).map(line)
    }
    return read + finding.hypotheses.map(line)
      + finding.unknown.map { unknown in
        let name = context.name(of: unknown.fact)
        let state = self.name(of: unknown.state)
        let file = [unknown.file].compactMap { $0.map { context.pick("，\($0)", ", \($0)") } }
        return context.pick("\(name)：\(state)", "\(name): \(state)") + file.joined()
      }
  }

  /// What came of looking for a declared value in the line itself.
  private func line(_ test: HypothesisTest) -> String {
    let (read, against) = (context.name(of: test.fact), context.name(of: test.against))
    let outcome =
      switch test.outcome {
      case .agree: context.pick("图像可以读成该值", "the picture can say it")
      case .contradict: context.pick("图像确实写着别的内容", "the picture says something else for certain")
      case .unclear:
        context.pick("图像不足以判断，需人工核对", "the picture does not decide; a person has to look")
      }
    let place = [test.place].compactMap { place in
      place.map { place -> String in
        let (wanted, seen) = (test.wanted ?? "∅", test.seen ?? "∅")
        return context.pick(
          "；第 \(place) 个字符：核对「\(wanted)」，图像为「\(seen)」",
          "; character \(place): “\(wanted)” was tried, “\(seen)” is seen")
      }
    }
    return context.pick(
      "用「\(against)」逐字核对「\(read)」所在的图像：\(outcome)",
      "\(against) held against the picture of \(read): \(outcome)") + place.joined()
  }

  private func line(_ fact: ResolvedFact) -> String {
    var parts: [String] = []
    if let value = fact.value {
      parts.append(context.pick("「\(shown(value, fact))」", "“\(shown(value, fact))”"))
    }
    if fact.state != .known { parts.append(name(of: fact.state)) }
    parts += fact.evidence.prefix(3).map { evidence($0, of: fact) }
    return context.name(of: fact.key) + context.pick("：", ": ")
      + parts.joined(separator: context.pick("，", ", "))
  }

  private func shown(_ value: Value, _ fact: ResolvedFact) -> String {
    value == .null
      ? context.pick("长期或没有期限", "without end") : context.masking.shown(value, key: fact.key)
  }

  /// `营业执照.jpg 第 1 页，文字识别，可信度 98%，原文「……」`.
  private func evidence(_ evidence: Evidence, of fact: ResolvedFact) -> String {
    var parts: [String] = []
    if let position = evidence.position {
      parts.append(
        context.pick(
          "\(evidence.file) 第 \(position.line) 行", "\(evidence.file) line \(position.line)"))
    } else if !evidence.file.isEmpty {
      let page = evidence.page.map { " " + Phrase.pages([$0])[context.locale] }
      parts.append(evidence.file + (page ?? ""))  // allowed: not every file has pages
    }
    parts.append(name(of: evidence.method))
    if let confirmer = evidence.confirmer {
      parts.append(
        context.pick(
          "\(confirmer.by)，\(confirmer.on.iso)", "\(confirmer.by), \(confirmer.on.iso)"))
    } else if evidence.method != .declared, evidence.method != .computed {
      let percent = Self.percent(fact.confidence)
      parts.append(context.pick("可信度 \(percent)", "confidence \(percent)"))
    }
    if let raw = evidence.raw, raw != fact.value?.text {
      let shown = context.masking.shownRaw(raw, of: fact)
      parts.append(context.pick("原文「\(shown)」", "printed “\(shown)”"))
    }
    return parts.joined(separator: context.pick("，", ", "))
  }

  /// With one decimal, cut off: 99.95 is not certainty.
  static func percent(_ confidence: Double) -> String {
    let tenths = Int((confidence * 1000).rounded(.down))
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }

  func name(of method: EvidenceMethod) -> String {
    switch method {
    case .ocr: context.pick("文字识别", "read by text recognition")
    case .ocrChecksum:
      context.pick("文字识别，并经校验码修正", "read by text recognition, mended by its check digits")
    case .textLayer: context.pick("PDF 文字层", "the PDF's own text")
    case .qr: context.pick("二维码", "QR code")
    case .exif: context.pick("图片自带信息", "what the picture file says of itself")
    case .der: context.pick("电子印章数据", "data of the electronic seal")
    case .xml: context.pick("文件数据", "data of the file")
    case .dns: context.pick("DNS 记录", "DNS record")
    case .declared: context.pick("申报", "declared")
    case .computed: context.pick("计算得出", "computed")
    case .person: context.pick("人工确认", "confirmed by a person")
    }
  }

  func name(of state: FactState) -> String {
    switch state {
    case .known: context.pick("已知", "known")
    case .doubtful: context.pick("读数不够可靠", "not read surely enough")
    case .conflicting: context.pick("多处取值不一致", "sources disagree")
    case .unread: context.pick("未读出", "not read")
    case .noDocument: context.pick("没有相应材料", "no such material")
    }
  }

  func name(of kind: Finding.Basis.Kind) -> String {
    switch kind {
    case .law: context.pick("法规", "law")
    case .standard: context.pick("标准", "standard")
    case .platform: context.pick("平台规则", "platform")
    case .vendor: context.pick("服务商", "vendor")
    case .house: context.pick("内部要求", "house rule")
    case .convention: context.pick("惯例", "convention")
    }
  }
}
