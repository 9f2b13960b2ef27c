// SPDX-License-Identifier: Apache-2.0
// A ranking key as whole numbers, as long as it is known and as small as most are.
#pragma once

#include <optional>

#include "evaluate/candidates.hpp"
#include "verdicts/ranking.hpp"

namespace tdkt::verdicts {

class KeyReader {
 public:
  // nullopt: the key is of a form that is read in another way.
  static std::optional<KeyReader> of(const evaluate::CandidatePart& part, KeyOrder order);

  // Less is better. False where the candidate's key is not known, or too great.
  bool read(evaluate::Candidate who, std::int64_t& key) const {
    const auto row = single_ ? 0 : part_->row(who);
    if (!read_(*this, row, key)) return false;
    if (high_to_low_) key = -key;
    return true;
  }

 private:
  using Read = bool (*)(const KeyReader&, std::size_t row, std::int64_t& key);
  template <class Stored>
  static bool read_stored(const KeyReader& reader, std::size_t row, std::int64_t& key);
  static bool read_code(const KeyReader& reader, std::size_t row, std::int64_t& key);
  static bool read_worked_out(const KeyReader& reader, std::size_t row, std::int64_t& key);

  const evaluate::CandidatePart* part_ = nullptr;
  Read read_ = nullptr;
  const void* values_ = nullptr;
  const columns::Word* present_ = nullptr;
  const evaluate::NumberColumn* numbers_ = nullptr;
  std::uint8_t missing_ = 0;
  bool single_ = false, high_to_low_ = true;
};

}  // namespace tdkt::verdicts
