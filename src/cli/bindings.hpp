// SPDX-License-Identifier: Apache-2.0
// How tables were bound to the vocabulary, as text and as JSON.
#pragma once

#include <string>

#include "cli/door.hpp"
#include "loaders/loaders.hpp"

namespace tdkt::cli {

std::string bindings_as_text(const loaders::Loaded& loaded, const Door& door);

// docs/schema/data-check.schema.json
std::string bindings_as_json(const loaders::Loaded& loaded, const Diagnostics& diagnostics, const Door& door);

}  // namespace tdkt::cli
