// SPDX-License-Identifier: Apache-2.0
#include "cli/listed.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/entities.hpp"
#include "values/unavailable.hpp"

namespace tdkt::cli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What stands between separators, without the blanks around it; nothing for an empty piece.
std::vector<std::string> pieces(const std::string& text, char separator) {
  std::vector<std::string> found;
  std::istringstream all(text);
  for (std::string piece; std::getline(all, piece, separator);) {
    const auto begin = piece.find_first_not_of(" \t\r\n"), end = piece.find_last_not_of(" \t\r\n");
    if (begin != piece.npos) found.push_back(piece.substr(begin, end - begin + 1));
  }
  return found;
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw values::Unavailable(path, std::strerror(errno));
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  return bytes;
}

std::vector<columns::EntityId> judged_entities(const typed::Program& program) {
  std::vector<columns::EntityId> entities;
  const auto add = [&](const auto& rules) {
    for (const auto& rule : rules)
      if (std::find(entities.begin(), entities.end(), rule.scope.entity) == entities.end())
        entities.push_back(rule.scope.entity);
  };
  add(program.awards), add(program.scorecards), add(program.grades);
  add(program.nominations), add(program.reports), add(program.checks);
  return entities;
}

}  // namespace

std::vector<std::string> listed(const std::string& file_or_list) {
  std::error_code none;
  const bool is_file = std::filesystem::is_regular_file(file_or_list, none);
  return is_file ? pieces(contents(file_or_list), '\n') : pieces(file_or_list, ',');
}

void put_on_record(const std::vector<std::string>& names, const typed::Program& program, const std::vector<int>& years,
                   columns::Dataset& dataset, diagnostics::Diagnostics& diagnostics) {
  const auto entities = judged_entities(program);
  for (const auto& name : names)
    for (const auto& found : find_entity(name, entities, dataset, diagnostics))
      for (const int year : years) {
        auto& table = dataset.entities[found.entity.index];
        table.listed.try_emplace(year, table.ids.size()).first->second.set(found.row);
      }
}

}  // namespace tdkt::cli
