// SPDX-License-Identifier: Apache-2.0
// Comparisons. A loop works out every row, known or not; only then is what is not known taken out.
#include <algorithm>
#include <bit>
#include <limits>

#include "evaluate/kernels.hpp"
#include "evaluate/loops/loops.hpp"
#include "evaluate/numbers.hpp"
#include "values/sign.hpp"

namespace tdkt::evaluate {

using values::Sign;

namespace {

// ---- numbers ------------------------------------------------------------------------------------

Truth at_least(const Bounds& a, const Bounds& b) {
  if (!a.no_low && !b.no_high && compared_at_nine(a.low, b.high) >= 0) return Truth::yes;
  return !b.no_low && !a.no_high && compared_at_nine(b.low, a.high) > 0 ? Truth::no : Truth::unknown;
}

Truth equal(const Bounds& a, const Bounds& b) { return both(at_least(a, b), at_least(b, a)); }

template <Sign sign>
Truth compared(const Bounds& a, const Bounds& b) {
  if constexpr (sign == Sign::equal) return equal(a, b);
  if constexpr (sign == Sign::unequal) return opposite(equal(a, b));
  if constexpr (sign == Sign::at_least) return at_least(a, b);
  if constexpr (sign == Sign::at_most) return at_least(b, a);
  if constexpr (sign == Sign::above) return opposite(at_least(b, a));
  return opposite(at_least(a, b));
}

template <class Kernel>
Truths by_sign(Sign sign, Kernel kernel) {
  switch (sign) {
    case Sign::equal: return kernel.template operator()<Sign::equal>();
    case Sign::unequal: return kernel.template operator()<Sign::unequal>();
    case Sign::at_least: return kernel.template operator()<Sign::at_least>();
    case Sign::at_most: return kernel.template operator()<Sign::at_most>();
    case Sign::above: return kernel.template operator()<Sign::above>();
    case Sign::below: break;
  }
  return kernel.template operator()<Sign::below>();
}

Truths compared_numbers(Sign sign, const NumberColumn& left, const NumberColumn& right, const Work& work) {
  return by_sign(sign, [&]<Sign at>() {
    return each_word(work, [&](std::size_t word) {
      NumberBlock a, b;
      load(left, word, work.rows, a);
      load(right, word, work.rows, b);
      TruthWords words{0, 0};
      for (std::size_t i = 0; i < a.size; ++i) {
        const auto truth = compared<at>(a[i], b[i]);
        words.yes |= Word{truth == Truth::yes} << i;
        words.no |= Word{truth == Truth::no} << i;
      }
      return words;
    });
  });
}

// Eight truths, a byte each, as eight bits.
Word packed(const std::uint8_t* bytes) {
  Word result = 0;
  for (std::size_t i = 0; i < 64; i += 8) {
    Word eight = 0;
    for (std::size_t j = 0; j < 8; ++j) eight |= Word{bytes[i + j]} << (8 * j);
    result |= (eight * 0x0102040810204080ull >> 56) << i;
  }
  return result;
}

// Narrow numbers against one threshold: at nine digits that is a whole number of the column's own
// places, so that the loop compares what was read. Nullopt where the column has more places.
struct Thresholds {
  int128 equal_from, equal_to;  // values that compare equal lie between these
};

Thresholds thresholds_for(int128 threshold, int places) {
  constexpr int128 nine = power_of_ten(Decimal::digits - 9);
  const auto rounded = (threshold < 0 ? threshold - nine / 2 : threshold + nine / 2) / nine;
  const auto unit = power_of_ten(9 - places);
  const auto floor = rounded >= 0 || rounded % unit == 0 ? rounded / unit : rounded / unit - 1;
  return rounded % unit == 0 ? Thresholds{floor, floor} : Thresholds{floor + 1, floor};
}

template <class Stored>
Truths against_threshold(Sign sign, const NumberColumn& column, const columns::Array<Stored>& values, int128 threshold,
                         const Work& work) {
  const auto [from, to] = thresholds_for(threshold, column.stored->places);
  const auto least = static_cast<int128>(std::numeric_limits<Stored>::min());
  const auto most = static_cast<int128>(std::numeric_limits<Stored>::max());
  // value >= from, or value > to, as closed comparisons within the column's type.
  const bool never_from = from > most, never_above = to >= most;
  const auto at_least_from = static_cast<Stored>(std::clamp(from, least, most));
  const auto above_to = static_cast<Stored>(std::clamp(to + 1, least, most));
  const auto missing = bounds_of(column.missing);
  const Bounds known{threshold, threshold, false, false};
  return by_sign(sign, [&]<Sign at>() {
    const auto unknown = compared<at>(missing, known);
    return each_word(work, [&](std::size_t word) {
      const auto first = word * 64, size = std::min<std::size_t>(64, work.rows - first);
      alignas(64) std::uint8_t reached[64] = {}, passed[64] = {};
      const auto* here = values.data() + first;
      const auto compare_with = [&](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) reached[i] = here[i] >= at_least_from;
        for (std::size_t i = 0; i < count; ++i) passed[i] = here[i] >= above_to;
      };
      if (size == 64) compare_with(64);  // a loop of known length is one that the compiler can unroll
      else compare_with(size);
      const auto not_below = never_from ? 0 : packed(reached), above = never_above ? 0 : packed(passed);
      Word yes = 0;
      if constexpr (at == Sign::equal) yes = not_below & ~above;
      if constexpr (at == Sign::unequal) yes = ~(not_below & ~above);
      if constexpr (at == Sign::at_least) yes = not_below;
      if constexpr (at == Sign::at_most) yes = ~above;
      if constexpr (at == Sign::above) yes = above;
      if constexpr (at == Sign::below) yes = ~not_below;
      const auto present = column.present->words[word];
      return TruthWords{(yes & present) | (unknown == Truth::yes ? ~present : 0),
                        (~yes & present) | (unknown == Truth::no ? ~present : 0)};
    });
  });
}

Truths compared_numbers_of_any_form(Sign sign, const NumberColumn& left, const NumberColumn& right, const Work& work) {
  if (left.rows == 1 && right.rows != 1) return compared_numbers_of_any_form(turned(sign), right, left, work);
  const bool narrow = left.stored && left.stored->places <= 9 && right.rows == 1 && left.rows == work.rows;
  const auto threshold = narrow ? number_at(right, 0) : Bounds::anything();
  if (!threshold.known()) return compared_numbers(sign, left, right, work);
  return std::visit(
      [&](const auto& values) -> Truths {
        using Stored = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (sizeof(Stored) > 8) return compared_numbers(sign, left, right, work);
        else return against_threshold(sign, left, values, threshold.low, work);
      },
      left.stored->values);
}

// ---- everything else ----------------------------------------------------------------------------

Truth in_order(Sign sign, int order) {
  switch (sign) {
    case Sign::equal: return values::truth_of(order == 0);
    case Sign::unequal: return values::truth_of(order != 0);
    case Sign::at_least: return values::truth_of(order >= 0);
    case Sign::at_most: return values::truth_of(order <= 0);
    case Sign::above: return values::truth_of(order > 0);
    case Sign::below: return values::truth_of(order < 0);
  }
  return Truth::unknown;
}

template <class Value>
int order_of(Value a, Value b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

// Two scale values, either of which may be any of the scale's.
Truth compared_codes(Sign sign, std::uint8_t a, std::uint8_t b, int values) {
  if (a == graph::no_code || b == graph::no_code) return Truth::unknown;
  const auto range = [&](std::uint8_t code) {
    const bool known = code != graph::unknown_code;
    return Bounds{known ? code : 0, known ? code : values - 1, false, false};
  };
  const auto unit = power_of_ten(Decimal::digits);
  auto left = range(a), right = range(b);
  left.low *= unit, left.high *= unit, right.low *= unit, right.high *= unit;
  Truth result = Truth::unknown;
  const auto decide = [&]<Sign at>() {
    result = compared<at>(left, right);
    return Truths();
  };
  by_sign(sign, decide);
  return result;
}

}  // namespace

Column worked_out(const graph::Compare& compare, const Work& work) {
  const auto& left = *work.inputs[0];
  const auto& right = *work.inputs[1];
  const auto sign = compare.sign;
  const auto single = [](std::size_t rows, std::size_t row) { return rows == 1 ? 0 : row; };
  if (const auto* a = std::get_if<NumberColumn>(&left))
    return compared_numbers_of_any_form(sign, *a, std::get<NumberColumn>(right), work);
  if (const auto* a = std::get_if<CodeColumn>(&left)) {
    const auto& b = std::get<CodeColumn>(right);
    return each_truth(work, [&](std::size_t i) { return compared_codes(sign, (*a)[i], b[i], compare.values); });
  }
  if (const auto* a = std::get_if<RowColumn>(&left)) {
    const auto& b = std::get<RowColumn>(right);
    return each_truth(work, [&](std::size_t i) {
      const auto x = (*a)[i], y = b[i];
      return x == unknown_row || y == unknown_row ? Truth::unknown : in_order(sign, order_of(x, y));
    });
  }
  if (const auto* a = std::get_if<DateColumn>(&left)) {
    const auto& b = std::get<DateColumn>(right);
    return each_truth(work, [&](std::size_t i) {
      const auto x = single(a->rows(), i), y = single(b.rows(), i);
      return a->known[x] && b.known[y] ? in_order(sign, order_of(a->dates[x], b.dates[y])) : Truth::unknown;
    });
  }
  if (const auto* a = std::get_if<TextColumn>(&left)) {
    const auto& b = std::get<TextColumn>(right);
    return each_truth(work, [&](std::size_t i) {
      const auto x = a->texts[single(a->rows(), i)], y = b.texts[single(b.rows(), i)];
      if (x == unknown_text || y == unknown_text) return Truth::unknown;
      return in_order(sign, order_of(work.records.text_class(x), work.records.text_class(y)));
    });
  }
  const TruthView a(std::get<Truths>(left)), b(std::get<Truths>(right));
  return each_word(work, [&](std::size_t word) {
    const auto x = a[word], y = b[word];
    const auto same = (x.yes & y.yes) | (x.no & y.no), differ = (x.yes & y.no) | (x.no & y.yes);
    return sign == Sign::unequal ? TruthWords{differ, same} : TruthWords{same, differ};
  });
}

namespace {

// The codes that are in, as ranges: those of `at least good` are one.
std::vector<Loops::Range> ranges_of(const std::array<std::uint8_t, 256>& in, unsigned values) {
  std::vector<Loops::Range> ranges;
  for (unsigned code = 0; code < values; ++code) {
    if (!in[code]) continue;
    if (!ranges.empty() && ranges.back().last + 1u == code) ++ranges.back().last;
    else ranges.push_back({static_cast<std::uint8_t>(code), static_cast<std::uint8_t>(code)});
  }
  return ranges;
}

constexpr std::size_t words_at_a_time = 256;

}  // namespace

Column worked_out(const graph::InCodes& in_codes, const Work& work) {
  const auto& column = work.input<CodeColumn>(0);
  std::array<std::uint8_t, 256> yes{}, no{};
  int met = 0;
  for (unsigned code = 0; code < in_codes.values; ++code) {
    yes[code] = in_codes.codes[code / 64] >> (code % 64) & 1;
    no[code] = !yes[code];
    met += yes[code];
  }
  const auto settle = [&](unsigned code) {
    yes[code] = met == in_codes.values && met > 0;
    no[code] = met == 0;
  };
  settle(graph::unknown_code);
  const auto as_missing = column.missing;
  if (as_missing != graph::unknown_code) yes[columns::missing_code] = yes[as_missing], no[columns::missing_code] = no[as_missing];
  auto result = Truths::to_fill(column.rows == 1 ? 1 : work.rows);
  const auto look_up = [&](std::size_t row) {
    if (yes[column.codes[row]]) result.yes.set(row);
    if (no[column.codes[row]]) result.no.set(row);
  };
  if (column.rows == 1) return look_up(0), result;
  // Those that are in, those that are known, and what is missing, if that speaks.
  auto ranges = ranges_of(yes, in_codes.values);
  const auto met_ranges = ranges.size();
  ranges.push_back({0, static_cast<std::uint8_t>(in_codes.values - 1)});
  const bool speaks = yes[columns::missing_code] || no[columns::missing_code];
  if (speaks) ranges.push_back({columns::missing_code, columns::missing_code});
  const auto& loops = evaluate::loops();
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    std::vector<Word> words(ranges.size() * words_at_a_time);
    std::vector<Word*> bits;
    for (std::size_t r = 0; r < ranges.size(); ++r) bits.push_back(words.data() + r * words_at_a_time);
    for (auto first = begin / 64; first < end / 64; first += words_at_a_time) {
      const auto count = std::min(words_at_a_time, end / 64 - first);
      loops.in_ranges(column.codes + 64 * first, count, ranges.data(), ranges.size(), bits.data());
      for (std::size_t r = 1; r < met_ranges; ++r)
        for (std::size_t i = 0; i < count; ++i) bits[0][i] |= bits[r][i];
      for (std::size_t i = 0; i < count; ++i) {
        const auto in = met_ranges == 0 ? 0 : bits[0][i], known = bits[met_ranges][i];
        result.yes.words[first + i] = in, result.no.words[first + i] = known & ~in;
      }
      if (!speaks) continue;
      auto& side = yes[columns::missing_code] ? result.yes : result.no;
      for (std::size_t i = 0; i < count; ++i) side.words[first + i] |= bits[met_ranges + 1][i];
    }
    for (auto row = std::max(begin, end / 64 * 64); row < end; ++row) look_up(row);
  });
  return result;
}

}  // namespace tdkt::evaluate
