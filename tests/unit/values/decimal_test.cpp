// SPDX-License-Identifier: Apache-2.0
// Products and quotients against whole numbers without a bound.
#include "values/decimal.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <random>

namespace tdkt::values {
namespace {

using boost::multiprecision::cpp_int;

cpp_int wide(int128 value) {
  const bool negative = value < 0;
  __extension__ typedef unsigned __int128 uint128;
  const auto size = negative ? -static_cast<uint128>(value) : static_cast<uint128>(value);
  cpp_int result = (cpp_int(static_cast<std::uint64_t>(size >> 64)) << 64) + static_cast<std::uint64_t>(size);
  return negative ? -result : result;
}

cpp_int half_away(const cpp_int& a, const cpp_int& b) {
  const cpp_int above = abs(a), below = abs(b);
  const cpp_int result = (2 * above + below) / (2 * below);
  return (a < 0) != (b < 0) ? -result : result;
}

const cpp_int limit = pow(cpp_int(10), 38);

void expect_same(const std::optional<Decimal>& got, const cpp_int& wanted, const std::string& what) {
  const bool fits = abs(wanted) < limit;
  EXPECT_EQ(got.has_value(), fits) << what;
  if (got && fits) {
    EXPECT_EQ(wide(got->scaled()), wanted) << what;
  }
}

// Numbers of every size, whole ones and powers of ten among them.
Decimal any_decimal(std::mt19937_64& random) {
  int128 scaled = static_cast<int128>(random()) << 64 | static_cast<int128>(random());
  scaled >>= random() % 127;
  while (scaled >= static_cast<int128>(limit) || scaled <= -static_cast<int128>(limit)) scaled /= 10;
  switch (random() % 6) {
    case 0: return Decimal(static_cast<std::int64_t>(random() % 2001) - 1000);
    case 1: return Decimal::from_scaled(static_cast<int128>(random() % 5) - 2);
    case 2: return Decimal::from_scaled(scaled / Decimal::one * Decimal::one);
    default: return Decimal::from_scaled(scaled);
  }
}

TEST(Decimal, AgreesWithWholeNumbersWithoutABound) {
  std::mt19937_64 random(20220615);
  for (int i = 0; i < 200'000; ++i) {
    const auto a = any_decimal(random), b = any_decimal(random);
    const auto x = wide(a.scaled()), y = wide(b.scaled());
    const auto what = a.text() + " and " + b.text();
    expect_same(sum(a, b), x + y, what);
    expect_same(difference(a, b), x - y, what);
    expect_same(product(a, b), half_away(x * y, Decimal::one), what);
    if (y != 0) expect_same(quotient(a, b), half_away(x * Decimal::one, y), what);
    else EXPECT_EQ(quotient(a, b), std::nullopt) << what;
    ASSERT_FALSE(testing::Test::HasFailure());
  }
}

TEST(Decimal, TextAndBack) {
  struct Written {
    const char* text;
    const char* shortest;
  };
  for (const auto& [text, shortest] :
       {Written{"0", "0"}, {"-0", "0"}, {"01", "1"}, {"92.50", "92.5"}, {"-3", "-3"}, {"+7.25", "7.25"},
        {"0.000000000001", "0.000000000001"}, {"-0.1", "-0.1"}, {"1000", "1000"}, {"100.10", "100.1"},
        {"99999999999999999999999999.999999999999", "99999999999999999999999999.999999999999"}}) {
    const auto value = Decimal::parse(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(value->text(), shortest);
  }
  for (const char* text : {"", "-", ".5", "5.", "1.2.3", "1,5", "1e3", " 1", "1 ", "0.0000000000001",
                           "100000000000000000000000000", "999999999999999999999999999999999999999999", "--1", "٣"})
    EXPECT_FALSE(Decimal::parse(text)) << text;

  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const auto value = any_decimal(random);
    EXPECT_EQ(Decimal::parse(value.text()), value);
  }
}

TEST(Decimal, RoundsAsSaid) {
  struct Case {
    const char* value;
    int places;
    Rounding rounding;
    const char* result;
  };
  for (const auto& [value, places, rounding, result] :
       {Case{"2.5", 0, Rounding::half_away, "3"}, {"-2.5", 0, Rounding::half_away, "-3"},
        {"2.4", 0, Rounding::half_away, "2"}, {"2.1", 0, Rounding::up, "3"}, {"-2.1", 0, Rounding::up, "-2"},
        {"-2.1", 0, Rounding::down, "-3"}, {"2.9", 0, Rounding::down, "2"}, {"1.005", 2, Rounding::half_away, "1.01"},
        {"3", 0, Rounding::up, "3"}, {"0.123456789012", 12, Rounding::down, "0.123456789012"}})
    EXPECT_EQ(rounded(*Decimal::parse(value), places, rounding)->text(), result) << value;
  EXPECT_FALSE(rounded(*Decimal::parse("99999999999999999999999999.5"), 0, Rounding::up));
}

TEST(Decimal, ComparesAtNineDigits) {
  const auto third = *quotient(Decimal(1), Decimal(3));
  EXPECT_NE(*product(Decimal(15), third), Decimal(5));
  EXPECT_EQ(compared(*product(Decimal(15), third), Decimal(5)), std::strong_ordering::equal);
  EXPECT_EQ(compared(*Decimal::parse("1.000000001"), Decimal(1)), std::strong_ordering::greater);
  EXPECT_EQ(compared(*Decimal::parse("1.0000000004"), Decimal(1)), std::strong_ordering::equal);
  EXPECT_EQ(compared(*Decimal::parse("-1.000000002"), *Decimal::parse("-1.000000001")), std::strong_ordering::less);
}

// Whole-number results k·a/b below thirty thousand are never missed by a comparison.
TEST(Decimal, NoWholeResultOfFractionsIsMissed) {
  for (int ceiling : {3, 5, 10, 15, 20, 30, 40, 50, 60, 100})
    for (int b = 1; b < 60; ++b)
      for (int a = 0; a <= b; ++a) {
        if (ceiling * a % b != 0) continue;
        const auto share = *quotient(Decimal(a), Decimal(b));
        EXPECT_EQ(compared(*product(Decimal(ceiling), share), Decimal(ceiling * a / b)), std::strong_ordering::equal)
            << ceiling << " * " << a << " / " << b;
      }
}

}  // namespace
}  // namespace tdkt::values
