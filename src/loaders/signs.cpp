// SPDX-License-Identifier: Apache-2.0
#include "loaders/signs.hpp"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(__x86_64__) && defined(__GNUC__)
#define TDKT_INLINE inline __attribute__((always_inline))
#else
#define TDKT_INLINE inline
#endif

namespace tdkt::loaders {
namespace {

// Which of 64 bytes are which, the first in the lowest bit. Where there are neither quotation marks nor carriage
// returns, as in most files, both are found to be none at once.
struct Marks {
  std::uint64_t delimiters_and_ends, ends, quotes = 0, returns = 0;
};

#if defined(__SSE2__)
TDKT_INLINE Marks marks_in(const char* bytes, char delimiter) {
  const __m128i parts[4]{_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)),
                         _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16)),
                         _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 32)),
                         _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 48))};
  const auto either = [&](int i, char a, char b) {
    return _mm_or_si128(_mm_cmpeq_epi8(parts[i], _mm_set1_epi8(a)), _mm_cmpeq_epi8(parts[i], _mm_set1_epi8(b)));
  };
  const auto where = [](auto found_in) {
    std::uint64_t found = 0;
    for (int i = 3; i >= 0; --i) found = found << 16 | static_cast<unsigned>(_mm_movemask_epi8(found_in(i)));
    return found;
  };
  const auto is = [&](char sign) {
    return where([&](int i) { return _mm_cmpeq_epi8(parts[i], _mm_set1_epi8(sign)); });
  };
  Marks marks{where([&](int i) { return either(i, delimiter, '\n'); }), is('\n')};
  const __m128i rare = _mm_or_si128(_mm_or_si128(either(0, '"', '\r'), either(1, '"', '\r')),
                                    _mm_or_si128(either(2, '"', '\r'), either(3, '"', '\r')));
  if (_mm_movemask_epi8(rare) != 0) {
    marks.quotes = is('"');
    marks.returns = is('\r');
  }
  return marks;
}
#else
TDKT_INLINE Marks marks_in(const char* bytes, char delimiter) {
  Marks marks{};
  for (int i = 0; i < 64; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (bytes[i] == delimiter || bytes[i] == '\n') marks.delimiters_and_ends |= bit;
    if (bytes[i] == '\n') marks.ends |= bit;
    if (bytes[i] == '"') marks.quotes |= bit;
    if (bytes[i] == '\r') marks.returns |= bit;
  }
  return marks;
}
#endif

// Writes more than there is, which is cheaper than to ask each time; returns the end of what there is.
template <int at_once>
TDKT_INLINE std::uint32_t* put_offsets(std::uint64_t marks, std::uint32_t behind, std::uint32_t* to) {
  std::uint32_t* const end = to + std::popcount(marks);
  do {
    for (int i = 0; i < at_once; ++i, marks &= marks - 1)
      to[i] = behind + static_cast<std::uint32_t>(std::countr_zero(marks));
    to += at_once;
  } while (marks != 0);
  return end;
}

TDKT_INLINE Signs find(const char* bytes, std::size_t size, char delimiter, std::uint32_t* begins,
                       std::uint32_t* row_ends) {
  std::uint64_t returns = 0;
  for (std::size_t at = 0; at < size; at += 64) {
    const Marks marks = marks_in(bytes + at, delimiter);
    std::uint64_t inside = size - at >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (size - at)) - 1;
    const std::uint64_t quotes = marks.quotes & inside;
    if (quotes != 0) inside &= (quotes & -quotes) - 1;
    returns |= marks.returns & inside;
    const auto behind = static_cast<std::uint32_t>(at + 1);
    begins = put_offsets<16>(marks.delimiters_and_ends & inside, behind, begins);
    row_ends = put_offsets<2>(marks.ends & inside, behind, row_ends);
    if (quotes != 0) break;
  }
  return {begins, row_ends, returns != 0};
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("avx,bmi,popcnt"))) Signs find_with_more(const char* bytes, std::size_t size, char delimiter,
                                                                std::uint32_t* begins, std::uint32_t* row_ends) {
  return find(bytes, size, delimiter, begins, row_ends);
}
#endif

}  // namespace

Signs find_signs(const char* bytes, std::size_t size, char delimiter, std::uint32_t* begins, std::uint32_t* row_ends) {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool has_more =
      __builtin_cpu_supports("avx") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  if (has_more) return find_with_more(bytes, size, delimiter, begins, row_ends);
#endif
  return find(bytes, size, delimiter, begins, row_ends);
}

}  // namespace tdkt::loaders
