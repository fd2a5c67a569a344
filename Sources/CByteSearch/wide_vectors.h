// Marks a function to be compiled with and without wide vectors; the loader chooses between them. Not under the thread
// sanitizer, whose calls inside the choosing function come before the sanitizer has started.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WIDE_VECTORS
#endif
#endif
#if !defined(WIDE_VECTORS) && defined(__x86_64__)
#define WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#endif
#if !defined(WIDE_VECTORS)
#define WIDE_VECTORS
#endif
