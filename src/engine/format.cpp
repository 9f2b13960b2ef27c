// SPDX-License-Identifier: Apache-2.0
#include "engine/format.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "diagnostics/kinds.hpp"
#include "engine/compile.hpp"
#include "format/format.hpp"

namespace tdkt::engine {

namespace fs = std::filesystem;
using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Severity;

namespace {

std::set<std::uint32_t> files_with_errors(const Diagnostics& diagnostics) {
  std::set<std::uint32_t> files;
  for (const auto& diagnostic : diagnostics.all())
    if (diagnostic.in_rules && diagnostics::text_of(diagnostic.kind).severity == Severity::error)
      files.insert(diagnostic.where.file);
  return files;
}

// What stands in the folder of a file may be of its pack.
void add_neighbours(const std::vector<fs::path>& paths, std::vector<fs::path>& beside) {
  std::error_code error;
  for (const auto& path : paths) {
    if (!fs::is_regular_file(path, error)) continue;
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
      if (entry->path().extension() == ".tdkt" && entry->is_regular_file(error))
        files.push_back(path.has_parent_path() ? entry->path() : entry->path().filename());
    std::sort(files.begin(), files.end());
    beside.insert(beside.end(), files.begin(), files.end());
  }
}

using TextOf = std::map<std::uint32_t, std::string>;  // by file

// All is read again as it will stand, before anything is put in place.
void refuse_what_reads_otherwise(const Units& units, const std::vector<fs::path>& paths, const std::vector<fs::path>& beside,
                                 const std::set<std::uint32_t>& broken, std::optional<grammar::Language> to, TextOf& texts,
                                 Diagnostics& diagnostics) {
  if (texts.empty()) return;
  Texts instead;
  for (const auto& [file, text] : texts) instead[units.sources[file].path()] = text;
  std::set<std::string> were_broken, are_broken;
  for (const auto file : broken) were_broken.insert(units.sources[file].path());
  Diagnostics again;
  const auto after = compile_with_provenance(paths, beside, again, instead);
  for (const auto file : files_with_errors(again)) are_broken.insert(after.sources[file].path());

  // A mistake elsewhere can come of any of them.
  const bool all = std::any_of(are_broken.begin(), are_broken.end(), [&](const std::string& path) {
    return !were_broken.contains(path) && !instead.contains(path);
  });
  std::erase_if(texts, [&](const auto& text) {
    const auto file = text.first;
    if (!all && !are_broken.contains(units.sources[file].path())) return false;
    const auto own = units.files[file].language;
    format::report_cannot_be_said({file, {0, 0}}, fs::path(units.sources[file].path()).filename().string(), own, to.value_or(own),
                                  diagnostics);
    return true;
  });
}

}  // namespace

Formatting format(const std::vector<fs::path>& paths, const std::vector<fs::path>& beside,
                  std::optional<grammar::Language> to, Diagnostics& diagnostics) {
  auto all_beside = beside;
  add_neighbours(paths, all_beside);
  auto units = compile_with_provenance(paths, all_beside, diagnostics);
  const auto broken = files_with_errors(diagnostics);
  TextOf texts;
  for (const auto& unit : units.units) {
    format::Titles titles;
    for (const auto file : unit.files) format::add_titles(units.files[file], titles);
    for (const auto file : unit.files) {
      if (file >= units.given || broken.contains(file) || texts.contains(file)) continue;
      const auto& tree = units.files[file];
      const format::Subject subject{tree, units.sources, unit.program, unit.provenance, titles};
      if (!format::is_understood(subject)) continue;
      if (auto text = format::formatted(subject, to.value_or(tree.language), diagnostics)) texts.emplace(file, std::move(*text));
    }
  }

  refuse_what_reads_otherwise(units, paths, all_beside, broken, to, texts, diagnostics);
  Formatting result;
  for (auto& [file, text] : texts) {
    const bool changes = text != units.sources[file].original();
    result.files.push_back({file, std::move(text), changes});
  }
  // Of what is only read nothing is said, unless it keeps a file from being formatted.
  if (result.files.size() == units.given) diagnostics = {};
  result.sources = std::move(units.sources);
  return result;
}

}  // namespace tdkt::engine
