// SPDX-License-Identifier: Apache-2.0
#include "loaders/settings.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::loaders {
namespace {

bool matches_keys(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == pattern.npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  pattern.remove_prefix(star + 1);
  for (std::size_t from = star; from <= name.size(); ++from)
    if (matches_keys(pattern, name.substr(from))) return true;
  return false;
}

template <class Item>
void append(std::vector<Item>& to, const std::vector<Item>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

bool matches(std::string_view pattern, std::string_view name) {
  constexpr std::size_t longest = 255;  // of a file's name; keeps many stars from taking long
  if (pattern.size() > longest || name.size() > longest) return pattern == name;
  if (std::count(pattern.begin(), pattern.end(), '*') > 3) return false;
  return matches_keys(grammar::key_of(pattern), grammar::key_of(name));
}

TableSettings Settings::for_file(std::string_view name) const {
  TableSettings merged;
  for (const TableSettings& table : tables) {
    if (!table.file || !matches(table.file->text, name)) continue;
    if (!merged.file) merged.file = table.file;
    if (!merged.about) merged.about = table.about;
    if (merged.header_row == 1) merged.header_row = table.header_row;
    if (!merged.delimiter) merged.delimiter = table.delimiter;
    if (!merged.numbers) merged.numbers = table.numbers;
    if (!merged.percent) merged.percent = table.percent;
    if (merged.covers.empty()) merged.covers = table.covers;
    merged.attested |= table.attested;
    append(merged.ignored, table.ignored);
    append(merged.columns, table.columns);
    append(merged.values, table.values);
  }
  if (merged.header_row == 1) merged.header_row = all.header_row;
  if (!merged.delimiter) merged.delimiter = all.delimiter;
  if (!merged.numbers) merged.numbers = all.numbers;
  if (!merged.percent) merged.percent = all.percent;
  if (merged.covers.empty()) merged.covers = all.covers;
  merged.attested |= all.attested;
  append(merged.values, all.values);
  return merged;
}

bool Settings::ignores(std::string_view name) const {
  return std::any_of(all.ignored.begin(), all.ignored.end(),
                     [&](const Written& pattern) { return matches(pattern.text, name); });
}

void check_files(const Settings& settings, const std::vector<std::string>& names, Findings& findings) {
  const auto check = [&](const Written& pattern) {
    const bool answered = std::any_of(names.begin(), names.end(),
                                      [&](const std::string& name) { return matches(pattern.text, name); });
    if (answered) return;
    auto* finding = findings.add(Kind::setting_without_file,
                                 {settings.path, "", "", pattern.text, pattern.line}, {pattern.text});
    if (!finding) return;
    for (const std::string& near : grammar::nearest(pattern.text, names, 1))
      finding->suggestions.push_back({"did you mean '" + near + "'?", "ý bạn là '" + near + "'?"});
  };
  for (const TableSettings& table : settings.tables)
    if (table.file) check(*table.file);
  for (const Written& pattern : settings.all.ignored) check(pattern);
}

}  // namespace tdkt::loaders
