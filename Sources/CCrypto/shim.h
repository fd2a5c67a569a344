#ifndef CHRONOLOGY_CCRYPTO_SHIM_H
#define CHRONOLOGY_CCRYPTO_SHIM_H

/* OpenSSL 3 deprecates its single-algorithm functions in favour of EVP. They are used here all the same: their state
   is a plain struct that can be copied in the middle of a message, which the search for a passage needs, and they
   initialise nothing, whereas EVP loads providers and a configuration file (and links megabytes of them). */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
