/// Certificates of invented servers, whose keys were thrown away.
enum TLSSpecimens {
  /// For mail.xinghe-demo.com.cn and names below it, P-256, signed by ``root``.
  static let server = """
    -----BEGIN CERTIFICATE-----
    MIICPDCCAeKgAwIBAgIUCTSKBvt1kfdbSjQOHau32NRN+/IwCgYIKoZIzj0EAwIw
    PjELMAkGA1UEBhMCQ04xGzAZBgNVBAoMEuekuuS+i+ivgeS5puacuuaehDESMBAG
    A1UEAwwJRGVtbyBSb290MB4XDTI2MTEyMzAwMTAzMloXDTI3MTIyNTAwMTAzMlow
    YTELMAkGA1UEBhMCQ04xMDAuBgNVBAoMJ+a3seWcs+W4guaYn+ays+a8lOekuuen
    keaKgOaciemZkOWFrOWPuDEgMB4GA1UEAwwXbWFpbC54aW5naGUtZGVtby5jb20u
    Y24wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAR6392Sz2/tZ1CLrpI9NR08RZXC
    JkPgFdNyY8WARxcF5KnFS8Mn6x697XHMsKRns4xy5V2fywk1Rwm+5cxxdjRGo4Ga
    MIGXMFUGA1UdEQROMEyCF21haWwueGluZ2hlLWRlbW8uY29tLmNughQqLnhpbmdo
    ZS1kZW1vLmNvbS5jboIVeG4tLWtpdjc5bC54bi0tZmlxczhzhwTAAAIDMB0GA1Ud
    DgQWBBTdvK2R3SR4A9gUpgtMVoBX3Tcu9DAfBgNVHSMEGDAWgBRqvVNj6BmtJ3GX
    u046f3FA2HrI6zAKBggqhkjOPQQDAgNIADBFAiEA1i6fSGE7psEfxrkcAZrccM0T
    1Q1a7R2s6pIQ1rhbLEACIDHTSVam2LD6jxau95n9IbyjrzClwG+/utbc+IdQp6/O
    -----END CERTIFICATE-----
    """

  static let root = """
    -----BEGIN CERTIFICATE-----
    MIIB0DCCAXegAwIBAgIUDo41V0NddV1KX32a2UBpM1TivDwwCgYIKoZIzj0EAwIw
    PjELMAkGA1UEBhMCQ04xGzAZBgNVBAoMEuekuuS+i+ivgeS5puacuuaehDESMBAG
    A1UEAwwJRGVtbyBSb290MB4XDTI2MTEyMzAwMTAzMloXDTQ2MTExODAwMTAzMlow
    PjELMAkGA1UEBhMCQ04xGzAZBgNVBAoMEuekuuS+i+ivgeS5puacuuaehDESMBAG
    A1UEAwwJRGVtbyBSb290MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEwYp6LxqF
    6ejrzbSIk25hZmx6h/BPB8jVZHCf6V6+8cNCytAq+i+Vto84gqj3KF7VnhiWjPY1
    PN506ySIBBDmhaNTMFEwHQYDVR0OBBYEFGq9U2PoGa0ncZe7Tjp/cUDYesjrMB8G
    A1UdIwQYMBaAFGq9U2PoGa0ncZe7Tjp/cUDYesjrMA8GA1UdEwEB/wQFMAMBAf8w
    CgYIKoZIzj0EAwIDRwAwRAIgIonS+kfZdEYXnC6qk+Tg4I9wgpxxybgfBs/tbFsC
    SVgCIDmHGou1DGuqianGBLgphFZxa762rja6x4YPKFlHVxa0
    -----END CERTIFICATE-----
    """

  /// RSA with 1,024 bits and SHA-1, without alternative names, signed by itself.
  static let weak = """
    -----BEGIN CERTIFICATE-----
    MIICHjCCAYegAwIBAgIUB1CArrPCRfMjfqkZtvl+KiaD7w4wDQYJKoZIhvcNAQEF
    BQAwITEfMB0GA1UEAwwWb2xkLnhpbmdoZS1kZW1vLmNvbS5jbjAeFw0yNjExMjMw
    MDEwMzJaFw0yNzExMjMwMDEwMzJaMCExHzAdBgNVBAMMFm9sZC54aW5naGUtZGVt
    by5jb20uY24wgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAKuX/898vviqWzEN
    dbGXxGXrlfD1PNJGd7f+hRZJD9TVDYiGgGO+BeEkQX+I80hQU6dWGvKqssEy4JNZ
    FboVY1hG7yu/AxnFfsmV0JWbdlZkXESUgkEUP7jHtvG4jNizUDsSQzmw6SWcldGy
    z0NNXA/6oLtVqCfcY3pV1tzc2jj1AgMBAAGjUzBRMB0GA1UdDgQWBBS1Fx9gevSn
    dmM4KTAeDrQztgssqDAfBgNVHSMEGDAWgBS1Fx9gevSndmM4KTAeDrQztgssqDAP
    BgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBBQUAA4GBAB0VWeTVeWo6itNx++TM
    a7UimGvnAX7HGvS+i4u9m7vk/5J9DXcyWUpS7+ezORKqaeWrx4C7FdZAWjX30yFq
    ZZbLPsDpJq8f6egztzcFLoxu/gfxj/SV7nR5oNiiZrAfDxdsSQ+HPj5hDXWjjoR8
    xQW+ijc0w4AhQd2ZoDSaeYvP
    -----END CERTIFICATE-----
    """
}
