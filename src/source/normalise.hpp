// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to the text that the stages read, with a map back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tdkt::source {

// From each offset of `normalised` on, the text goes on in step with the original from the offset at
// the same index of `authored`, up to the next entry.
struct OffsetMap {
  std::vector<std::uint32_t> normalised, authored;

  void add(std::size_t in_text, std::size_t in_original);
  std::uint32_t original(std::uint32_t offset, std::uint32_t size_of_original) const;
};

struct Normalised {
  std::string text;
  OffsetMap map;
};

// Requires: UTF-8.
Normalised normalise(std::string_view original);

// The end of the longest beginning that is UTF-8 without NUL bytes.
std::size_t end_of_text(std::string_view bytes);

}  // namespace tdkt::source
