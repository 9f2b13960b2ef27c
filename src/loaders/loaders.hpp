// SPDX-License-Identifier: Apache-2.0
// From files to columns: tables bind to the vocabulary by their headers (docs/data.md).
//
// Everything wrong with the data is reported, grouped and counted, before anything is evaluated;
// nothing is dropped in silence.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "columns/schema.hpp"
#include "diagnostics/diagnostic.hpp"

namespace tdkt::loaders {

class Vocabulary;

struct Options {
  bool lenient = false;          // a bad value becomes unknown and remembers why
  unsigned threads = 0;          // 0: as many as the machine has
  grammar::Language language = grammar::Language::english;  // of the names in what is returned
  std::size_t least_part = std::size_t{4} << 20;  // bytes of a file that are worth a thread
  // Told how many bytes of all tables have been read, by whichever thread reads them.
  std::function<void(std::size_t done, std::size_t of)> advance = {};
};

// How one table was bound, for `data check`.
struct BoundColumn {
  std::string header;
  std::string bound_to;          // in the vocabulary's words; empty: not bound
  std::size_t present = 0, missing = 0, bad = 0;
};
struct BoundTable {
  std::string path, sheet, about;  // the entity's or relation's name
  std::size_t rows = 0;
  std::vector<std::string> periods;
  std::vector<BoundColumn> columns;
};
struct Loaded {
  columns::Dataset dataset;
  std::vector<BoundTable> tables;
  std::vector<std::string> facts_without_table;  // of the vocabulary
};

// A folder of CSV files, with an optional dataset.toml. Throws Unavailable where the folder or a
// file in it cannot be read.
Loaded load(const columns::Schema& schema, const std::filesystem::path& folder, const Options& options,
            diagnostics::Diagnostics& diagnostics);

// A table whose text is at hand: the `given` of a test. The first row is the header; `lines` are
// reported as rows.
struct TextTable {
  std::string path, heading;     // heading: the entity or relation it is about
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint32_t> lines;
};
struct TextOptions {
  std::vector<int> years;        // rows without a year are of each of these
  grammar::Language language = grammar::Language::english;
};
// What no table mentions is as `absent means` says; relations that no table mentions are empty.
columns::Dataset bind(const columns::Schema& schema, const std::vector<TextTable>& tables,
                      const TextOptions& options, diagnostics::Diagnostics& diagnostics);
// The same for many that share a schema, whose names are then looked at once.
columns::Dataset bind(const Vocabulary& vocabulary, const std::vector<TextTable>& tables,
                      const TextOptions& options, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::loaders
