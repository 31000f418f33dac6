/// What `openssl s_client` says of the sample company's mail server.
///
/// It was taken down once, from a server on the loopback interface with a certificate of an invented authority; both
/// private keys were thrown away.
enum MailServerConnection {
  static let text = """
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
}
