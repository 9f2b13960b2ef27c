// SPDX-License-Identifier: Apache-2.0
// The checksum of snapshots (docs/formats/snapshot.md): quick, and sure to notice any change within
// eight bytes. It guards against damage, not against forgers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tdkt::snapshot {

inline constexpr std::size_t stripe = 64;

class Checksum {
 public:
  explicit Checksum(std::uint64_t seed = 0);
  // Whole stripes until the last call. Requires: `size` is a multiple of 64, unless no more follow.
  void add(const void* bytes, std::size_t size);
  std::uint64_t value() const;

 private:
  std::array<std::uint64_t, 8> lanes_;
  std::uint64_t size_ = 0;
};

std::uint64_t checksum_of(const void* bytes, std::size_t size, std::uint64_t seed = 0);

}  // namespace tdkt::snapshot
