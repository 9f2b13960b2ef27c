// SPDX-License-Identifier: Apache-2.0
// Whom a person means: by id, or by a name that nobody else has.
#pragma once

#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "diagnostics/diagnostic.hpp"

namespace tdkt::cli {

struct Found {
  columns::EntityId entity;
  values::Row row;
};

// Among these entities; at most one row of each. Reports a name that nobody or that several have.
std::vector<Found> find_entity(const std::string& written, const std::vector<columns::EntityId>& among,
                               const columns::Dataset& dataset, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::cli
