// SPDX-License-Identifier: Apache-2.0
// Kernels against their definitions, by trying every way that the unknowns could turn out.
#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {
namespace {

const Records& no_records() {
  static const columns::Schema schema;
  static const columns::Dataset data;
  static const Records records(schema, data);
  return records;
}

// One source whose members are edges 0 … n.
ColumnPtr edges(std::size_t members, bool open = false) {
  EdgeColumn column;
  column.sources = 1;
  column.own_offsets = {0, static_cast<std::uint32_t>(members)};
  for (std::size_t i = 0; i < members; ++i) column.own_targets.push_back(static_cast<Row>(i));
  column.offsets = column.own_offsets.data();
  column.targets = column.own_targets.data();
  if (open) column.open = Bits(1, true);
  return std::make_shared<const Column>(std::move(column));
}

// A column of truths that is never taken for a single one that stands for all.
ColumnPtr truths(std::vector<Truth> rows) {
  rows.resize(std::max<std::size_t>(rows.size(), 2), Truth::unknown);
  Truths column(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == Truth::yes) column.yes.set(i);
    if (rows[i] == Truth::no) column.no.set(i);
  }
  return std::make_shared<const Column>(std::move(column));
}

ColumnPtr numbers(const std::vector<Interval>& rows) {
  auto column = numbers_to_fill(std::max<std::size_t>(rows.size(), 2));
  for (std::size_t i = 0; i < rows.size(); ++i) store(column, i, bounds_of(rows[i]));
  settle(column);
  return std::make_shared<const Column>(std::move(column));
}
ColumnPtr number(Decimal value) { return std::make_shared<const Column>(constant(Interval::exactly(value))); }

template <class Operation>
Column run(const Operation& operation, graph::Kind kind, const std::vector<ColumnPtr>& inputs, std::size_t rows = 1) {
  static Pool pool(1);
  const graph::Node node{operation, {}, graph::one, kind};
  return worked_out(operation, Work{node, rows, inputs, no_records(), pool});
}

Decimal decimal(const char* text) { return *Decimal::parse(text); }

struct Member {
  Truth belongs, holds;
};

// Every completion of who belongs and for whom it holds: how many belong, and for how many it holds.
void each_completion(const std::vector<Member>& members, const std::function<void(int in, int holding)>& visit) {
  const std::function<void(std::size_t, int, int)> choose = [&](std::size_t i, int in, int holding) {
    if (i == members.size()) return visit(in, holding);
    if (members[i].belongs != Truth::yes) choose(i + 1, in, holding);
    if (members[i].belongs == Truth::no) return;
    if (members[i].holds != Truth::yes) choose(i + 1, in + 1, holding);
    if (members[i].holds != Truth::no) choose(i + 1, in + 1, holding + 1);
  };
  choose(0, 0, 0);
}

bool satisfies(values::Sign sign, int128 left, int128 right) {
  using values::Sign;
  switch (sign) {
    case Sign::equal: return left == right;
    case Sign::unequal: return left != right;
    case Sign::at_least: return left >= right;
    case Sign::at_most: return left <= right;
    case Sign::above: return left > right;
    case Sign::below: return left < right;
  }
  return false;
}

Truth by_enumeration(const graph::Count& count, const std::vector<Member>& members, Decimal low, Decimal high) {
  bool yes = false, no = false;
  each_completion(members, [&](int in, int holding) {
    if (in == 0 && count.or_when_none) {
      yes = true;
    } else if (in == 0 && count.share) {
      yes = no = true;
    } else {
      const int128 left = int128{holding} * Decimal::one, of = count.share ? in : 1;
      const bool holds = count.between ? left >= low.scaled() * of && left <= high.scaled() * of
                                       : satisfies(count.sign, left, low.scaled() * of);
      (holds ? yes : no) = true;
    }
  });
  return yes && !no ? Truth::yes : no && !yes ? Truth::no : Truth::unknown;
}

