// SPDX-License-Identifier: Apache-2.0
// Exact decimals: 12 digits after the point and up to 26 before it (SQL's DECIMAL(38, 12)).
//
// Sums and differences are exact; products and quotients round half away from zero at the 12th
// digit. What leaves the range is no number at all (std::nullopt), never a wrong one.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tdkt::values {

__extension__ typedef __int128 int128;

enum class Rounding : std::uint8_t { half_away, up, down };

class Decimal {
 public:
  static constexpr int digits = 12;
  static constexpr std::int64_t one = 1'000'000'000'000;

  constexpr Decimal() = default;
  constexpr explicit Decimal(std::int64_t whole) : scaled_(static_cast<int128>(whole) * one) {}

  // `scaled` counts units of 10^-12. Requires: |scaled| < 10^38.
  static constexpr Decimal from_scaled(int128 scaled) {
    Decimal result;
    result.scaled_ = scaled;
    return result;
  }
  // Plain form only: optional sign, digits, optional '.' and digits. More than 12 digits after the
  // point, or a number out of range, is nullopt.
  static std::optional<Decimal> parse(std::string_view text);

  constexpr int128 scaled() const { return scaled_; }
  bool is_whole() const { return scaled_ % one == 0; }

  // Shortest form, '.' as the point: "92.5", "-3", "0.000000000001".
  std::string text() const;

  friend constexpr auto operator<=>(Decimal a, Decimal b) {
    return a.scaled_ < b.scaled_   ? std::strong_ordering::less
           : a.scaled_ > b.scaled_ ? std::strong_ordering::greater
                                   : std::strong_ordering::equal;
  }
  friend constexpr bool operator==(Decimal a, Decimal b) { return a.scaled_ == b.scaled_; }

 private:
  int128 scaled_ = 0;
};

std::optional<Decimal> sum(Decimal a, Decimal b);
std::optional<Decimal> difference(Decimal a, Decimal b);
std::optional<Decimal> product(Decimal a, Decimal b);
std::optional<Decimal> quotient(Decimal a, Decimal b);  // nullopt for b = 0, too

// To `places` digits after the point (0 to 12); `up` and `down` mean towards +∞ and −∞.
std::optional<Decimal> rounded(Decimal value, int places, Rounding rounding);

// Comparisons of computed numbers look at 9 digits after the point, so that 15 × 1/3 is 5.
std::strong_ordering compared(Decimal a, Decimal b);

}  // namespace tdkt::values
