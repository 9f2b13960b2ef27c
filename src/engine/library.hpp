// SPDX-License-Identifier: Apache-2.0
// The rule files of a run, parsed, and what each says of itself: which packs and vocabularies it
// holds and which it needs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "source/source.hpp"
#include "syntax/tree.hpp"

namespace tdkt::engine {

// Texts that are read in the place of files, by path.
using Texts = std::map<std::string, std::string>;

struct Library {
  source::Sources sources;
  std::vector<syntax::File> files;                // by file number
  std::size_t given = 0;                          // so many were asked for; the others were looked for

  void read(const std::filesystem::path& path, diagnostics::Diagnostics& diagnostics, const Texts& instead = {});
  void add(source::Source source, diagnostics::Diagnostics& diagnostics);
};

// Names are keys (grammar::key_of).
struct Contents {
  std::vector<std::string> packs, vocabularies;   // that the file holds
  std::vector<std::string> used_vocabularies, named_packs;
};
Contents contents_of(const syntax::File& file);

// Reads `paths` (files and folders), each file once; then what stands `beside`, which does not count as
// asked for. With `instead`, texts are read in the place of files.
Library read_library(const std::vector<std::filesystem::path>& paths, diagnostics::Diagnostics& diagnostics,
                     const Texts& instead = {}, const std::vector<std::filesystem::path>& beside = {});

// Finds the vocabularies that packs use and no file holds, and reads them: in the folder of a given
// path, in `vocabulary/` there and in each folder above it, in rules/vocabulary of the working
// folder and of the installation. One that is nowhere is left to be reported by who needs it.
void add_vocabularies(Library& library, const std::vector<std::filesystem::path>& paths,
                      diagnostics::Diagnostics& diagnostics);

// rules/vocabulary of the working folder, then of the installation.
std::vector<std::filesystem::path> shipped_vocabularies();

}  // namespace tdkt::engine
