// SPDX-License-Identifier: Apache-2.0
// A ranking key as whole numbers, as long as it is as small as most are.
#pragma once

#include <optional>

#include "evaluate/candidates.hpp"
#include "verdicts/ranking.hpp"

namespace tdkt::verdicts {

// What a key may be, less being better; the same twice where it is known.
struct KeyEnds {
  std::int64_t best = 0, worst = 0;
};

class KeyReader {
 public:
  // nullopt: the key is of a form that is read in another way.
  static std::optional<KeyReader> of(const evaluate::CandidatePart& part, KeyOrder order);

  // False where the candidate's key is too great.
  bool read(evaluate::Candidate who, KeyEnds& ends) const {
    std::int64_t low = 0, high = 0;
    if (!read_(*this, single_ ? 0 : part_->row(who), low, high)) return false;
    ends = high_to_low_ ? KeyEnds{-high, -low} : KeyEnds{low, high};
    return true;
  }

  // Asks for what read() will look at, which may lie far off.
  void fetch(evaluate::Candidate who) const {
    if (values_ && !single_) __builtin_prefetch(static_cast<const char*>(values_) + part_->row(who) * size_);
  }

 private:
  using Read = bool (*)(const KeyReader&, std::size_t row, std::int64_t& low, std::int64_t& high);
  template <class Stored>
  static bool read_stored(const KeyReader& reader, std::size_t row, std::int64_t& low, std::int64_t& high);
  static bool read_code(const KeyReader& reader, std::size_t row, std::int64_t& low, std::int64_t& high);
  static bool read_worked_out(const KeyReader& reader, std::size_t row, std::int64_t& low, std::int64_t& high);

  const evaluate::CandidatePart* part_ = nullptr;
  Read read_ = nullptr;
  const void* values_ = nullptr;
  const columns::Word* present_ = nullptr;
  const evaluate::NumberColumn* numbers_ = nullptr;
  std::uint8_t missing_ = 0, last_code_ = 0, size_ = 1;  // size_: bytes of a value
  bool single_ = false, high_to_low_ = true;
};

}  // namespace tdkt::verdicts
