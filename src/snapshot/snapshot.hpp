// SPDX-License-Identifier: Apache-2.0
// A dataset kept in one file that maps into memory (docs/formats/snapshot.md): what was loaded and checked
// once need not be read again. The large arrays are used where they lie in the file.
//
// A file is never trusted. Whatever is damaged, cut short, of another vocabulary or a newer format is
// refused, before anything is made of it.
#pragma once

#include <filesystem>
#include <optional>

#include "columns/dataset.hpp"
#include "columns/schema.hpp"
#include "diagnostics/diagnostic.hpp"

namespace tdkt::snapshot {

// Does the file begin as a snapshot does?
bool is_snapshot(const std::filesystem::path& path);

// The same records make the same bytes. Written beside and renamed. Throws Unavailable where it cannot be
// written.
void write(const columns::Schema& schema, const columns::Dataset& dataset, const std::filesystem::path& path);

// nullopt where the file is refused, reported. `threads`: to look at it with, 0 for all. Throws Unavailable
// where it cannot be read.
std::optional<columns::Dataset> open(const columns::Schema& schema, const std::filesystem::path& path, unsigned threads,
                                     diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::snapshot
