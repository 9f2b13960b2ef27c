// SPDX-License-Identifier: Apache-2.0
// An index that knows what it counts: a FactId cannot stand where a ScaleId belongs.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace tdkt::values {

template <class Thing>
struct Id {
  std::uint32_t index = 0;
  friend auto operator<=>(Id, Id) = default;
};

// A row of an entity: the same person or unit has the same row in every table and every period.
using Row = std::uint32_t;
inline constexpr Row no_row = 0xFFFFFFFF;

}  // namespace tdkt::values

template <class Thing>
struct std::hash<tdkt::values::Id<Thing>> {
  std::size_t operator()(tdkt::values::Id<Thing> id) const noexcept { return id.index; }
};
