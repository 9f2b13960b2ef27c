// SPDX-License-Identifier: Apache-2.0
#include "engine/compile.hpp"

#include "diagnostics/kinds.hpp"
#include "engine/library.hpp"
#include "engine/units.hpp"
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

Library read_all(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics) {
  auto library = read_library(paths, diagnostics);
  add_vocabularies(library, paths, diagnostics);
  report_empty_files(library, diagnostics);
  return library;
}

// Remarks are for the author of a file, not for whoever uses its vocabulary.
void drop_foreign_remarks(const Library& library, diagnostics::Diagnostics& diagnostics) {
  for (auto file = library.given; file < library.files.size(); ++file)
    diagnostics.drop_remarks_on(static_cast<std::uint32_t>(file));
}

}  // namespace

Compiled compile(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics) {
  const spdlog::stopwatch watch;
  auto library = read_all(paths, diagnostics);
  auto program = typed::from_syntax(library.files, library.sources, diagnostics);
  drop_foreign_remarks(library, diagnostics);
  logging::of("engine")->info("compiled files={} awards={} seconds={:.3}", library.files.size(),
                              program.awards.size(), watch);
  return {std::move(library.sources), std::move(program)};
}

Units compile_each(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics) {
  const spdlog::stopwatch watch;
  auto library = read_all(paths, diagnostics);
  Units result;
  for (const auto& files : units_of(library)) {
    std::vector<syntax::File> together;
    for (const auto file : files) together.push_back(library.files[file]);
    result.units.push_back({library.sources[files.front()].path(),
                            typed::from_syntax(together, library.sources, diagnostics)});
  }
  drop_foreign_remarks(library, diagnostics);
  logging::of("engine")->info("compiled units={} files={} seconds={:.3}", result.units.size(), library.files.size(),
                              watch);
  result.sources = std::move(library.sources);
  return result;
}

fs::path shipped_vocabulary() {
  const auto folders = shipped_vocabularies();
  for (const auto& folder : folders)
    if (std::error_code error; fs::is_directory(folder, error)) return folder;
  return folders.back();
}

}  // namespace tdkt::engine
