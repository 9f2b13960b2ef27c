// SPDX-License-Identifier: Apache-2.0
// From rule files to a program ready to run.
//
// Every stage reports what it finds and hands on the best it could make, so that one mistake does
// not hide the next.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "engine/library.hpp"
#include "source/source.hpp"
#include "syntax/tree.hpp"
#include "typed/program.hpp"
#include "typed/provenance.hpp"

namespace tdkt::engine {

struct Compiled {
  source::Sources sources;
  typed::Program program;
};

// All of `paths`, files and folders, as one run, with the vocabularies that they use. Throws
// Unavailable for what cannot be read.
Compiled compile(const std::vector<std::filesystem::path>& paths, diagnostics::Diagnostics& diagnostics);

// The same with one more file, which is on no disk: the last of those that were asked for.
Compiled compile(const std::vector<std::filesystem::path>& paths, source::Source more,
                 diagnostics::Diagnostics& diagnostics);

// One pack of a folder of packs that have nothing to do with each other.
struct Unit {
  std::string path;              // of the file that holds the pack, or of a vocabulary that none uses
  typed::Program program;
  std::vector<std::uint32_t> files;  // that it was read from
  typed::Provenance provenance;      // where asked for
};
struct Units {
  source::Sources sources;
  std::vector<syntax::File> files;   // by file number
  std::size_t given = 0;             // so many files were asked for; the others were looked for
  std::vector<Unit> units;
};

// Each pack a run of its own: with the files beside it that hold no pack, the vocabularies that it
// uses and the packs that it names. A law and its translation can so stand in one folder tree.
// With `instead`, texts are read in the place of files.
Units compile_each(const std::vector<std::filesystem::path>& paths, diagnostics::Diagnostics& diagnostics,
                   const Texts& instead = {});
// The same with what stands `beside`, which is only read, and with where everything comes from.
Units compile_with_provenance(const std::vector<std::filesystem::path>& paths,
                              const std::vector<std::filesystem::path>& beside, diagnostics::Diagnostics& diagnostics,
                              const Texts& instead = {});
// All of them as one unit.
Units compile_as_one(const std::vector<std::filesystem::path>& paths, diagnostics::Diagnostics& diagnostics,
                     const Texts& instead = {});

// Adds what is doubtful in the files that were asked for. Does nothing where there are errors: those
// come first, and much that seems doubtful only follows from them.
void lint(const Units& units, diagnostics::Diagnostics& diagnostics);

// rules/vocabulary of the working folder, or else of the installation.
std::filesystem::path shipped_vocabulary();

}  // namespace tdkt::engine
