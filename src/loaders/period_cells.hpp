// SPDX-License-Identifier: Apache-2.0
// The period that each row of a table is of.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "columns/schema.hpp"
#include "loaders/binding.hpp"
#include "loaders/cells.hpp"

namespace tdkt::loaders {

inline constexpr std::int32_t no_period = std::numeric_limits<std::int32_t>::min();
inline constexpr int earliest_year = 1800, latest_year = 2199;

// The column that says the period of this timing.
std::optional<std::size_t> period_column(const Binding& binding, const columns::Timing& timing);

Phrase cadence_phrase(const columns::Schema& schema, const columns::Timing& timing);  // "yearly"
Phrase period_header(const columns::Schema& schema, const columns::Timing& timing);   // "year"
Phrase period_example(const columns::Schema& schema, const columns::Timing& timing);  // "2024"
std::string period_label(const columns::Schema& schema, const columns::Timing& timing, std::int32_t index);

// A cell of a period's column. Without a year of its own it needs the row's: month 3.
struct PeriodCell {
  int year = 0;
  int number = 0;  // within the year, from 1
};
std::optional<PeriodCell> period_cell(const columns::Schema& schema, const columns::Timing& timing,
                                      std::string_view text);
// no_period where there is no such period (week 53 of a year with 52).
std::int32_t index_of(const columns::Schema& schema, const columns::Timing& timing, PeriodCell cell);

// All periods of the timing that end in one of the years.
std::vector<std::int32_t> periods_in(const columns::Schema& schema, const columns::Timing& timing,
                                     const std::vector<int>& years);

std::optional<values::Date> date_in(std::string_view text);

}  // namespace tdkt::loaders
