// SPDX-License-Identifier: Apache-2.0
#include "cli/app.hpp"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

int main(int count, char** words) {
#if defined(__GLIBC__)
  // Columns come and go by the megabyte: memory that is given back to the system each time has to be
  // cleared page by page when it is asked for again.
  constexpr int megabyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
  mallopt(M_TRIM_THRESHOLD, 256 * megabyte);
  mallopt(M_TOP_PAD, 16 * megabyte);
#endif
  return static_cast<int>(tdkt::cli::run(count, words));
}
