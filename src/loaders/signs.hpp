// SPDX-License-Identifier: Apache-2.0
// Where the signs that end cells and rows stand among bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tdkt::loaders {

struct Signs {
  std::uint32_t* begins;            // behind the last offset found
  std::uint32_t* row_ends;
  bool returns;                     // carriage returns were met
};

// Puts the offset behind each delimiter and each line end into `begins`, that behind each line end into
// `row_ends`, up to the first quotation mark or `size`. Requires: 64 bytes may be read behind the last; each
// array has room for `size` + 64 offsets.
Signs find_signs(const char* bytes, std::size_t size, char delimiter, std::uint32_t* begins, std::uint32_t* row_ends);

}  // namespace tdkt::loaders
