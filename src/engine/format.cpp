// SPDX-License-Identifier: Apache-2.0
#include "engine/format.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "diagnostics/kinds.hpp"
#include "engine/compile.hpp"
#include "engine/units.hpp"
#include "format/format.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"

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

using Texts = std::map<std::uint32_t, std::string>;  // by file

// Whether the unit has no errors when these files say what they should.
bool reads_without_errors(const Units& units, const Unit& unit, const Texts& texts) {
  source::Sources sources;
  Diagnostics diagnostics;
  std::vector<syntax::File> files;
  for (const auto file : unit.files) {
    const auto& source = units.sources[file];
    const auto found = texts.find(file);
    const auto number = sources.add({source.path(), found == texts.end() ? source.original() : found->second});
    files.push_back(syntax::parse(sources, number, diagnostics));
  }
  typed::from_syntax(files, sources, diagnostics);
  return !diagnostics.has_errors();
}

}  // namespace

Formatting format(const std::vector<fs::path>& paths, const std::vector<fs::path>& beside,
                  std::optional<grammar::Language> to, Diagnostics& diagnostics) {
  auto all_beside = beside;
  add_neighbours(paths, all_beside);
  auto units = compile_with_provenance(paths, all_beside, diagnostics);
  const auto broken = files_with_errors(diagnostics);
  Texts texts;
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

  for (const auto& unit : units.units) {
    const bool sound = std::none_of(unit.files.begin(), unit.files.end(), [&](auto file) { return broken.contains(file); });
    if (!sound || reads_without_errors(units, unit, texts)) continue;
    for (const auto file : unit.files)
      if (texts.erase(file) > 0) diagnostics.report(Kind::cannot_be_formatted, {file, {0, 0}}, units.files[file].language);
  }

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
