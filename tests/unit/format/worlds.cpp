// SPDX-License-Identifier: Apache-2.0
#include "worlds.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "diagnostics/render.hpp"
#include "format/format.hpp"

namespace tdkt::format_tests {

namespace fs = std::filesystem;

namespace {

const fs::path root = TDKT_SOURCE_DIR;

// Every rule file below the folder.
Texts files_in(const fs::path& folder) {
  Texts texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".tdkt") texts[fs::relative(entry.path(), folder).string()] = contents(entry.path());
  return texts;
}

// `=== name.tdkt` and the lines below it.
Texts rule_files_in(const fs::path& path) {
  Texts texts;
  std::istringstream lines(contents(path));
  std::string* inside = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("=== ", 0) == 0) {
      const auto name = line.substr(4);
      const bool rules = name.size() > 5 && name.rfind("$ ", 0) != 0 && name.substr(name.size() - 5) == ".tdkt";
      inside = rules ? &texts[name] : nullptr;
    } else if (inside) {
      *inside += line + "\n";
    }
  }
  return texts;
}

bool brings_its_words(const Texts& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const auto& file) {
    return file.second.find(" \"emulation\"") != std::string::npos &&
           (file.second.find("vocabulary \"emulation\"\n") != std::string::npos ||
            file.second.find("từ ngữ \"emulation\"\n") != std::string::npos) &&
           file.second.find("uses vocabulary \"emulation\"") == std::string::npos &&
           file.second.find("dùng từ ngữ \"emulation\"") == std::string::npos;
  });
}

}  // namespace

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

World world_of(const std::string& name, const Texts& texts) {
  std::string pattern = (fs::temp_directory_path() / "tdkt-format-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  for (const auto& [file, text] : texts) {
    fs::create_directories((folder / file).parent_path());
    std::ofstream(folder / file, std::ios::binary) << text;
  }
  std::vector<fs::path> beside;
  if (!brings_its_words(texts)) beside.push_back(root / "rules/vocabulary/emulation.tdkt");
  World world{name, texts, {}, {}};
  world.units = engine::compile_with_provenance({folder}, beside, world.diagnostics);
  fs::remove_all(folder);
  return world;
}

std::vector<World> all_worlds() {
  std::vector<World> worlds;
  const auto add = [&](World world) {
    if (!world.diagnostics.has_errors() && !world.units.units.empty()) worlds.push_back(std::move(world));
  };
  add(world_of("rules", files_in(root / "rules")));
  add(world_of("examples", files_in(root / "tests/cases/examples")));
  std::vector<fs::path> cases;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests/cases"))
    if (entry.path().extension() == ".case") cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  for (const auto& path : cases)
    if (const auto texts = rule_files_in(path); !texts.empty())
      add(world_of(fs::relative(path, root / "tests/cases").string(), texts));
  return worlds;
}

std::string said(const World& world) { return diagnostics::as_text(world.diagnostics, world.units.sources, {}); }

Texts formatted(const World& world, Into into) {
  Texts texts;
  std::map<std::string, std::string> by_path;
  for (const auto& unit : world.units.units) {
    format::Titles titles;
    for (const auto file : unit.files) format::add_titles(world.units.files[file], titles);
    for (const auto file : unit.files) {
      if (file >= world.units.given) continue;
      const fs::path path = world.units.sources[file].path();
      const auto& tree = world.units.files[file];
      const auto to = into == Into::own ? tree.language : grammar::other(tree.language);
      diagnostics::Diagnostics diagnostics;
      const auto text = format::formatted({tree, world.units.sources, unit.program, unit.provenance, titles}, to, diagnostics);
      EXPECT_TRUE(text) << world.name << "\n" << diagnostics::as_text(diagnostics, world.units.sources, {});
      // The folder is gone; what follows it is the file's own path.
      for (const auto& [name, before] : world.texts)
        if (path.string().size() > name.size() && path.string().compare(path.string().size() - name.size() - 1, name.size() + 1, "/" + name) == 0)
          texts[name] = text.value_or(before);
    }
  }
  return texts;
}

}  // namespace tdkt::format_tests
