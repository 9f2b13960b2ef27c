// SPDX-License-Identifier: Apache-2.0
#include "worlds.hpp"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tdkt::format_tests {

namespace fs = std::filesystem;

namespace {

const fs::path root = TDKT_SOURCE_DIR;

World read(const std::string& name, const std::vector<fs::path>& paths) {
  World world{name, {}, {}};
  world.units = engine::compile_each(paths, world.diagnostics, true);
  return world;
}

// `=== name.tdkt` and the lines below it.
std::vector<std::pair<std::string, std::string>> rule_files_in(const fs::path& path) {
  std::vector<std::pair<std::string, std::string>> files;
  std::istringstream lines(contents(path));
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("=== ", 0) == 0) {
      const auto name = line.substr(4);
      inside = name.size() > 5 && name.rfind("$ ", 0) != 0 && name.substr(name.size() - 5) == ".tdkt";
      if (inside) files.emplace_back(name, "");
    } else if (inside) {
      files.back().second += line + "\n";
    }
  }
  return files;
}

}  // namespace

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

World world_of(const std::string& name, const std::vector<std::pair<std::string, std::string>>& files) {
  std::string pattern = (fs::temp_directory_path() / "tdkt-format-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  for (const auto& [file, text] : files) {
    fs::create_directories((folder / file).parent_path());
    std::ofstream(folder / file, std::ios::binary) << text;
  }
  const bool own_words = std::any_of(files.begin(), files.end(), [](const auto& file) {
    return file.second.rfind("vocabulary \"emulation\"", 0) != std::string::npos;
  });
  std::vector<fs::path> paths{folder};
  if (!own_words) paths.push_back(root / "rules/vocabulary/emulation.tdkt");
  auto world = read(name, paths);
  fs::remove_all(folder);
  return world;
}

std::vector<World> all_worlds() {
  std::vector<World> worlds;
  const auto add = [&](World world) {
    if (!world.diagnostics.has_errors() && !world.units.units.empty()) worlds.push_back(std::move(world));
  };
  add(read("rules", {root / "rules"}));
  add(read("examples", {root / "tests/cases/examples"}));
  std::vector<fs::path> cases;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests/cases"))
    if (entry.path().extension() == ".case") cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  for (const auto& path : cases)
    if (const auto files = rule_files_in(path); !files.empty())
      add(world_of(fs::relative(path, root / "tests/cases").string(), files));
  return worlds;
}

}  // namespace tdkt::format_tests
