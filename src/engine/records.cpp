// SPDX-License-Identifier: Apache-2.0
#include "engine/records.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "snapshot/snapshot.hpp"

namespace tdkt::engine {
namespace {

namespace fs = std::filesystem;

// One table may be given instead of a folder; any other file is none of ours.
bool is_table(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

}  // namespace

std::optional<loaders::Loaded> bound_records(const columns::Schema& schema, const fs::path& path,
                                             const loaders::Options& options, diagnostics::Diagnostics& diagnostics) {
  std::error_code unknown;
  if (snapshot::is_snapshot(path)) {
    auto dataset = snapshot::open(schema, path, options.threads, diagnostics);
    if (!dataset) return std::nullopt;
    loaders::Loaded loaded{std::move(*dataset), {}, {}};
    for (std::size_t f = 0; f < schema.facts.size(); ++f)
      if (!loaded.dataset.facts[f].given) loaded.facts_without_table.push_back(schema.facts[f].name.in(options.language));
    return loaded;
  }
  if (fs::is_regular_file(path, unknown) && !is_table(path)) {
    diagnostics.report_general(diagnostics::Kind::no_records_here, {path.string()});
    return std::nullopt;
  }
  return loaders::load(schema, path, options, diagnostics);
}

std::optional<columns::Dataset> records(const columns::Schema& schema, const fs::path& path,
                                        const loaders::Options& options, diagnostics::Diagnostics& diagnostics) {
  auto loaded = bound_records(schema, path, options, diagnostics);
  return loaded ? std::optional(std::move(loaded->dataset)) : std::nullopt;
}

}  // namespace tdkt::engine
