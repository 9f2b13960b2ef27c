// SPDX-License-Identifier: Apache-2.0
// Draws that depend on nothing but what they are for: the seed, the kind of draw, an entity and a year.
// So each row can be made alone, in any order, on any number of threads.
#pragma once

#include <cstdint>

namespace tdkt::bench::national {

// One stream of draws each; a number, once given, is never used for anything else.
enum class Draw : std::uint64_t {
  bloc_of_unit = 1, group_of_unit = 2, strong_unit = 3, kind_of_unit = 4, level_of_bloc = 5,
  proper_rotation = 6, first_leader = 7, leader_missing = 8, leader = 9,
  unit_rating = 10, unit_rating_missing = 11, targets_planned = 12, share_met = 13, targets_met_missing = 14,
  reports_late = 15, registered = 16, party_clean = 17,
  size_of_unit_radius = 20, size_of_unit_angle = 21, shuffle = 22, moves = 23, moves_to = 24,
  high_performer = 25, months_worked = 26, rating = 27, discipline = 28, title = 29, advanced_laborer = 30,
  initiative = 31, rating_missing = 32,
};

// SplitMix64's finalizer.
constexpr std::uint64_t mixed(std::uint64_t z) {
  z += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

constexpr std::uint64_t seed = 20240902;

constexpr std::uint64_t drawn(Draw draw, std::uint64_t entity, std::uint64_t year = 0) {
  return mixed(mixed(mixed(seed ^ static_cast<std::uint64_t>(draw)) ^ entity) ^ year);
}

// From 0 to below 1.
constexpr double fraction(Draw draw, std::uint64_t entity, std::uint64_t year = 0) {
  return static_cast<double>(drawn(draw, entity, year) >> 11) * 0x1p-53;
}

// From 0 to below `choices`.
constexpr std::uint32_t choice(Draw draw, std::uint64_t entity, std::uint64_t choices, std::uint64_t year = 0) {
  return static_cast<std::uint32_t>(((drawn(draw, entity, year) >> 32) * choices) >> 32);
}

}  // namespace tdkt::bench::national