TEST(Kernels, QuantifiersAreExact) {
  std::mt19937 random(7);
  const auto pick = [&](unsigned below) { return random() % below; };
  const std::vector<Decimal> shares{decimal("0"),   decimal("0.25"), decimal("0.333333333333"), decimal("0.5"),
                                    decimal("0.6"), decimal("0.75"), decimal("1"),              decimal("1.5")};
  std::size_t determined = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Member> members(pick(7));
    std::vector<Truth> belongs, holds;
    for (auto& member : members) {
      member = {static_cast<Truth>(pick(3)), static_cast<Truth>(pick(3))};
      if (pick(2) == 0) member.belongs = Truth::yes;
      belongs.push_back(member.belongs), holds.push_back(member.holds);
    }
    const bool share = pick(2) == 0, between = pick(4) == 0;
    const graph::Count count{true, true, share, between, pick(3) == 0, static_cast<values::Sign>(between ? 0 : pick(6))};
    const auto low = share ? shares[pick(8)] : Decimal(static_cast<std::int64_t>(pick(6)));
    const auto high = share ? shares[pick(8)] : Decimal(static_cast<std::int64_t>(pick(6)));
    std::vector<ColumnPtr> inputs{edges(members.size()), truths(belongs), truths(holds), number(low)};
    if (between) inputs.push_back(number(high));
    const auto wanted = by_enumeration(count, members, low, high);
    ASSERT_EQ(std::get<Truths>(run(count, graph::Kind::truth, inputs))[0], wanted) << "round " << round;
    determined += wanted != Truth::unknown;
  }
  EXPECT_GT(determined, 5'000u);
}

// Further members may exist: as many of any kind as one likes, here up to eight.
TEST(Kernels, OpenSetsDetermineOnlyWhatNoFurtherMemberChanges) {
  std::mt19937 random(11);
  const auto pick = [&](unsigned below) { return random() % below; };
  for (int round = 0; round < 600; ++round) {
    std::vector<Member> members(1 + pick(3));
    std::vector<Truth> belongs, holds;
    for (auto& member : members) {
      member = {pick(2) == 0 ? Truth::yes : static_cast<Truth>(pick(3)), static_cast<Truth>(pick(3))};
      belongs.push_back(member.belongs), holds.push_back(member.holds);
    }
    const bool share = pick(2) == 0;
    const graph::Count count{true, true, share, false, pick(3) == 0, static_cast<values::Sign>(pick(6))};
    const auto low = share ? decimal(std::vector<const char*>{"0", "0.5", "1"}[pick(3)]) : Decimal(static_cast<std::int64_t>(pick(4)));
    const auto truth = std::get<Truths>(
        run(count, graph::Kind::truth, {edges(members.size(), true), truths(belongs), truths(holds), number(low)}))[0];
    auto more = members;
    for (int i = 0; i < 8; ++i) more.push_back({Truth::unknown, Truth::unknown});
    const auto wanted = by_enumeration(count, more, low, low);
    EXPECT_TRUE(truth == wanted || truth == Truth::unknown) << "round " << round;
  }
}

// Bounds of a figure over every choice of members and of the ends of their values.
TEST(Kernels, FiguresBoundEveryCompletion) {
  using typed::Function;
  std::mt19937 random(13);
  const auto pick = [&](unsigned below) { return random() % below; };
  for (int round = 0; round < 4'000; ++round) {
    const auto size = 1 + pick(4);
    std::vector<Truth> belongs;
    std::vector<Interval> intervals;
    for (unsigned i = 0; i < size; ++i) {
      belongs.push_back(pick(3) == 0 ? Truth::unknown : Truth::yes);
      const auto low = static_cast<std::int64_t>(pick(9)) - 3;
      const auto high = low + (pick(2) == 0 ? 0 : static_cast<std::int64_t>(pick(4)));
      intervals.push_back({Decimal(low), Decimal(high)});
    }
    const auto function = std::vector{Function::total, Function::average, Function::highest, Function::lowest,
                                      Function::median}[pick(5)];
    const auto result = run(graph::Aggregate{true, false, true, function, false}, graph::Kind::number,
                            {edges(size), truths(belongs), numbers(intervals)});
    const auto got = interval_of(number_at(std::get<NumberColumn>(result), 0));

    std::optional<Interval> wanted;
    bool may_be_nobody = false;
    for (unsigned choice = 0; choice < 1u << (2 * size); ++choice) {
      std::vector<Decimal> values;
      bool possible = true;
      for (unsigned i = 0; i < size; ++i) {
        const bool in = choice >> (2 * i) & 1, top = choice >> (2 * i + 1) & 1;
        if (!in && belongs[i] == Truth::yes) possible = false;
        if (in) values.push_back(top ? *intervals[i].high : *intervals[i].low);
      }
      if (!possible) continue;
      std::sort(values.begin(), values.end());
      Decimal total;
      for (const auto value : values) total = *values::sum(total, value);
      const auto n = values.size();
      std::optional<Decimal> figure;
      if (function == Function::total) figure = total;
      else if (n == 0) may_be_nobody = true;
      else if (function == Function::average) figure = values::quotient(total, Decimal(static_cast<std::int64_t>(n)));
      else if (function == Function::highest) figure = values.back();
      else if (function == Function::lowest) figure = values.front();
      else figure = n % 2 == 1 ? values[n / 2] : *values::quotient(*values::sum(values[n / 2 - 1], values[n / 2]), Decimal(2));
      if (figure) wanted = wanted ? values::hull(*wanted, Interval::exactly(*figure)) : Interval::exactly(*figure);
    }
    EXPECT_EQ(got, may_be_nobody || !wanted ? Interval::anything() : *wanted) << "round " << round;
  }
}

