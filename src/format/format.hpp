// SPDX-License-Identifier: Apache-2.0
// Rule files in the layout that all files share, in their own language or in the other.
//
// Each sentence is written from what it was read as, in one wording for each meaning; the author's forms
// of names, quoted texts, comments and blank lines stay. What is written of a sentence has been read
// back as the same before it is used.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "source/source.hpp"
#include "syntax/tree.hpp"
#include "typed/program.hpp"
#include "typed/provenance.hpp"

namespace tdkt::format {

using diagnostics::Diagnostics;
using grammar::Language;

// Titles with a declared translation: by their key (grammar::key_of), as they are written in either
// language (by grammar::Language).
using Titles = std::map<std::string, std::array<std::string, 2>>;
void add_titles(const syntax::File& file, Titles& titles);

// A file and what it was read as. It and the program have no errors.
struct Subject {
  const syntax::File& file;
  const source::Sources& sources;
  const typed::Program& program;
  const typed::Provenance& provenance;
  const Titles& titles;  // of all files of the program
};

// The file's text in language `to`. nullopt after a report: a sentence cannot be said in the other
// language so that it reads back as the same.
std::optional<std::string> formatted(const Subject& subject, Language to, Diagnostics& diagnostics);

// Says that a sentence, or a whole file, would not be read as the same in language `to`.
diagnostics::Diagnostic& report_cannot_be_said(source::Where where, const std::string& what, Language from, Language to,
                                               Diagnostics& diagnostics);

// Whether every sentence of the file was read, so that it can be written again.
bool is_understood(const Subject& subject);

}  // namespace tdkt::format
