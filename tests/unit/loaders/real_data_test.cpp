// SPDX-License-Identifier: Apache-2.0
// The data that is shipped with the rule packs loads without a word.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ShippedData, LoadsWithoutAWord) {
  const std::filesystem::path rules = std::filesystem::path(TDKT_SOURCE_DIR) / "rules";
  const auto schema = schema_of(text_of(rules / "vocabulary" / "emulation.tdkt"));
  std::size_t folders = 0;
  for (const auto& pack : std::filesystem::directory_iterator(rules)) {
    const auto data = pack.path() / "data";
    if (!std::filesystem::exists(data)) continue;
    ++folders;
    diagnostics::Diagnostics diagnostics;
    const auto loaded = loaders::load(schema, data, {}, diagnostics);
    EXPECT_THAT(messages(diagnostics, data), testing::IsEmpty()) << data;
    EXPECT_FALSE(loaded.tables.empty());
  }
  EXPECT_GE(folders, 5u);
}

}  // namespace
}  // namespace tdkt::loaders::test
