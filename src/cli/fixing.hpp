// SPDX-License-Identifier: Apache-2.0
// Rules are mended and read again until nothing certain is left to mend; what was changed is told.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/door.hpp"
#include "engine/fixes.hpp"

namespace tdkt::cli {

// What of the sources was asked for, after a reading.
struct Reading {
  const source::Sources* sources;
  std::size_t given;
};

struct Mended {
  std::vector<engine::Fixed> changes;      // in the order made
  engine::Texts texts, before;             // of the files that were changed
};

// Calls read(texts, diagnostics), which reads the rules with these texts in the place of files, until
// a reading finds nothing certain to mend; `diagnostics` is then of that reading.
Mended mend(const std::function<Reading(const engine::Texts&, Diagnostics&)>& read, Diagnostics& diagnostics);

// Puts the new texts in the place of the files, all or none. Throws Unavailable, also where one of them
// is no longer what was read.
void write_mended(const Mended& mended);

std::string changes_as_text(const Mended& mended, bool written, const Door& door);
// The document of `check --format json` with `fixes` added.
std::string with_changes(const std::string& diagnostics_json, const Mended& mended, bool written);

}  // namespace tdkt::cli
