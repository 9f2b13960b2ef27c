// SPDX-License-Identifier: Apache-2.0
#include "values/decimal.hpp"

#include <algorithm>
#include <array>

#include "values/rounded_quotient.hpp"

namespace tdkt::values {

namespace {

__extension__ typedef unsigned __int128 uint128;

constexpr int128 power_of_ten(int exponent) {
  int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}
constexpr int128 limit = power_of_ten(38);  // every value is nearer to zero

constexpr uint128 magnitude(int128 value) {
  return value < 0 ? -static_cast<uint128>(value) : static_cast<uint128>(value);
}

// 256 bits: high * 2^128 + low.
struct Wide {
  uint128 high = 0, low = 0;
};

Wide multiplied(uint128 a, uint128 b) {
  constexpr uint128 half = ~std::uint64_t{0};
  const uint128 a0 = a & half, a1 = a >> 64, b0 = b & half, b1 = b >> 64;
  const uint128 low = a0 * b0, left = a1 * b0, right = a0 * b1;
  const uint128 middle = (low >> 64) + (left & half) + (right & half);
  return {a1 * b1 + (left >> 64) + (right >> 64) + (middle >> 64), middle << 64 | (low & half)};
}

// wide / divisor, rounded half away from zero; nullopt for 10^38 and above. One bit at a time: only
// numbers too great for 128 bits come here. Requires: 0 < divisor < 2^127.
std::optional<uint128> divided(Wide wide, uint128 divisor) {
  uint128 quotient = 0, rest = 0;
  for (int bit = 255; bit >= 0; --bit) {
    const auto next = (bit >= 128 ? wide.high >> (bit - 128) : wide.low >> bit) & 1;
    rest = rest << 1 | next;
    if (quotient >> 127) return std::nullopt;
    quotient <<= 1;
    if (rest >= divisor) rest -= divisor, quotient |= 1;
  }
  if (rest >= divisor - rest) ++quotient;
  if (quotient >= static_cast<uint128>(limit)) return std::nullopt;
  return quotient;
}

// a * b / divisor
std::optional<Decimal> scaled_product(int128 a, int128 b, int128 divisor) {
  const auto left = magnitude(a), right = magnitude(b), below = magnitude(divisor);
  const bool negative = (a < 0) ^ (b < 0) ^ (divisor < 0);
  uint128 product = 0;
  std::optional<uint128> result;
  const bool short_ones = left >> 64 == 0 && right >> 64 == 0;
  if (short_ones) product = static_cast<uint128>(static_cast<std::uint64_t>(left)) * static_cast<std::uint64_t>(right);
  if (!short_ones && __builtin_mul_overflow(left, right, &product)) {
    result = divided(multiplied(left, right), below);
  } else {
    const auto whole = product / below, rest = product - whole * below;
    result = whole + (rest >= below - rest ? 1 : 0);
    if (*result >= static_cast<uint128>(limit)) return std::nullopt;
  }
  if (!result) return std::nullopt;
  const auto scaled = static_cast<int128>(*result);
  return Decimal::from_scaled(negative ? -scaled : scaled);
}

std::optional<Decimal> in_range(int128 scaled) {
  if (scaled >= limit || scaled <= -limit) return std::nullopt;
  return Decimal::from_scaled(scaled);
}

// By a short division where that will do.
constexpr int128 quickly_rounded(int128 value, int128 unit, Rounding rounding) {
  const auto near = static_cast<std::int64_t>(value), near_unit = static_cast<std::int64_t>(unit);
  if (value == near && unit == near_unit) return rounded_quotient(near, near_unit, rounding);
  return rounded_quotient(value, unit, rounding);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  int128 scaled = 0;
  int whole = 0, after = -1;  // digits seen before and after the point; after is -1 before the point
  for (const char c : text) {
    if (c == '.' && after < 0 && whole > 0) {
      after = 0;
      continue;
    }
    if (!is_digit(c) || after == digits) return std::nullopt;
    if (scaled >= limit / 10) return std::nullopt;
    scaled = scaled * 10 + (c - '0');
    ++(after < 0 ? whole : after);
  }
  if (whole == 0 || after == 0) return std::nullopt;
  for (int i = std::max(after, 0); i < digits; ++i) {
    if (scaled >= limit / 10) return std::nullopt;
    scaled *= 10;
  }
  return from_scaled(negative ? -scaled : scaled);
}

std::string Decimal::text() const {
  auto rest = magnitude(scaled_);
  std::string reversed;
  for (int i = 0; rest > 0 || i <= digits; ++i, rest /= 10) {
    if (i == digits && !reversed.empty()) reversed += '.';
    const auto digit = static_cast<char>('0' + static_cast<int>(rest % 10));
    const bool trailing_zero = i < digits && digit == '0' && reversed.empty();
    if (!trailing_zero) reversed += digit;
  }
  if (scaled_ < 0) reversed += '-';
  return {reversed.rbegin(), reversed.rend()};
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  int128 scaled = 0;
  if (__builtin_add_overflow(a.scaled(), b.scaled(), &scaled)) return std::nullopt;
  return in_range(scaled);
}

std::optional<Decimal> difference(Decimal a, Decimal b) { return sum(a, Decimal::from_scaled(-b.scaled())); }

std::optional<Decimal> product(Decimal a, Decimal b) {
  return scaled_product(a.scaled(), b.scaled(), Decimal::one);
}

std::optional<Decimal> quotient(Decimal a, Decimal b) {
  if (b.scaled() == 0) return std::nullopt;
  return scaled_product(a.scaled(), Decimal::one, b.scaled());
}

std::optional<Decimal> rounded(Decimal value, int places, Rounding rounding) {
  if (places >= Decimal::digits) return value;
  static constexpr auto units = [] {
    std::array<std::int64_t, Decimal::digits + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
  }();
  const int128 unit = units[static_cast<std::size_t>(Decimal::digits - std::max(places, 0))];
  return in_range(quickly_rounded(value.scaled(), unit, rounding) * unit);
}

std::strong_ordering compared(Decimal a, Decimal b) {
  constexpr int128 unit = power_of_ten(Decimal::digits - 9);
  return Decimal::from_scaled(quickly_rounded(a.scaled(), unit, Rounding::half_away)) <=>
         Decimal::from_scaled(quickly_rounded(b.scaled(), unit, Rounding::half_away));
}

}  // namespace tdkt::values
