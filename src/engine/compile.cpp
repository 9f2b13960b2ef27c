// SPDX-License-Identifier: Apache-2.0
#include "engine/compile.hpp"

#include <numeric>
#include <optional>

#include "diagnostics/kinds.hpp"
#include "engine/library.hpp"
#include "engine/units.hpp"
#include "lints/lints.hpp"
#include "logging/logging.hpp"
#include "typed/from_syntax.hpp"

namespace tdkt::engine {

namespace fs = std::filesystem;

namespace {

// A file that says nothing is more likely a mistake than a wish.
void report_empty_files(const Library& library, diagnostics::Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;
  for (const auto& file : library.files)
    if (file.statements.empty())
      diagnostics.report(diagnostics::Kind::empty_file, {file.file, {0, 0}}, file.language,
                         {library.sources[file.file].path()});
}

Library read_all(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics, const Texts& instead = {},
                 std::optional<source::Source> more = {}, const std::vector<fs::path>& beside = {}) {
  auto library = read_library(paths, diagnostics, instead, beside);
  if (more) {
    library.add(std::move(*more), diagnostics);
    ++library.given;
  }
  auto all = paths;
  all.insert(all.end(), beside.begin(), beside.end());
  add_vocabularies(library, all, diagnostics);
  report_empty_files(library, diagnostics);
  return library;
}

// Warnings and remarks are for the author of a file, not for whoever uses its vocabulary.
void drop_what_others_wrote(std::size_t given, std::size_t files, diagnostics::Diagnostics& diagnostics) {
  for (auto file = given; file < files; ++file) diagnostics.keep_errors_only_of(static_cast<std::uint32_t>(file));
}

Units compiled(Library library, const std::vector<std::vector<std::uint32_t>>& groups, diagnostics::Diagnostics& diagnostics,
               bool with_provenance = false) {
  const spdlog::stopwatch watch;
  Units result;
  for (const auto& files : groups) {
    std::vector<syntax::File> together;
    for (const auto file : files) together.push_back(library.files[file]);
    auto& unit = result.units.emplace_back();
    unit.path = files.empty() ? std::string() : library.sources[files.front()].path();
    unit.files = files;
    unit.program = typed::from_syntax(together, library.sources, diagnostics, with_provenance ? &unit.provenance : nullptr);
  }
  drop_what_others_wrote(library.given, library.files.size(), diagnostics);
  logging::of("engine")->info("compiled units={} files={} seconds={:.3}", result.units.size(), library.files.size(), watch);
  result.sources = std::move(library.sources);
  result.files = std::move(library.files);
  result.given = library.given;
  return result;
}

}  // namespace

Units compile_each(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics, const Texts& instead) {
  auto library = read_all(paths, diagnostics, instead);
  const auto groups = units_of(library);
  return compiled(std::move(library), groups, diagnostics);
}

Units compile_with_provenance(const std::vector<fs::path>& paths, const std::vector<fs::path>& beside,
                              diagnostics::Diagnostics& diagnostics, const Texts& instead) {
  auto library = read_all(paths, diagnostics, instead, {}, beside);
  const auto groups = units_of(library);
  return compiled(std::move(library), groups, diagnostics, true);
}

Units compile_as_one(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics, const Texts& instead) {
  auto library = read_all(paths, diagnostics, instead);
  std::vector<std::uint32_t> all(library.files.size());
  std::iota(all.begin(), all.end(), 0u);
  return compiled(std::move(library), {all}, diagnostics);
}

Compiled compile(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics) {
  auto units = compile_as_one(paths, diagnostics);
  return {std::move(units.sources), std::move(units.units.front().program)};
}

Compiled compile(const std::vector<fs::path>& paths, source::Source more, diagnostics::Diagnostics& diagnostics) {
  auto library = read_all(paths, diagnostics, {}, std::move(more));
  std::vector<std::uint32_t> all(library.files.size());
  std::iota(all.begin(), all.end(), 0u);
  auto units = compiled(std::move(library), {all}, diagnostics);
  return {std::move(units.sources), std::move(units.units.front().program)};
}

void lint(const Units& units, diagnostics::Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;
  const spdlog::stopwatch watch;
  std::vector<lints::Run> runs;
  for (const auto& unit : units.units) {
    auto& run = runs.emplace_back(lints::Run{&unit.program, {}});
    for (const auto file : unit.files) run.files.push_back(&units.files[file]);
  }
  lints::lint(runs, units.sources, diagnostics);
  drop_what_others_wrote(units.given, units.files.size(), diagnostics);
  logging::of("engine")->info("linted units={} seconds={:.3}", units.units.size(), watch);
}

fs::path shipped_vocabulary() {
  const auto folders = shipped_vocabularies();
  for (const auto& folder : folders)
    if (std::error_code error; fs::is_directory(folder, error)) return folder;
  return folders.back();
}

}  // namespace tdkt::engine
