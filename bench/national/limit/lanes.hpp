// SPDX-License-Identifier: Apache-2.0
// 64 bytes at once (AVX2), and questions to them whose answers are bits.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace tdkt::bench::national {

using Bits = std::uint64_t;

constexpr Bits first_bits(std::uint64_t count) { return count == 0 ? 0 : ~Bits{0} >> (64 - count); }

// Bytes to be compared as unsigned. Where 32 are enough, the second half is left alone: `whole` is false.
class Lanes {
 public:
  Lanes(const std::uint8_t* bytes, bool whole)
      : Lanes(half(bytes), whole ? half(bytes + 32) : _mm256_setzero_si256(), whole) {}

  Lanes low_nibbles() const {
    const auto mask = _mm256_set1_epi8(0x0F);
    return {_mm256_and_si256(low_, mask), whole_ ? _mm256_and_si256(high_, mask) : high_, whole_};
  }
  Bits at_least(std::uint8_t least) const {
    const auto limit = _mm256_set1_epi8(static_cast<char>(least));
    const auto reach = [&](__m256i half) { return bits(_mm256_cmpeq_epi8(_mm256_max_epu8(half, limit), half)); };
    return whole_ ? reach(low_) | reach(high_) << 32 : reach(low_);
  }
  Bits equal_to(std::uint8_t value) const {
    const auto wanted = _mm256_set1_epi8(static_cast<char>(value));
    const auto equal = [&](__m256i half) { return bits(_mm256_cmpeq_epi8(half, wanted)); };
    return whole_ ? equal(low_) | equal(high_) << 32 : equal(low_);
  }

 private:
  Lanes(__m256i low, __m256i high, bool whole) : low_(low), high_(high), whole_(whole) {}
  static __m256i half(const std::uint8_t* bytes) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
  }
  static Bits bits(__m256i mask) { return static_cast<std::uint32_t>(_mm256_movemask_epi8(mask)); }

  __m256i low_, high_;
  bool whole_;
};

}  // namespace tdkt::bench::national
