#ifndef CHRONOLOGY_CCRYPTO_SHIM_H
#define CHRONOLOGY_CCRYPTO_SHIM_H

/* OpenSSL 3 marks its one-algorithm functions as deprecated in favour of EVP. They are used here all the same: their
   state is a plain struct that can be copied in the middle of a message, which the search for a passage needs, and
   they start nothing up, where EVP loads providers and a configuration file (and links megabytes of them). */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
