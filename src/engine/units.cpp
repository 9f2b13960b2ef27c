// SPDX-License-Identifier: Apache-2.0
#include "engine/units.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

namespace tdkt::engine {

namespace {

using Files = std::vector<std::uint32_t>;
namespace fs = std::filesystem;

struct Shelf {
  const Library& library;
  std::vector<Contents> contents;
  std::map<std::string, Files> by_pack, by_vocabulary;
  std::map<fs::path, Files> packs_in;           // by folder
  std::map<std::uint32_t, Files> belonging;     // by pack file: files without a pack of their own

  explicit Shelf(const Library& of) : library(of) {
    for (std::uint32_t file = 0; file < library.files.size(); ++file) {
      contents.push_back(contents_of(library.files[file]));
      for (const auto& pack : contents[file].packs) by_pack[pack].push_back(file);
      for (const auto& vocabulary : contents[file].vocabularies) by_vocabulary[vocabulary].push_back(file);
      if (!contents[file].packs.empty()) packs_in[folder_of(file)].push_back(file);
    }
    for (std::uint32_t file = 0; file < library.files.size(); ++file)
      if (is_loose(file))
        for (const auto pack : owners_of(file)) belonging[pack].push_back(file);
  }

  fs::path folder_of(std::uint32_t file) const {
    return fs::path(library.sources[file].path()).lexically_normal().parent_path();
  }
  bool is_loose(std::uint32_t file) const {
    return contents[file].packs.empty() && contents[file].vocabularies.empty();
  }

  // The rules whose accepted cases the file holds: `law.tdkt` of `law.card.tdkt`.
  std::optional<std::uint32_t> accepted_for(std::uint32_t file) const {
    const auto path = fs::path(library.sources[file].path()).lexically_normal();
    if (path.stem().extension() != ".card") return std::nullopt;
    const auto rules = path.parent_path() / path.stem().replace_extension(".tdkt");
    for (std::uint32_t other = 0; other < library.files.size(); ++other)
      if (fs::path(library.sources[other].path()).lexically_normal() == rules) return other;
    return std::nullopt;
  }

  // The packs of the nearest folder that holds any; of several, those in the file's own language.
  Files owners_of(std::uint32_t file) const {
    const auto rules = accepted_for(file);
    if (rules && !contents[*rules].packs.empty()) return {*rules};
    const auto packs = packs_near(file);
    return packs.empty() && rules ? Files{*rules} : packs;
  }

  Files packs_near(std::uint32_t file) const {
    for (auto folder = folder_of(file);; folder = folder.parent_path()) {
      const auto found = packs_in.find(folder);
      if (found != packs_in.end()) {
        Files same;
        for (const auto pack : found->second)
          if (library.files[pack].language == library.files[file].language) same.push_back(pack);
        return same.empty() ? found->second : same;
      }
      if (!folder.has_relative_path()) return {};
    }
  }

  void gather(std::uint32_t file, Files& unit) const {
    if (std::find(unit.begin(), unit.end(), file) != unit.end()) return;
    unit.push_back(file);
    if (const auto found = belonging.find(file); found != belonging.end())
      for (const auto other : found->second) gather(other, unit);
    for (const auto& name : contents[file].used_vocabularies)
      if (const auto found = by_vocabulary.find(name); found != by_vocabulary.end())
        for (const auto other : found->second) gather(other, unit);
    for (const auto& name : contents[file].named_packs)
      if (const auto found = by_pack.find(name); found != by_pack.end())
        for (const auto other : found->second) gather(other, unit);
  }
};

}  // namespace

std::vector<Files> units_of(const Library& library) {
  const Shelf shelf(library);
  std::vector<Files> units;
  std::set<std::uint32_t> placed;
  for (std::uint32_t file = 0; file < library.files.size(); ++file) {
    if (shelf.contents[file].packs.empty()) continue;
    shelf.gather(file, units.emplace_back());
    placed.insert(units.back().begin(), units.back().end());
  }
  // Rules without a pack stand alone, with the cases accepted for them.
  for (const bool cases : {false, true})
    for (std::uint32_t file = 0; file < library.files.size(); ++file) {
      if (placed.contains(file) || !shelf.is_loose(file) || shelf.accepted_for(file).has_value() != cases) continue;
      auto& unit = units.emplace_back(Files{file});
      if (const auto found = shelf.belonging.find(file); found != shelf.belonging.end())
        for (const auto other : found->second) shelf.gather(other, unit);
      placed.insert(unit.begin(), unit.end());
    }
  // Vocabularies that no pack uses, each with those that it uses; those that are used come with them.
  std::set<std::uint32_t> used;
  for (std::uint32_t file = 0; file < library.files.size(); ++file)
    for (const auto& name : shelf.contents[file].used_vocabularies)
      if (const auto found = shelf.by_vocabulary.find(name); found != shelf.by_vocabulary.end())
        for (const auto other : found->second)
          if (other != file) used.insert(other);
  for (const bool also_used : {false, true})
    for (std::uint32_t file = 0; file < library.files.size(); ++file) {
      if (placed.contains(file) || shelf.is_loose(file) || (used.contains(file) && !also_used)) continue;
      shelf.gather(file, units.emplace_back());
      placed.insert(units.back().begin(), units.back().end());
    }
  return units;
}

}  // namespace tdkt::engine
