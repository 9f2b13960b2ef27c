// SPDX-License-Identifier: Apache-2.0
#include "population.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "random.hpp"

namespace tdkt::bench::national {

namespace {

std::uint32_t scaled(double count, double scale) {
  return std::max(1u, static_cast<std::uint32_t>(std::llround(count * scale)));
}

// Three people at least in each unit; what is above that is log-normal.
std::vector<double> weights(std::uint32_t units) {
  constexpr double spread = 0.7;
  std::vector<double> weights(units + 1);
  for (std::uint32_t unit = 1; unit <= units; ++unit) {
    const double radius = std::sqrt(-2 * std::log(fraction(Draw::size_of_unit_radius, unit) + 1e-12));
    weights[unit] = std::exp(spread * radius *
                             std::cos(2 * std::numbers::pi * fraction(Draw::size_of_unit_angle, unit)));
  }
  return weights;
}

// Ids are shuffled against units, as in any register that grew over the years.
std::vector<std::uint32_t> homes(std::uint32_t people, std::uint32_t units) {
  constexpr double least = 3;
  const auto weight = weights(units);
  double sum = 0;
  for (std::uint32_t unit = 1; unit <= units; ++unit) sum += weight[unit];
  const double per_weight = (static_cast<double>(people) - least * units) / sum;

  std::vector<std::uint32_t> home(people + 1);
  double so_far = 0;
  std::uint32_t person = 1;
  for (std::uint32_t unit = 1; unit <= units; ++unit) {
    so_far += least + weight[unit] * per_weight;
    const auto last =
        unit == units ? people : std::min(people, static_cast<std::uint32_t>(std::llround(so_far)));
    for (; person <= last; ++person) home[person] = unit;
  }
  for (std::uint32_t i = people; i > 1; --i) std::swap(home[i], home[1 + choice(Draw::shuffle, i, i)]);
  return home;
}

}  // namespace

Population::Population(double scale)
    : units(scaled(100'000, scale)),
      blocs(scaled(10'000, scale)),
      people(scaled(2'000'000, scale)),
      bloc(units + 1),
      group(units + 1),
      strong(units + 1),
      members(blocs + 1),
      home(homes(people, units)) {
  for (std::uint32_t unit = 1; unit <= units; ++unit) {
    bloc[unit] = 1 + choice(Draw::bloc_of_unit, unit, blocs);
    group[unit] = static_cast<std::uint8_t>(choice(Draw::group_of_unit, unit, 3));
    strong[unit] = fraction(Draw::strong_unit, unit) < 0.5;
    members[bloc[unit]].push_back(unit);
  }
}

}  // namespace tdkt::bench::national
