// SPDX-License-Identifier: Apache-2.0
// Intervals hold every result that their numbers can give, and no more where that can be sampled.
#include "values/interval.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace tdkt::values {
namespace {

Interval any_interval(std::mt19937_64& random) {
  const auto number = [&] {
    return Decimal::from_scaled(static_cast<int128>(static_cast<std::int64_t>(random() % 41) - 20) * Decimal::one / 4);
  };
  auto low = number(), high = number();
  if (low > high) std::swap(low, high);
  Interval result{low, high};
  if (random() % 6 == 0) result.low.reset();
  if (random() % 6 == 0) result.high.reset();
  if (random() % 5 == 0) result.high = result.low;
  return result;
}

// Numbers within: both ends, and some between or beyond an open side.
std::vector<Decimal> numbers_in(const Interval& interval) {
  const auto low = interval.low ? *interval.low : *difference(interval.high.value_or(Decimal()), Decimal(1000));
  const auto high = interval.high ? *interval.high : *sum(interval.low.value_or(Decimal()), Decimal(1000));
  std::vector<Decimal> numbers{low, high};
  const auto width = high.scaled() - low.scaled();
  for (int part : {1, 3, 7}) numbers.push_back(Decimal::from_scaled(low.scaled() + width / 8 * part));
  if (low <= Decimal() && Decimal() <= high) numbers.push_back(Decimal());
  return numbers;
}

bool holds(const Interval& interval, Decimal number) {
  return (!interval.low || *interval.low <= number) && (!interval.high || number <= *interval.high);
}

template <class OfIntervals, class OfNumbers>
void expect_sound(const char* name, OfIntervals of_intervals, OfNumbers of_numbers) {
  std::mt19937_64 random(24);
  for (int i = 0; i < 20'000; ++i) {
    const auto a = any_interval(random), b = any_interval(random);
    const auto result = of_intervals(a, b);
    for (const auto x : numbers_in(a))
      for (const auto y : numbers_in(b))
        if (const std::optional<Decimal> number = of_numbers(x, y)) {
          ASSERT_TRUE(holds(result, *number)) << name << ' ' << x.text() << ' ' << y.text();
        }
    if (a.known() && b.known() && of_numbers(*a.low, *b.low)) {
      ASSERT_EQ(result, Interval::exactly(*of_numbers(*a.low, *b.low))) << name;
    }
  }
}

#define EXPECT_SOUND(operation)                                                      \
  expect_sound(#operation, [](const Interval& a, const Interval& b) { return operation(a, b); }, \
               [](Decimal a, Decimal b) { return operation(a, b); })

TEST(Interval, HoldsEveryResult) {
  EXPECT_SOUND(sum);
  EXPECT_SOUND(difference);
  EXPECT_SOUND(product);
  EXPECT_SOUND(quotient);
  const auto number = [](Decimal value) { return std::optional(value); };
  expect_sound("smaller", smaller, [&](Decimal a, Decimal b) { return number(std::min(a, b)); });
  expect_sound("larger", larger, [&](Decimal a, Decimal b) { return number(std::max(a, b)); });
  expect_sound("hull", hull, [&](Decimal a, Decimal b) { return a == b ? number(a) : std::nullopt; });
}

TEST(Interval, ComparisonsAgreeWithEveryPair) {
  std::mt19937_64 random(9);
  const auto holds_for = [](Sign sign, Decimal a, Decimal b) {
    const auto order = compared(a, b);
    switch (sign) {
      case Sign::equal: return order == 0;
      case Sign::unequal: return order != 0;
      case Sign::at_least: return order >= 0;
      case Sign::at_most: return order <= 0;
      case Sign::above: return order > 0;
      case Sign::below: return order < 0;
    }
    return false;
  };
  for (int i = 0; i < 20'000; ++i) {
    const auto a = any_interval(random), b = any_interval(random);
    for (const auto sign : {Sign::equal, Sign::unequal, Sign::at_least, Sign::at_most, Sign::above, Sign::below}) {
      bool some = false, every = true;
      for (const auto x : numbers_in(a))
        for (const auto y : numbers_in(b)) {
          some |= holds_for(sign, x, y);
          every &= holds_for(sign, x, y);
        }
      const auto truth = compared(sign, a, b);
      ASSERT_TRUE(truth != Truth::yes || every);
      ASSERT_TRUE(truth != Truth::no || !some);
      // The ends are among the numbers tried: what differs there must be left open, and only that.
      const bool bounded = a.low && a.high && b.low && b.high;
      const bool ordering = sign != Sign::equal && sign != Sign::unequal;
      ASSERT_TRUE(!bounded || !ordering || (truth == Truth::unknown) == (some && !every));
    }
  }
}

TEST(Interval, DropsABoundThatOverflows) {
  const auto huge = Interval::exactly(*Decimal::parse("90000000000000000000000000"));
  const auto some = Interval{Decimal(-1), Decimal(2)};
  EXPECT_EQ(product(huge, some), (Interval{Decimal::parse("-90000000000000000000000000"), std::nullopt}));
  EXPECT_EQ(sum(huge, huge), Interval::anything());
  EXPECT_EQ(quotient(some, Interval{Decimal(0), Decimal(1)}), Interval::anything());
}

}  // namespace
}  // namespace tdkt::values