TEST(Kernels, TotalsDoNotDependOnOrder) {
  const auto great = Decimal::from_scaled(power_of_ten(38) - 1), small = Decimal::from_scaled(-(power_of_ten(38) - 1));
  for (const auto& order : {std::vector{great, great, small}, std::vector{great, small, great}, std::vector{small, great, great}}) {
    std::vector<Interval> values;
    for (const auto value : order) values.push_back(Interval::exactly(value));
    const auto result = run(graph::Aggregate{false, false, true, typed::Function::total, false}, graph::Kind::number,
                            {edges(3), numbers(values)});
    EXPECT_EQ(interval_of(number_at(std::get<NumberColumn>(result), 0)), Interval::exactly(great));
  }
  const auto result = run(graph::Aggregate{false, false, true, typed::Function::total, false}, graph::Kind::number,
                          {edges(2), numbers({Interval::exactly(great), Interval::exactly(great)})});
  EXPECT_EQ(interval_of(number_at(std::get<NumberColumn>(result), 0)), Interval::anything());
}

TEST(Kernels, LogicIsKleenes) {
  const std::vector<Truth> all{Truth::no, Truth::unknown, Truth::yes};
  for (const auto a : all)
    for (const auto b : all) {
      const std::vector<ColumnPtr> inputs{truths({a}), truths({b})};
      EXPECT_EQ(std::get<Truths>(run(graph::All{}, graph::Kind::truth, inputs, 2))[0], both(a, b));
      EXPECT_EQ(std::get<Truths>(run(graph::Any{}, graph::Kind::truth, inputs, 2))[0], either(a, b));
      const auto two = std::get<Truths>(run(graph::AtLeast{2}, graph::Kind::truth, inputs, 2))[0];
      EXPECT_EQ(two, both(a, b));
      const auto one = std::get<Truths>(run(graph::AtLeast{1}, graph::Kind::truth, inputs, 2))[0];
      EXPECT_EQ(one, either(a, b));
    }
}

