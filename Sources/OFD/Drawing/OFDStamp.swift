/// A seal that a page shows over what is drawn on it.
package struct OFDStamp {
  package let pageID: String
  /// In millimetres of the page.
  package let box: OFDBox
  /// The bytes of its picture.
  package let picture: [UInt8]

  package init(pageID: String, box: OFDBox, picture: [UInt8]) {
    self.pageID = pageID
    self.box = box
    self.picture = picture
  }
}
