internal import Native

extension PaperForm {
  /// Draws a paper of this form.
  func paper(isHeldOut: Bool, _ dice: inout Dice) throws(DrawingError) -> FormPaper {
    switch self {
    case .issueDate: IssueDateForm.draw(isHeldOut: isHeldOut, &dice)
    case .tightAddress: TightAddressForm.draw(isHeldOut: isHeldOut, &dice)
    case .marks: MarksForm.draw(isHeldOut: isHeldOut, &dice)
    case .notices: NoticesForm.draw(isHeldOut: isHeldOut, &dice)
    case .words: WordsForm.draw(isHeldOut: isHeldOut, &dice)
    case .covered: try CoveredForm.draw(isHeldOut: isHeldOut, &dice)
    case .small: SmallForm.draw(isHeldOut: isHeldOut, &dice)
    case .distant: DistantForm.draw(isHeldOut: isHeldOut, &dice)
    case .cut: try CutForm.draw(isHeldOut: isHeldOut, &dice)
    case .several: SeveralForm.draw(isHeldOut: isHeldOut, &dice)
    case .rareLetters: try RareLettersForm.draw(isHeldOut: isHeldOut, &dice)
    case .oldForms: OldForm.draw(isHeldOut: isHeldOut, &dice)
    case .openTerms: OpenTermForm.draw(isHeldOut: isHeldOut, &dice)
    }
  }
}
