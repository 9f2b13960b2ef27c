// SPDX-License-Identifier: Apache-2.0
// A ranking key as whole numbers, as long as it is as small as most are.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "evaluate/candidates.hpp"
#include "verdicts/ranking.hpp"

namespace tdkt::verdicts {

// What a key may be, less being better; the same twice where it is known.
struct KeyEnds {
  std::int64_t best = 0, worst = 0;
};

inline constexpr std::int64_t unknown_key = std::numeric_limits<std::int64_t>::min();  // less than every key

class KeyReader {
 public:
  // nullopt: the key is of a form that is read in another way.
  static std::optional<KeyReader> of(const evaluate::CandidatePart& part, KeyOrder order);

  using Over = evaluate::CandidatePart::Over;
  Over over() const { return part_->over(); }

  // The keys of so many candidates, members or groups, as over() says. False where one is too great.
  bool read(std::span<const std::uint32_t> rows, KeyEnds* ends) const { return read_ends_(*this, rows, ends); }
  // The same as numbers, `unknown_key` where one is not known.
  bool read(std::span<const std::uint32_t> rows, std::int64_t* keys) const { return read_keys_(*this, rows, keys); }

 private:
  template <class Key>
  using Read = bool (*)(const KeyReader&, std::span<const std::uint32_t> rows, Key* keys);
  template <class Form>
  void read_as();
  struct Codes;
  struct Narrow;
  struct WorkedOut;
  template <class Stored>
  struct AsItLies;

  const evaluate::CandidatePart* part_ = nullptr;
  Read<KeyEnds> read_ends_ = nullptr;
  Read<std::int64_t> read_keys_ = nullptr;
  const void* values_ = nullptr;
  const columns::Word* present_ = nullptr;
  const evaluate::NumberColumn* numbers_ = nullptr;
  std::uint8_t missing_ = 0, last_code_ = 0;
  bool single_ = false, high_to_low_ = true;
};

}  // namespace tdkt::verdicts
