// SPDX-License-Identifier: Apache-2.0
#include "engine/library.hpp"

#include <algorithm>
#include <set>

#include "diagnostics/kinds.hpp"
#include "engine/files.hpp"
#include "grammar/spelling.hpp"
#include "logging/logging.hpp"
#include "syntax/parse.hpp"
#include "values/unavailable.hpp"

namespace tdkt::engine {

namespace fs = std::filesystem;
using grammar::Keyword;

namespace {

void add_quoted(const syntax::Clause& clause, std::vector<std::string>& names) {
  if (clause.title) names.push_back(grammar::key_of(clause.title->text));
  for (const auto& word : clause.sentence.words)
    if (word.kind == syntax::WordKind::quoted) names.push_back(word.key);
  for (const auto& part : clause.parts) add_quoted(part, names);
}

// What a file declares is seen from its first lines; the file is read in earnest only if it is the one.
bool declares_vocabulary(const fs::path& path, const std::string& key) {
  const auto source = read_source(path);
  for (std::uint32_t number = 1; number <= source.lines(); ++number) {
    const auto line = grammar::key_of(source.line(number).substr(0, 1000));
    for (const auto language : {grammar::Language::english, grammar::Language::vietnamese})
      for (const auto& spelling : grammar::spellings(Keyword::vocabulary, language))
        if (line.starts_with(grammar::key_of(spelling) + " \"" + key + '"')) return true;
  }
  return false;
}

std::vector<fs::path> rule_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
    if (entry->path().extension() == ".tdkt") files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> folders_to_search(const std::vector<fs::path>& paths) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& path : paths) {
    // Kept relative where the author's path is, so that messages name files as the author would.
    auto folder = fs::is_directory(path, error) ? path : path.parent_path();
    if (folder.empty()) folder = ".";
    folders.push_back(folder);
    const auto whole = fs::absolute(folder, error).lexically_normal();
    const auto depth = std::distance(whole.begin(), whole.end());
    for (auto i = 0; i < depth; ++i, folder /= "..") folders.push_back((folder / "vocabulary").lexically_normal());
  }
  const auto shipped = shipped_vocabularies();
  folders.insert(folders.end(), shipped.begin(), shipped.end());
  return folders;
}

}  // namespace

void Library::read(const fs::path& path, diagnostics::Diagnostics& diagnostics, const Texts& instead) {
  const auto text = instead.find(path.string());
  add(text == instead.end() ? read_source(path) : source::Source(text->first, text->second), diagnostics);
  logging::of("engine")->debug("parsed file={} statements={}", path.string(), files.back().statements.size());
}

void Library::add(source::Source source, diagnostics::Diagnostics& diagnostics) {
  const auto number = sources.add(std::move(source));
  files.push_back(syntax::parse(sources, number, diagnostics));
}

Contents contents_of(const syntax::File& file) {
  Contents contents;
  for (const auto& statement : file.statements) {
    if (statement.keyword == Keyword::vocabulary && statement.title)
      contents.vocabularies.push_back(grammar::key_of(statement.title->text));
    if (statement.keyword == Keyword::vocabulary)
      for (const auto& clause : statement.clauses)
        if (clause.keyword == Keyword::uses_vocabulary) add_quoted(clause, contents.used_vocabularies);
    if (statement.keyword != Keyword::pack) continue;
    contents.packs.push_back(statement.title ? grammar::key_of(statement.title->text) : "");
    for (const auto& clause : statement.clauses)
      add_quoted(clause, clause.keyword == Keyword::uses_vocabulary ? contents.used_vocabularies
                                                                    : contents.named_packs);
  }
  return contents;
}

std::vector<fs::path> shipped_vocabularies() {
  std::vector<fs::path> folders{"rules/vocabulary"};
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back(program.parent_path().parent_path() / "share/tdkt/rules/vocabulary");
  return folders;
}

Library read_library(const std::vector<fs::path>& paths, diagnostics::Diagnostics& diagnostics, const Texts& instead,
                     const std::vector<fs::path>& beside) {
  Library library;
  std::set<fs::path> seen;
  const auto read = [&](const fs::path& path) {
    const auto files = rule_files(path);
    if (files.empty())
      diagnostics.report_general(diagnostics::Kind::no_rule_files, {path.string()});
    for (const auto& file : files) {
      std::error_code error;
      const auto itself = fs::weakly_canonical(file, error);
      if (seen.insert(error ? file : itself).second) library.read(file, diagnostics, instead);
    }
  };
  for (const auto& path : paths) read(path);
  library.given = library.files.size();
  for (const auto& path : beside) read(path);
  return library;
}

void add_vocabularies(Library& library, const std::vector<fs::path>& paths,
                      diagnostics::Diagnostics& diagnostics) {
  const auto folders = folders_to_search(paths);
  std::set<std::string> looked_for;
  // A vocabulary that was found may use another.
  for (bool more = true; more;) {
    more = false;
    std::set<std::string> held, wanted;
    for (const auto& file : library.files) {
      const auto contents = contents_of(file);
      held.insert(contents.vocabularies.begin(), contents.vocabularies.end());
      wanted.insert(contents.used_vocabularies.begin(), contents.used_vocabularies.end());
    }
    for (const auto& key : wanted) {
      if (held.contains(key) || !looked_for.insert(key).second) continue;
      for (const auto& folder : folders) {
        const auto files = rule_files_in(folder);
        const auto found = std::find_if(files.begin(), files.end(),
                                        [&](const fs::path& file) { return declares_vocabulary(file, key); });
        if (found == files.end()) continue;
        library.read(*found, diagnostics);
        more = true;
        break;
      }
    }
  }
}

}  // namespace tdkt::engine
