// SPDX-License-Identifier: Apache-2.0
// Facts, relations and scales that no rule speaks of.
//
// Only of a vocabulary that stands beside a pack that uses it, in one file or one folder: such a one is
// made for these rules. A vocabulary in a folder of its own is made for rules that are not here, too.
#include <algorithm>
#include <filesystem>
#include <map>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "lints/lint.hpp"
#include "lints/uses.hpp"

namespace tdkt::lints {

namespace {

using Declarations = std::map<source::Where, Nameable>;

// A statement of the vocabulary with its file.
struct Declared {
  const syntax::Statement* statement;
  const syntax::File* file;
};

class Search {
 public:
  Search(const Run& run, const source::Sources& sources, Declarations& found)
      : run_(run), sources_(sources), schema_(run.program->schema), uses_(*run.program), found_(found) {}

  void look() {
    if (run_.program->packs.empty()) return;
    each(declared({Keyword::fact}), schema_.facts, uses_.facts, {"fact", "dữ kiện"});
    each(declared({Keyword::relation}), schema_.relations, uses_.relations, {"relation", "quan hệ"});
    each(declared({Keyword::scale, Keyword::kinds}), schema_.scales, uses_.scales, {"scale", "thang"});
  }

 private:
  // In the order in which they became part of the schema: files by path.
  std::vector<Declared> declared(std::initializer_list<Keyword> keywords) const {
    auto files = run_.files;
    std::stable_sort(files.begin(), files.end(), [&](const auto* a, const auto* b) {
      return sources_[a->file].path() < sources_[b->file].path();
    });
    std::vector<Declared> all;
    for (const auto* file : files)
      for (const auto& statement : file->statements)
        if (std::find(keywords.begin(), keywords.end(), statement.keyword) != keywords.end()) all.push_back({&statement, file});
    return all;
  }

  template <class Things>
  void each(const std::vector<Declared>& declared, const Things& things, const std::set<std::uint32_t>& used, const Phrase& sort) {
    if (declared.size() > things.size()) return;
    for (std::uint32_t i = 0; i < declared.size(); ++i) {
      const auto& [statement, file] = declared[i];
      if (!stands_beside_a_pack(*file)) continue;
      const auto own = statement->keyword == Keyword::kinds ? Phrase("kinds", "loại") : sort;
      const source::Where where{file->file, statement->header.span};
      const auto [entry, fresh] = found_.try_emplace(where, Nameable{own, things[i].name.in(file->language), file->language, false});
      entry->second.used = entry->second.used || used.contains(i);
    }
  }

  bool stands_beside_a_pack(const syntax::File& vocabulary) const {
    const auto folder_of = [&](std::uint32_t file) {
      return std::filesystem::path(sources_[file].path()).lexically_normal().parent_path();
    };
    return std::any_of(run_.files.begin(), run_.files.end(), [&](const auto* file) {
      const bool has_pack = std::any_of(file->statements.begin(), file->statements.end(),
                                        [](const auto& statement) { return statement.keyword == Keyword::pack; });
      return has_pack && folder_of(file->file) == folder_of(vocabulary.file);
    });
  }

  const Run& run_;
  const source::Sources& sources_;
  const columns::Schema& schema_;
  Uses uses_;
  Declarations& found_;
};

}  // namespace

void declarations_not_used(const std::vector<Run>& runs, const source::Sources& sources, diagnostics::Diagnostics& diagnostics) {
  Declarations found;
  for (const auto& run : runs) Search(run, sources, found).look();
  for (const auto& [where, declaration] : found)
    if (!declaration.used) diagnostics.report(Kind::declaration_not_used, where, declaration.language, {declaration.sort, declaration.name});
}

}  // namespace tdkt::lints
