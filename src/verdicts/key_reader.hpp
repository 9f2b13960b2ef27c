// SPDX-License-Identifier: Apache-2.0
// A ranking key as whole numbers, as long as it is as small as most are.
#pragma once

#include <optional>
#include <span>

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

  using Over = evaluate::CandidatePart::Over;
  Over over() const { return part_->over(); }

  // The keys of so many candidates, members or groups, as over() says. False where one is too great.
  bool read(std::span<const std::uint32_t> rows, KeyEnds* ends) const;

 private:
  using Read = bool (*)(const KeyReader&, std::span<const std::uint32_t> rows, KeyEnds* ends);
  template <class Stored>
  static bool read_stored(const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends);
  static bool read_codes(const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends);
  static bool read_worked_out(const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends);

  const evaluate::CandidatePart* part_ = nullptr;
  Read read_ = nullptr;
  const void* values_ = nullptr;
  const columns::Word* present_ = nullptr;
  const evaluate::NumberColumn* numbers_ = nullptr;
  std::uint8_t missing_ = 0, last_code_ = 0;
  bool single_ = false, high_to_low_ = true;
};

}  // namespace tdkt::verdicts
