/// A seal that a page shows over what is drawn on it.
package struct OFDStamp {
  package let pageID: String
  /// The box is in millimetres of the page.
  package let box: OFDBox
  /// The bytes that its picture has.
  package let picture: [UInt8]

  package init(pageID: String, box: OFDBox, picture: [UInt8]) {
    self.pageID = pageID
    self.box = box
    self.picture = picture
  }
}
