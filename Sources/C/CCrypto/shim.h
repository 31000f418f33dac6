#pragma once
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <openssl/cms.h>
#include <openssl/pkcs7.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ec.h>
#include <openssl/asn1.h>
#include <openssl/objects.h>
#include <openssl/bio.h>
#include <openssl/sha.h>

// SHA-256 on a state of the caller's, which cannot fail. OpenSSL 3 calls these functions deprecated in favour of
// EVP, which takes memory for every digest.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline void dossier_sha256_start(SHA256_CTX *state) { SHA256_Init(state); }
static inline void dossier_sha256_add(SHA256_CTX *state, const void *bytes, size_t count) {
  SHA256_Update(state, bytes, count);
}
static inline void dossier_sha256_finish(SHA256_CTX *state, unsigned char *digest) {
  SHA256_Final(digest, state);
}
#pragma clang diagnostic pop
