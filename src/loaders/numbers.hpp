// SPDX-License-Identifier: Apache-2.0
// Numbers as people write them: 28,5 or 28.5; 1.000, 1,000 or 1 000. A file is read in one format.
#pragma once

#include <optional>
#include <string_view>

#include "loaders/settings.hpp"
#include "values/decimal.hpp"

namespace tdkt::loaders {

struct NumberFormat {
  DecimalMark mark = DecimalMark::point;
  bool grouped = true;       // the other mark may group digits by three; blanks always may
  bool certain = true;       // false: what reads differently with the other mark is no number
};

// A whole number in digits alone, at most 18 of them, which every format reads alike.
std::optional<std::int64_t> plain_whole(std::string_view text);

// nullopt: not a number in this format.
std::optional<values::Decimal> number_in(std::string_view text, const NumberFormat& format);

// Counts which formats the numbers of a file fit.
class FormatVotes {
 public:
  void count(std::string_view text);
  NumberFormat format() const;

 private:
  std::size_t point_only_ = 0, comma_only_ = 0;
};

// Both readings of a text that fits both formats and is not the same number in them.
struct TwoReadings {
  values::Decimal with_point, with_comma;
};
std::optional<TwoReadings> two_readings(std::string_view text);

}  // namespace tdkt::loaders
