// SPDX-License-Identifier: Apache-2.0
// Records from wherever they are: a folder of tables, one table, or a snapshot.
#pragma once

#include <filesystem>
#include <optional>

#include "loaders/loaders.hpp"

namespace tdkt::engine {

// nullopt where a file was refused, reported. Throws Unavailable where it cannot be read.
std::optional<columns::Dataset> records(const columns::Schema& schema, const std::filesystem::path& path,
                                        const loaders::Options& options, diagnostics::Diagnostics& diagnostics);

// The same with how tables were bound; of a snapshot there are none.
std::optional<loaders::Loaded> bound_records(const columns::Schema& schema, const std::filesystem::path& path,
                                             const loaders::Options& options, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::engine
