internal import Foundation

/// Small archives with known contents, made by Python's modules and libarchive's writers.
enum ArchiveSpecimens {
  /// `甲公司/公章.txt` (`seal`) and `甲公司/declared.yaml`.
  static let sevenZip = bytes(
    """
    N3q8ryccAAOlGkmpigAAAAAAAAAgAAAAAAAAAKUDvS8AOZlISSFAQcS0MHFMAtSe4W7G49l//+PQgAAAAIEzB64P
    z7XvEA/r6p4BDWIDjdNMQj8OdlN5R7yFQhEnBwqbmjpzU/ky8jSuQeUv0XNAmUCVl5ch5vWR6cqZyCURx/8YITPL
    023fIuc2N7tY49avdD4rUcdgE/hODwNMKbE7K8k1nChy//z9l0AXBhsBCW8ABwsBAAEjAwEBBV0AAIAADHgKAZwJ
    GBUAAA==
    """)

  /// `营业执照.jpg` (`picture`) named in GBK without the UTF-8 flag, `公章.txt` (`seal`) with it.
  static let gbkZip = bytes(
    """
    UEsDBBQAAAAAAAAAIVyJT9sWBwAAAAcAAAAMAAAA06rStda01dUuanBncGljdHVyZVBLAwQUAAAIAAAAACFcMK4w
    LgQAAAAEAAAACgAAAOWFrOeroC50eHRzZWFsUEsBAhQDFAAAAAAAAAAhXIlP2xYHAAAABwAAAAwAAAAAAAAAAAAA
    AIABAAAAANOq0rXWtNXVLmpwZ1BLAQIUAxQAAAgAAAAAIVwwrjAuBAAAAAQAAAAKAAAAAAAAAAAAAACAATEAAADl
    haznq6AudHh0UEsFBgAAAAACAAIAcgAAAF0AAAAAAA==
    """)

  /// Two good files with everything between them that must not be unpacked.
  static let tarXZ = bytes(
    """
    /Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AQ1dAHKpU6LfsJGL5/eFWDRQsIlGaGyzOfJEbgciNVLSzpwLobrw
    8VOI+LUAWaJdDMAVkToatoBllvGp3vDQ6w3EujGdnivRSdDRIeyCNDncBkHetI8x4Q4T23CevkygAMkoXYkwlzYo
    0TtmZIzdT/blmj0lRSZJv2R1tR074g5gkmHNWvWIaRz/D0UG6mcboVWc7khi2LYAnJ7ldvoJWJ1qT5FZR7mykXBH
    DM8/9GBSYBm2s+5XATB6dlwvRyvWsm0LJSKf5A76D5cQeaJyGWMfJ4GRc6yQladfP+cl9BwEwllfZKj7l0NIVK3s
    AUrp6++lRNG+MsjM+u1qes/Zmz3r270/a2Y0w2/D/dzWZaoAAAAAAGedRnSWLsmQAAGpAoBQAAAQX2MGscRn+wIA
    AAAABFla
    """)

  /// `open.txt`, and `secret.txt` behind a password.
  static let encryptedZip = bytes(
    """
    UEsDBAoAAAAAAOWddl2kg3CkBAAAAAQAAAAIAAAAb3Blbi50eHRvcGVuUEsDBAoACQAAAOWddl1PdwHbHAAAABAA
    AAAKAAAAc2VjcmV0LnR4dH+gov6OUfSEppp0b8zC7EBXoWvg1ugpUAY8W1VQSwcIT3cB2xwAAAAQAAAAUEsBAh4D
    CgAAAAAA5Z12XaSDcKQEAAAABAAAAAgAAAAAAAAAAQAAAKSBAAAAAG9wZW4udHh0UEsBAh4DCgAJAAAA5Z12XU93
    AdscAAAAEAAAAAoAAAAAAAAAAQAAAKSBKgAAAHNlY3JldC50eHRQSwUGAAAAAAIAAgBuAAAAfgAAAAAA
    """)

  /// `盖章/函.txt` (`hello rar`), stored.
  static let rar5 = bytes(
    """
    UmFyIRoHAQDFGjMyAwEAABMZDbUdAgIJBAmkgwIXyVGEAAEO55uW56ugL+WHvS50eHRoZWxsbyByYXIZsjo1AwUA
    AA==
    """)

  /// Three files of 3,000,000 zeros.
  static let bomb = bytes(
    """
    /Td6WFoAAATm1rRGAgAhARwAAAAQz1jM//9sAZpdAD0ZSqu3TbUOEnGsYKca6FSFLIARU6cfndVKphweGKO5HMfr
    t8BSsiRjbXUE8JfPDtK6Luy+1rJw0OGBCMsSGfdu/AkaWzgcBAjJXGyZxDfXM4k7PLUEGji+SVChrLBHp0zA2nc+
    tpCzdCFlm/JtC04wEDLkUZ0LbQ9DuSL7DbXqpGpDZlmYBLswS4gQbELLiD9cAI/QTq8mKJRxHz2PJOFwnqcjX+wo
    y4XRlZiKfiqR8id19xnABphNmP3Yr9WQD8QlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6Xas
    WeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p
    /Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfa
    rfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw72Zioxn/9eATgA7HNTp/2+rnwxGp+3jTFu
    cJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbp
    ZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvR5+UarJ9Tlwnox0qkNs5sE+kmrO
    u9TkEVTwiHUsMNvCUFSRIpcGA1/JcDsUwDI3mKUVAaXoowkq7Kr/WiascgwWkqe+OY8k4XCepyNf7CjLhdGVmIp+
    KpHyJ3X3GcAGmE2Y/div1ZAPxCVT+PWRNjEFpbDub8FwTUcM0ZERqq1gHbrOsScYXFmG6WZSWL7pdqxZ5OVbBQj5
    x9qt/PtSK3TNHlsgQvndUz34KWQJO4DLKmzftTvaU9vln/8gATQA7HNTp/2+rnwxGp+3jTFucJ6nI1/sKMuF0ZWY
    in4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsF
    CPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vua
    MC5WwI+F84OBwGXEJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1Ir
    dM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg89UcAtSQCC/t+YOVJE7G/mpNFyOxJ8kWqZN2rFkpiygSB8NtqT
    l/bUFcvCyzS7ajKxfl4BkWGf/xABKwDsc1On/b6ufDEan7eNMW5wnqcjX+woy4XRlZiKfiqR8id19xnABphNmP3Y
    r9WQD8QlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL5
    3VM9+ClkCTuAyyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1
    kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuA
    yyps37U78MS9Ll+qDz5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlUQ8/somDAQBeAOxz
    U6f9vq58MRqft40xbnCepyNf7CjLhdGVmIp+KpHyJ3X3GcAGmE2Y/div1ZAPxCVT+PWRNjEFpbDub8FwTUcM0ZER
    qq1gHbrOsScYXFmG6WZSWL7pdxCGWufv3QAAAKkgfwlSE6/gAAHDC4CApgQb+6XQscRn+wIAAAAABFla
    """)

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? []
  }
}
