// SPDX-License-Identifier: Apache-2.0
// What dataset.toml says of the files beside it (docs/data.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/findings.hpp"

namespace tdkt::loaders {

enum class DecimalMark : std::uint8_t { point, comma };
enum class PlainPercent : std::uint8_t { hundredths, share };  // 70 or 0.7 for 70%

// A text of dataset.toml, and its line there.
struct Written {
  std::string text;
  std::uint32_t line = 0;
};

struct CodeList {
  Written of;                                 // a header, fact or scale
  std::map<std::string, Written> meanings;    // by the cell's key
};

struct ColumnSetting {
  Written header;
  std::vector<Written> names;                 // what the column is to be read as
};

struct TableSettings {
  std::optional<Written> file;                // may hold `*`
  std::optional<Written> about;
  std::uint32_t header_row = 1;
  std::optional<char> delimiter;
  std::optional<DecimalMark> numbers;
  std::optional<PlainPercent> percent;
  std::vector<int> covers;                    // years, ascending
  bool attested = false;
  std::vector<Written> ignored;               // columns; of the folder: files
  std::vector<ColumnSetting> columns;
  std::vector<CodeList> values;
};

struct Settings {
  std::string path;
  TableSettings all;                          // what stands before the first [[table]]
  std::vector<TableSettings> tables;

  // What holds for this file, each table's own words before those for all.
  TableSettings for_file(std::string_view name) const;
  bool ignores(std::string_view name) const;
};

// Without a dataset.toml in the folder: nothing is said. Throws Unavailable where it cannot be read.
Settings read_settings(const std::filesystem::path& folder, Findings& findings);

// `*` stands for any text; names are compared by key.
bool matches(std::string_view pattern, std::string_view name);

// Reports file names of `[[table]]` and `ignore` that none of `names` answers to.
void check_files(const Settings& settings, const std::vector<std::string>& names, Findings& findings);

}  // namespace tdkt::loaders
