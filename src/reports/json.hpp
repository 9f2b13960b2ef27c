// SPDX-License-Identifier: Apache-2.0
// The library of JSON, and what all our documents share. Not for headers that others see.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "values/date.hpp"
#include "values/interval.hpp"

namespace tdkt::reports {

using Json = nlohmann::ordered_json;

// A byte that is not UTF-8 (of a name in the data) is written as the replacement character.
inline std::string written(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

inline Json json_of(values::Period period) { return {{"from", period.first.iso()}, {"to", period.last.iso()}}; }

// Exact numbers travel as text; a side without a bound is null.
inline Json json_of(const values::Interval& number) {
  const auto bound = [](const std::optional<values::Decimal>& value) {
    return value ? Json(value->text()) : Json(nullptr);
  };
  if (number.known()) return bound(number.low);
  return {{"low", bound(number.low)}, {"high", bound(number.high)}};
}

}  // namespace tdkt::reports
