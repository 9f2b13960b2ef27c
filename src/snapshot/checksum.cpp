// SPDX-License-Identifier: Apache-2.0
#include "snapshot/checksum.hpp"

#include <bit>
#include <cstring>

namespace tdkt::snapshot {
namespace {

constexpr std::uint64_t prime = 0x9E3779B97F4A7C15u;

constexpr std::uint64_t step(std::uint64_t lane, std::uint64_t word) { return std::rotl((lane ^ word) * prime, 31); }

}  // namespace

Checksum::Checksum(std::uint64_t seed) : lanes_{} {
  for (std::size_t i = 0; i < lanes_.size(); ++i) lanes_[i] = step(seed, i + 1);
}

void Checksum::add(const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  std::array<std::uint64_t, 8> lanes = lanes_, words;
  size_ += size;
  for (; size >= stripe; size -= stripe, at += stripe) {
    std::memcpy(words.data(), at, stripe);
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = step(lanes[i], words[i]);
  }
  if (size != 0) {
    words = {};
    std::memcpy(words.data(), at, size);
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = step(lanes[i], words[i]);
  }
  lanes_ = lanes;
}

std::uint64_t Checksum::value() const {
  std::uint64_t value = step(size_, prime);
  for (const std::uint64_t lane : lanes_) value = step(value, lane);
  return step(value, value >> 32);
}

std::uint64_t checksum_of(const void* bytes, std::size_t size, std::uint64_t seed) {
  Checksum sum(seed);
  sum.add(bytes, size);
  return sum.value();
}

}  // namespace tdkt::snapshot
