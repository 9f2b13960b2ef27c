// SPDX-License-Identifier: Apache-2.0
// Numbers and dates as they are written in one language or the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/language.hpp"
#include "values/date.hpp"
#include "values/decimal.hpp"

namespace tdkt::syntax {

// With `instead`, the text is of another form, and `instead` is how this language writes the number
// that was most likely meant.
struct NumberRead {
  std::optional<values::Decimal> number;
  std::string instead;
};
// Digits, perhaps grouped by blanks, and points and commas between digits.
NumberRead number_in(std::string_view text, grammar::Language language);

struct DateRead {
  std::optional<values::Date> date;  // nullopt: no such day
  std::string instead;
};
DateRead date_in(std::string_view text, grammar::Language language);
// For a day that there is not: day and month the right way round, or the month's last day; empty
// where neither helps.
std::string day_instead_of(std::string_view text, grammar::Language language);

std::optional<values::Decimal> hundredth(values::Decimal number);

}  // namespace tdkt::syntax
