// SPDX-License-Identifier: Apache-2.0
// Which files of a library make a run of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/library.hpp"

namespace tdkt::engine {

// File numbers of each unit, that which gives it its name first. A file can be in several units and
// is in at least one.
std::vector<std::vector<std::uint32_t>> units_of(const Library& library);

}  // namespace tdkt::engine
