/// A paper of one form: what is drawn, and what of it can be read.
struct FormPaper {
  let sheet: Sheet
  var documents: [DocumentTruth]
  /// Where the parts of the first document lie on the sheet, for pictures that do not show all of it.
  var places: [PaperPart: SheetBox] = [:]
  /// How its picture is taken.
  var view = PictureView()
}

/// One license that is about to be drawn in some form.
struct LicenseDraft {
  var license: License
  var look: LicenseLook
  /// Parts that are printed and that nobody can read.
  var illegible: Set<PaperPart> = []

  init(_ generation: Generation, isHeldOut: Bool, _ dice: inout Dice) {
    license = License(generation, &dice)
    look = LicenseLook(generation, isHeldOut: isHeldOut, &dice)
    // One trouble at a time: words over the paper are a form of their own.
    look.watermark = nil
  }

  /// A license of one of the forms that are issued today.
  static func current(isHeldOut: Bool, _ dice: inout Dice) -> LicenseDraft {
    LicenseDraft(dice.chance(0.5) ? .landscape2019 : .portrait2014, isHeldOut: isHeldOut, &dice)
  }

  var sheet: Sheet { license.sheet(look) }

  var truth: DocumentTruth {
    var truth = license.truth(pages: [0], printsAuthority: look.printsAuthority)
    for field in look.traits.omitted { truth.omit(.row(field)) }
    for part in illegible { truth.hide(part) }
    return truth
  }

  var paper: FormPaper { FormPaper(sheet: sheet, documents: [truth]) }
}

extension DocumentTruth {
  /// Forgets what a part would say, for it is not on the paper.
  mutating func omit(_ part: PaperPart) {
    for key in keys(of: part) {
      facts[key] = nil
      printed[key] = nil
    }
    if part == .row(.term) { implied["license.term_kind"] = .string("not_printed") }
  }

  /// Says that a part is printed and cannot be read: whatever is read of it is wrong.
  mutating func hide(_ part: PaperPart) {
    let hidden = keys(of: part)
    for key in hidden {
      facts[key] = nil
      printed[key] = nil
      implied[key] = nil
    }
    illegible = Set((illegible ?? []) + hidden).sorted()
  }

  /// Says that nothing follows from a part that was read or not.
  mutating func exempt(_ part: PaperPart) {
    let exempted = keys(of: part)
    for key in exempted {
      facts[key] = nil
      printed[key] = nil
      implied[key] = nil
    }
    unjudged = Set((unjudged ?? []) + exempted).sorted()
  }

  /// Takes from what is said what a picture does not show.
  ///
  /// - Parameter share: How much of the part it shows, from 0 to 1.
  mutating func show(_ part: PaperPart, _ share: Double) {
    guard share < 1 else { return }
    switch part {
    // A code is read without one of its corners, or it is not.
    case .emblem, .stamp, .code: exempt(part)
    case .title: break
    case .row, .identifier, .serial, .issueDate, .copyMark: hide(part)
    }
  }

  private func keys(of part: PaperPart) -> [String] {
    let all = Set(facts.keys).union(implied.keys)
    return all.filter { part.carries(String($0.dropFirst("license.".count))) }
  }
}
