// SPDX-License-Identifier: Apache-2.0
// Rule files in the layout that all share, in their own language or translated.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"
#include "source/source.hpp"

namespace tdkt::engine {

struct FormattedFile {
  std::uint32_t file;  // in the sources
  std::string text;    // what it should say
  bool changes;        // whether that differs from what it says
};
struct Formatting {
  source::Sources sources;
  std::vector<FormattedFile> files;  // of `paths`, those that could be formatted
};

// Formats the files of `paths`. What stands `beside`, and the vocabularies that packs use, is read but not
// formatted. A file with errors is not formatted. Everything formatted has been read again: it has no
// errors, together with the rest.
Formatting format(const std::vector<std::filesystem::path>& paths, const std::vector<std::filesystem::path>& beside,
                  std::optional<grammar::Language> to, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::engine
