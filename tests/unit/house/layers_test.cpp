// SPDX-License-Identifier: Apache-2.0
// The house stays a house: src/CMakeLists.txt lists the folders floor by floor, and a folder
// includes only what stands on a line above its own. Services are strangers to one another.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const fs::path root = TDKT_SOURCE_DIR;

struct Layer {
  std::string name;
  std::set<std::string> uses;  // what its line names, hidden or shown
  std::string floor;           // the comment above its line
};

std::vector<Layer> layers() {
  const auto text = contents(root / "src/CMakeLists.txt");
  const std::regex line(R"((?:^|\n)(?:# ([^\n]*)|add_layer\((\w+)\s*([^)]*)\)))");
  std::vector<Layer> found;
  std::string floor;
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
    if ((*at)[1].matched) floor = (*at)[1];
    if (!(*at)[2].matched) continue;
    Layer layer{(*at)[2], {}, floor};
    std::istringstream words((*at)[3]);
    for (std::string word; words >> word;) layer.uses.insert(word);
    found.push_back(layer);
  }
  return found;
}

fs::path folder_of(const std::string& layer) {
  return layer == "grammar" ? root / "grammar" : root / "src" / layer;
}

// Every #include "folder/…" of a folder's files, as file → folder.
std::multimap<std::string, std::string> includes_of(const std::string& layer) {
  std::multimap<std::string, std::string> includes;
  const std::regex include(R"(#include \"(\w+)/)");
  for (const auto& entry : fs::recursive_directory_iterator(folder_of(layer))) {
    const auto ending = entry.path().extension();
    if (ending != ".hpp" && ending != ".cpp") continue;
    const auto text = contents(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at)
      includes.emplace(fs::relative(entry.path(), root).string(), (*at)[1]);
  }
  return includes;
}

TEST(House, IncludesPointDownOrToTheLeft) {
  const auto all = layers();
  ASSERT_GE(all.size(), 14u) << "the layer list could not be read";
  std::map<std::string, std::size_t> height;
  std::map<std::string, std::string> floor;
  for (std::size_t i = 0; i < all.size(); ++i) {
    height[all[i].name] = i;
    floor[all[i].name] = all[i].floor;
  }
  for (const auto& layer : all)
    for (const auto& [file, included] : includes_of(layer.name)) {
      if (!height.count(included) || included == layer.name) continue;
      EXPECT_LT(height[included], height[layer.name]) << file << " includes " << included << ", which stands above it";
      EXPECT_FALSE(floor[layer.name] == "services" && floor[included] == "services")
          << file << " includes another service, " << included;
    }
}

TEST(House, EveryFolderIsALayer) {
  std::set<std::string> listed;
  for (const auto& layer : layers()) listed.insert(layer.name);
  for (const auto& entry : fs::directory_iterator(root / "src"))
    EXPECT_TRUE(!entry.is_directory() || listed.count(entry.path().filename().string())) << entry.path();
}

TEST(House, StagesNeitherPrintNorLog) {
  const std::regex forbidden(R"(std::(cout|cerr|clog)|\bprintf\s*\(|spdlog|#include <iostream>)");
  for (const auto& layer : layers()) {
    if (layer.floor != "stages" && layer.floor != "ground" && layer.floor != "language") continue;
    if (layer.name == "logging") continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder_of(layer.name))) {
      const auto ending = entry.path().extension();
      if (ending != ".hpp" && ending != ".cpp") continue;
      EXPECT_FALSE(std::regex_search(contents(entry.path()), forbidden)) << entry.path();
    }
  }
}

TEST(House, NoBinaryFloatingPoint) {
  const std::regex floating(R"(\b(double|float|long double)\b)");
  const std::regex comment(R"(//[^\n]*)");
  for (const auto& layer : layers())
    for (const auto& entry : fs::recursive_directory_iterator(folder_of(layer.name))) {
      const auto ending = entry.path().extension();
      if (ending != ".hpp" && ending != ".cpp") continue;
      const auto code = std::regex_replace(contents(entry.path()), comment, "");
      EXPECT_FALSE(std::regex_search(code, floating)) << entry.path();
    }
}

}  // namespace
