// SPDX-License-Identifier: Apache-2.0
// The first bytes of a snapshot.
#pragma once

#include <array>
#include <cstdint>

#include "columns/schema.hpp"

namespace tdkt::snapshot {

inline constexpr std::array<unsigned char, 8> magic{0x89, 'T', 'D', 'K', 'T', '\r', '\n', 0x1A};
inline constexpr std::uint32_t format_version = 1, byte_order = 0x01020304;

using Digest = std::array<std::uint64_t, 2>;

struct Header {
  std::array<unsigned char, 8> begins = magic;
  std::uint32_t version = format_version, order = byte_order;
  std::uint64_t file_size = 0;
  std::uint64_t directory_at = 0, directory_size = 0, directory_checksum = 0;
  Digest vocabulary{};
  std::uint64_t checksum = 0;                  // of the 64 bytes before
  std::array<std::uint64_t, 7> reserved{};
};
static_assert(sizeof(Header) == 128);

std::uint64_t checksum_of(const Header& header);

// Of everything that a vocabulary declares, names and all.
Digest digest_of(const columns::Schema& schema);

}  // namespace tdkt::snapshot
