internal import Native

extension SpecimenMaker {
  /// A license in the form whose turn it is; qualities take turns within each form.
  func makeFormed(_ index: Int) throws(DrawingError) -> Specimen {
    // Dice of their own: neat specimens are the same whatever is drawn here.
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 4 : 3)
    let form = forms[index % forms.count]
    let round = index / forms.count
    let turns = form == .distant ? [Quality.photo, .poorPhoto] : Quality.pictures
    let quality = quality ?? turns[round % turns.count]
    let paper = try form.paper(isHeldOut: isHeldOut, &dice)
    var shooting = Shooting(quality: quality, isHeldOut: isHeldOut)
    shooting.view = paper.view
    // Nearly all real papers come upright, and turning is measured by the neat ones.
    if dice.chance(0.85) { shooting.turn = 0 }
    let shot = try shooting.shoot(paper.sheet, &dice)
    var documents = paper.documents
    if let visible = shot.visible {
      for (part, box) in paper.places { documents[0].show(part, visible.share(of: box)) }
    }
    return Specimen(
      bytes: shot.jpeg,
      truth: FileTruth(
        file: padded(index + 1, 4) + ".jpg", quality: quality,
        rotationDegrees: shot.rotationDegrees, documents: documents, form: form))
  }
}
