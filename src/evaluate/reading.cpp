// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reading.hpp"

#include "evaluate/numbers.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

Value value_at(const Column& column, std::size_t row, const Records& records, typed::ScaleId scale) {
  const auto in = [&](std::size_t rows) { return rows == 1 ? 0 : row; };
  return std::visit(
      values::match{[&](const Truths& c) -> Value { return TruthView(c).row(row); },
                    [&](const NumberColumn& c) -> Value { return interval_of(number_at(c, row)); },
                    [&](const CodeColumn& c) -> Value {
                      if (c[row] >= graph::no_code) return UnknownCode{};
                      return typed::Code{scale, c[row]};
                    },
                    [&](const RowColumn& c) -> Value {
                      if (c[row] == no_row) return NoRow{};
                      if (c[row] == unknown_row) return UnknownRow{};
                      return c[row];
                    },
                    [&](const DateColumn& c) -> Value {
                      if (!c.known[in(c.rows())]) return UnknownDate{};
                      return c.dates[in(c.rows())];
                    },
                    [&](const TextColumn& c) -> Value {
                      const auto text = c.texts[in(c.rows())];
                      if (text == unknown_text) return UnknownText{};
                      return records.text(text);
                    },
                    [&](const EdgeColumn&) -> Value { return Truth::unknown; }},
      column);
}

Interval position_of(const Value& value, std::size_t scale_values) {
  const auto whole = [](std::int64_t number) { return Interval::exactly(values::Decimal(number)); };
  return std::visit(
      values::match{[](const Interval& number) { return number; },
                    [&](typed::Code code) { return whole(code.code); },
                    [&](values::Date date) { return whole(date.days); },
                    [&](UnknownCode) {
                      return values::hull(whole(0), whole(static_cast<std::int64_t>(scale_values) - 1));
                    },
                    [](const auto&) { return Interval::anything(); }},
      value);
}

}  // namespace tdkt::evaluate
