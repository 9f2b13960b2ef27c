// SPDX-License-Identifier: Apache-2.0
// Types that readings have.
#pragma once

#include "typed/expression.hpp"

namespace tdkt::typed::reading {

inline constexpr Type truth{};

inline Type number_type(bool whole, bool percent = false, std::optional<columns::UnitId> unit = std::nullopt) {
  Type type;
  type.kind = TypeKind::number;
  type.whole = whole;
  type.percent = percent;
  type.unit = unit;
  return type;
}
inline Type count_type() { return number_type(true); }
inline Type share_type() { return number_type(false, true); }

inline Type entity_type(EntityId entity) {
  Type type;
  type.kind = TypeKind::entity;
  type.entity = entity;
  return type;
}

}  // namespace tdkt::typed::reading