// The loop over narrow numbers against the definition, around every threshold that matters.
TEST(Kernels, NarrowNumbersCompareAsDecimals) {
  columns::Numbers narrow;
  narrow.places = 2;
  std::vector<std::int16_t> stored;
  for (int i = -300; i <= 300; i += 7) stored.push_back(static_cast<std::int16_t>(i));
  stored.push_back(std::numeric_limits<std::int16_t>::max());
  stored.push_back(std::numeric_limits<std::int16_t>::min());
  narrow.values = stored;
  Bits present(stored.size(), true);
  present.clear(3);
  NumberColumn column;
  column.rows = stored.size();
  column.stored = std::shared_ptr<const columns::Numbers>(std::shared_ptr<void>(), &narrow);
  column.present = std::shared_ptr<const Bits>(std::shared_ptr<void>(), &present);
  column.missing = {Decimal(0), Decimal(2)};
  const auto left = std::make_shared<const Column>(column);
  for (const auto* text : {"0", "0.7", "-0.7", "0.705", "-0.705", "0.0000000004", "0.0000000006", "-0.0000000006", "2.0",
                           "2.1", "-1", "327.67", "327.68", "-327.68", "-327.69", "1000", "-1000", "0.6999999999"}) {
    const auto threshold = decimal(text);
    for (int sign = 0; sign < 6; ++sign) {
      const graph::Compare compare{static_cast<values::Sign>(sign), 0};
      const auto result = std::get<Truths>(run(compare, graph::Kind::truth, {left, number(threshold)}, stored.size()));
      for (std::size_t row = 0; row < stored.size(); ++row) {
        const auto value = row == 3 ? column.missing : Interval::exactly(narrow.at(static_cast<Row>(row)));
        ASSERT_EQ(result[row], values::compared(compare.sign, value, Interval::exactly(threshold)))
            << stored[row] << " against " << text << " by sign " << sign;
      }
    }
  }
}

TEST(Kernels, WideNumbersCompareAsIntervals) {
  std::mt19937 random(17);
  const auto pick = [&](unsigned below) { return random() % below; };
  const auto end = [&]() -> std::optional<Decimal> {
    if (pick(5) == 0) return std::nullopt;
    return Decimal::from_scaled(int128{static_cast<int>(pick(5)) - 2} * Decimal::one + static_cast<int>(pick(5)) * 300 - 600);
  };
  const auto interval = [&] {
    Interval result{end(), end()};
    if (result.low && result.high && *result.low > *result.high) std::swap(result.low, result.high);
    return result;
  };
  std::vector<Interval> a, b;
  for (int i = 0; i < 5'000; ++i) a.push_back(interval()), b.push_back(interval());
  for (int sign = 0; sign < 6; ++sign) {
    const graph::Compare compare{static_cast<values::Sign>(sign), 0};
    const auto result = std::get<Truths>(run(compare, graph::Kind::truth, {numbers(a), numbers(b)}, a.size()));
    for (std::size_t i = 0; i < a.size(); ++i) ASSERT_EQ(result[i], values::compared(compare.sign, a[i], b[i]));
  }
  for (const auto op : {typed::Operator::plus, typed::Operator::minus, typed::Operator::times, typed::Operator::over}) {
    const auto result = run(graph::Arithmetic{op}, graph::Kind::number, {numbers(a), numbers(b)}, a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      const auto wanted = op == typed::Operator::plus    ? values::sum(a[i], b[i])
                          : op == typed::Operator::minus ? values::difference(a[i], b[i])
                          : op == typed::Operator::times ? values::product(a[i], b[i])
                                                         : values::quotient(a[i], b[i]);
      ASSERT_EQ(interval_of(number_at(std::get<NumberColumn>(result), i)), wanted);
    }
  }
  for (const bool smaller : {false, true}) {
    const auto result = run(graph::Choose{smaller}, graph::Kind::number, {numbers(a), numbers(b)}, a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
      ASSERT_EQ(interval_of(number_at(std::get<NumberColumn>(result), i)),
                smaller ? values::smaller(a[i], b[i]) : values::larger(a[i], b[i]));
  }
}

TEST(Kernels, CodesOfAScale) {
  auto column = CodeColumn{4, nullptr, {0, 2, 255, 254}, graph::unknown_code};
  column.codes = column.own.data();
  const auto codes = std::make_shared<const Column>(std::move(column));
  const auto in = [&](std::uint64_t set) {
    const auto result = std::get<Truths>(run(graph::InCodes{{set, 0, 0, 0}, 3}, graph::Kind::truth, {codes}, 4));
    return std::vector{result[0], result[1], result[2], result[3]};
  };
  using T = Truth;
  EXPECT_EQ(in(0b100), (std::vector{T::no, T::yes, T::unknown, T::unknown}));
  EXPECT_EQ(in(0b111), (std::vector{T::yes, T::yes, T::yes, T::unknown}));
  EXPECT_EQ(in(0b000), (std::vector{T::no, T::no, T::no, T::unknown}));
}

}  // namespace
}  // namespace tdkt::evaluate
