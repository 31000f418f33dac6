/// How paper comes that no registry meant so: what went wrong in printing, copying or photographing.
///
/// Each form is drawn over the neat licenses that the forge invents, one form a specimen, so that
/// its measure is its own.
package enum PaperForm: String, CaseIterable, Codable, Sendable {
  /// The day of issue typed over and beside the printed 年 月 日, and a date inside the scope.
  case issueDate = "issue-date"
  /// An address whose second line is a mere tail, set close above the next label.
  case tightAddress = "tight-address"
  /// Web sites' marks behind values, and the security print of the paper.
  case marks
  /// Boxes of notices: 重要提示, 须知, 说明.
  case notices
  /// 企业法人营业执照 and 个体工商户营业执照 of before 2014.
  case oldForms = "old-forms"
  /// Terms without an end, or with an end left blank.
  case openTerms = "open-terms"
  /// Large dark or red words over the small print.
  case words
  /// One or two values under a bar, a mosaic or a scribble.
  case covered
  /// Small pictures, with a long side of 500 to 900 pixels.
  case small
  /// A license far away in a scene.
  case distant
  /// Labels, the head or the foot beyond the picture's edge.
  case cut
  /// Two licenses, or one beside another paper, on one picture.
  case several
  /// Names with rare letters that look like common ones.
  case rareLetters = "rare-letters"
}
