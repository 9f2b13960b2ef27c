// SPDX-License-Identifier: Apache-2.0
#include "columns/dataset.hpp"

#include <algorithm>

namespace tdkt::columns {

values::Decimal Numbers::at(values::Row row) const {
  auto scaled = std::visit([&](const auto& column) { return static_cast<values::int128>(column[row]); }, values);
  for (int i = places; i < values::Decimal::digits; ++i) scaled *= 10;
  return values::Decimal::from_scaled(scaled);
}

std::optional<values::Row> EntityTable::find(std::string_view id) const {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at == ids.end() || *at != id) return std::nullopt;
  return static_cast<values::Row>(at - ids.begin());
}

}  // namespace tdkt::columns
