/// What `openssl s_client` says of the mail servers of the two sample companies.
///
/// Taken down once, from servers on the loopback interface with certificates of invented authorities; all private
/// keys were thrown away.
enum MailServerConnection {
  static let first = """
    $ openssl s_client -connect smtp.yunming-example.cn:465 -servername smtp.yunming-example.cn
    CONNECTED(00000003)
    ---
    Certificate chain
     0 s:CN = smtp.yunming-example.cn
       i:CN = Example Root R1, C = CN, O = Example Certificates Ltd
       a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256
       v:NotBefore: Sep  1 00:00:00 2026 GMT; NotAfter: Nov  1 00:00:00 2036 GMT
    ---
    Server certificate
    -----BEGIN CERTIFICATE-----
    MIIB6TCCAY+gAwIBAgIDAfOmMAoGCCqGSM49BAMCMEoxGDAWBgNVBAMMD0V4YW1w
    bGUgUm9vdCBSMTELMAkGA1UEBhMCQ04xITAfBgNVBAoMGEV4YW1wbGUgQ2VydGlm
    aWNhdGVzIEx0ZDAeFw0yNjA5MDEwMDAwMDBaFw0zNjExMDEwMDAwMDBaMCIxIDAe
    BgNVBAMMF3NtdHAueXVubWluZy1leGFtcGxlLmNuMFkwEwYHKoZIzj0CAQYIKoZI
    zj0DAQcDQgAEeIcrLB5eIyHhalK4xBONS6ROovIRyVk46O+IfvbPQhTu/bEamFKr
    CQljkbx+54ARXSK3HsqC2fG1j4Hxik4HBqOBizCBiDAJBgNVHRMEAjAAMDsGA1Ud
    EQQ0MDKCF3NtdHAueXVubWluZy1leGFtcGxlLmNughdpbWFwLnl1bm1pbmctZXhh
    bXBsZS5jbjAdBgNVHQ4EFgQUZVMXLAMaqJ1oHL+bXpAI/quMa1UwHwYDVR0jBBgw
    FoAUhaWSwZlVPIIbkReUIwJlHPLr9JowCgYIKoZIzj0EAwIDSAAwRQIgfExocGLg
    nUpE2MEig68qpY6U0p6gIA9qvOTMCTTU6l8CIQD5bs+cld//Y5YQ2rcB6S3i4CVQ
    i5xl+TFTyqZZ411Y0Q==
    -----END CERTIFICATE-----
    subject=CN = smtp.yunming-example.cn
    issuer=CN = Example Root R1, C = CN, O = Example Certificates Ltd
    ---
    No client certificate CA names sent
    Peer signing digest: SHA256
    Peer signature type: ECDSA
    Server Temp Key: X25519, 253 bits
    ---
    SSL handshake has read 865 bytes and written 409 bytes
    Verification: OK
    ---
    New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
    Server public key is 256 bit
    Secure Renegotiation IS NOT supported
    Compression: NONE
    Expansion: NONE
    No ALPN negotiated
    Early data was not sent
    Verify return code: 0 (ok)
    ---

    """

  static let second = """
    $ openssl s_client -connect smtp.qihang-example.cn:465 -servername smtp.qihang-example.cn
    CONNECTED(00000003)
    ---
    Certificate chain
     0 s:CN = smtp.qihang-example.cn
       i:CN = Example Root R2, C = CN, O = Example Certificates Ltd
       a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256
       v:NotBefore: Sep  1 00:00:00 2026 GMT; NotAfter: Nov  1 00:00:00 2036 GMT
    ---
    Server certificate
    -----BEGIN CERTIFICATE-----
    MIIB5TCCAYygAwIBAgIDAfO3MAoGCCqGSM49BAMCMEoxGDAWBgNVBAMMD0V4YW1w
    bGUgUm9vdCBSMjELMAkGA1UEBhMCQ04xITAfBgNVBAoMGEV4YW1wbGUgQ2VydGlm
    aWNhdGVzIEx0ZDAeFw0yNjA5MDEwMDAwMDBaFw0zNjExMDEwMDAwMDBaMCExHzAd
    BgNVBAMMFnNtdHAucWloYW5nLWV4YW1wbGUuY24wWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAAQvVfLPX/j39wLJPN/uxnQGFrr42CDls3vTS+tTzCYqgb7IXVEk7+7I
    D9Wi5G7sYCzybLUj3apoH4zXXHCMPbaEo4GJMIGGMAkGA1UdEwQCMAAwOQYDVR0R
    BDIwMIIWc210cC5xaWhhbmctZXhhbXBsZS5jboIWaW1hcC5xaWhhbmctZXhhbXBs
    ZS5jbjAdBgNVHQ4EFgQU3AsDiKzPmFJsUhc9F+VLma+CMhkwHwYDVR0jBBgwFoAU
    PcO/b6ukkbgtEfe537wCpJOT6GwwCgYIKoZIzj0EAwIDRwAwRAIgHbC5jdPfzFBx
    LUd6opvyo2s2SiISRd+218oVSy+c0JACIEC1mkeUk1Cyf8N8Ck0kcIw9872Caz3r
    BeDu2bUt394+
    -----END CERTIFICATE-----
    subject=CN = smtp.qihang-example.cn
    issuer=CN = Example Root R2, C = CN, O = Example Certificates Ltd
    ---
    No client certificate CA names sent
    Peer signing digest: SHA256
    Peer signature type: ECDSA
    Server Temp Key: X25519, 253 bits
    ---
    SSL handshake has read 860 bytes and written 408 bytes
    Verification: OK
    ---
    New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
    Server public key is 256 bit
    Secure Renegotiation IS NOT supported
    Compression: NONE
    Expansion: NONE
    No ALPN negotiated
    Early data was not sent
    Verify return code: 0 (ok)
    ---

    """
}
