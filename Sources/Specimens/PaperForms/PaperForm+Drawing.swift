internal import Native

extension PaperForm {
  /// Draws a paper of this form.
  func paper(isHeldOut: Bool, _ dice: inout Dice) throws(DrawingError) -> FormPaper {
    switch self {
    case .issueDate: IssueDateForm.draw(isHeldOut: isHeldOut, &dice)
    case .tightAddress: TightAddressForm.draw(isHeldOut: isHeldOut, &dice)
    case .marks: MarksForm.draw(isHeldOut: isHeldOut, &dice)
    case .oldForms: OldForm.draw(isHeldOut: isHeldOut, &dice)
    case .openTerms: OpenTermForm.draw(isHeldOut: isHeldOut, &dice)
    }
  }
}
