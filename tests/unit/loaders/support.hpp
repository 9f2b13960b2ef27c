// SPDX-License-Identifier: Apache-2.0
// A small vocabulary, folders that vanish, and datasets and messages as lines to compare.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "columns/dataset.hpp"
#include "columns/schema.hpp"
#include "diagnostics/diagnostic.hpp"
#include "loaders/loaders.hpp"

namespace tdkt::loaders::test {

const columns::Schema& emulation();  // declared in vocabulary.cpp

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  Folder& add(const std::string& name, std::string_view bytes);
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Result {
  Loaded loaded;
  std::vector<std::string> messages;  // "E0730 unit.csv:3 [task rating] 'goood' …", sorted, ×n where counted
};
Result load(const columns::Schema& schema, const Folder& folder, Options options = {});

struct Bound {
  columns::Dataset dataset;
  std::vector<std::string> messages;
};
// A table as in a test: cells set apart by bars, the first line is its heading.
//   unit
//   id | task rating
//   U1 | good
Bound bind(const columns::Schema& schema, const std::vector<std::string>& tables, TextOptions options);

// Every value, one a line: "unit U1 2024 task rating = good @2"; absent ones without a place,
// unknown ones as "?". Relations: "unit U1 2024 staff -> P1 @3".
std::vector<std::string> facts(const columns::Schema& schema, const columns::Dataset& dataset);
std::vector<std::string> relations(const columns::Schema& schema, const columns::Dataset& dataset);
std::vector<std::string> covered(const columns::Schema& schema, const columns::Dataset& dataset);
std::vector<std::string> seen(const columns::Schema& schema, const columns::Dataset& dataset);
std::vector<std::string> ids(const columns::Dataset& dataset, std::size_t entity);

std::vector<std::string> messages(const diagnostics::Diagnostics& diagnostics, const std::filesystem::path& folder,
                                  grammar::Language language = grammar::Language::english);

}  // namespace tdkt::loaders::test
