import Foundation

/// Files that readers die of, as in step 1's "done" number 5.
enum Hostile {
  /// `file: code` of each.
  static let expectedNotices = [
    "empty.jpg: file_empty", "text.jpg: kind_unknown",
    "truncated.jpg: picture_truncated", "bomb.png: picture_too_large", "pipe: file_not_regular",
    "loop: symlink_loop", "outside: symlink_outside", "broken.pdf: pdf_damaged",
    "encrypted.pdf: pdf_encrypted",
  ]

  /// Makes a submission of them, with a declaration.
  static func fill(_ folder: TemporaryFolder, submission: String) throws {
    try folder.write(
      "schema: dossier/declared-v1\nchannel: wecom\ncompany: {name: 深圳市星河科技有限公司}\n",
      to: submission + "/declared.yaml")
    let place = "\(folder.path)/\(submission)"
    for (name, content) in [
      ("empty.jpg", Data()), ("text.jpg", Data("a text".utf8)),
      ("truncated.jpg", truncatedJPEG), ("bomb.png", hugePNG),
      ("broken.pdf", Data("%PDF-1.7\nnothing more\n".utf8)), ("encrypted.pdf", encryptedPDF),
    ] {
      try content.write(to: URL(fileURLWithPath: place + "/" + name))
    }
    let maker = try Process.run(
      URL(fileURLWithPath: "/usr/bin/mkfifo"), arguments: [place + "/pipe"])
    maker.waitUntilExit()
    let links = FileManager.default
    try links.createSymbolicLink(atPath: place + "/loop", withDestinationPath: place)
    try links.createSymbolicLink(atPath: place + "/outside", withDestinationPath: "/etc/hostname")
  }

  /// Locked with a password that nobody has.
  private static let encryptedPDF: Data = {
    let key = String(repeating: "5a", count: 32)
    return Data(
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
      4 0 obj<</Filter/Standard/V 2/R 3/Length 128/P -4/O<\(key)>/U<\(key)>>>endobj
      trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>
      %%EOF

      """.utf8)
  }()

  /// Three quarters of a grey picture of 64 by 64 pixels.
  private static let truncatedJPEG = decoded(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ
    c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCABAAEABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI
    CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcY
    GRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKj
    pKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AIln
    mEThowzuSRuz8pGAVJ4x0H5getSlyQ+1PLlLBNnDABjuDYweT6D/APUrxmBC6xZOdyFDgYwR1HpkkEe3TAFMdCDH
    JdGQBxtLAMQ3zDgjqRgMSP8A61Duy3BjmMflwqMg4YtnCkHJwAcevpUjsJU+UPvbAGxiSzAdcY6c5wD6dOlRTBki
    gVyrdIsFeDjtjPXIAPTp2xy9nW4WOQzRl8AI0jFcfVh3wecDjHvySPMrIqESSuy5RFwgyO+7PO7dx7dsU8yeY8Vw
    wWK3brlQCwA29skkDP5DpUczBVVUBLbA6tnkYGdwHc4PToOPpStKz/KPOUSNkENntwCdwzkAHk8cAVNbb/LikLRy
    t5hVtu1nGQfu9/XPfGcCojFEYlE0PJO5kLEAAcZzycHA4HTntimRKsYXdGkUcmZMs20Kw6j/AGR0Hrj6jErokW0S
    NiJXZmZcgkEgAdMEZ6n8PWoWWaV2Taqq5PLDB5HIAHqO5xnOccVMZI/srFfNTIBaXAHU5ye+OP1A5NKvmxEqEdwg
    KFEG5SSxxy3Jzn+fY0XE8hZ1toyu3pkEYPPO3sSQOvY/7VQ281vC6sXPndWjXopJGRyST1A7nIPSmROhvFCQLnaB
    93cWYrk989MZFLbh5/3SIpEbMwVsFfujAzwM478jk+1SYMoxPcAbtrOADtKkggZznuOnPPXuBcJEC+SwJA3A4U5J
    EeT15A9+T705o4hJ5G1xtBJZmztUY5Gc8+mOeT6DNVvJRSYgRtYn5XzgDucEjPX25+tXU3pCWWV2ziRwFAVRnkjj
    rk5Hrjjpiqsu5HXYfkMqqjAFFPpkYHI2nnPvxxVhThY4rghwqjGR8vGSRnpn/AZqNUlEeLiQ7nbaNxyHOcnrjjgc
    enrngdRJI6zfwFhtI2kkkcDjHOegz1HqcxhU8zLJujdQVUPhhkjBAyTgkk4/2ufWpIvNinRJI1ZmVm2yEZJ3HBLF
    evb6+5IqVpIXQosIZCd4bouBgEDJ544J6Y57cxSCKKEHJAzgLyMHgjHB55xwQDnjtUTRqtzLDxEFUF/mbcRjgt/3
    1jGB17VJcMYkk8t5Iy+IiTgrxkHB5Iz19ep57xm2VGBx975SXzlTyM9Mjheufb1qeMNIJFuEGzHzSLk5A5y2evAH
    +1+B4aloI4I2jCuN6vuVj29+RjI/AA9zTZJJGnYtEROiZ2RhsBu5OOfQcHnHPGMOVn+1PiXymc5IUs4IIBGMYH8X
    65HspR4IpQd7SgGR8t5ZOTu6DsMHv7DqaHWaXyX8
    """)

  /// Says that it is 30,000 by 30,000 pixels.
  private static let hugePNG = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAAAAABDTKdmAAAAGklEQVR4nO3BMQEAAADCoPVPbQ0PoAAAgHcDC7gA
    AYLKkSMAAAAASUVORK5CYII=
    """)

  private static func decoded(_ text: String) -> Data {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data()
  }
}
