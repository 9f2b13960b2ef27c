// SPDX-License-Identifier: Apache-2.0
// The rules that come with the program are written as the formatter writes them.
#include <gtest/gtest.h>

#include "engine/format.hpp"

namespace tdkt::format_tests {
namespace {

TEST(Shipped, RulesAreInTheCommonLayout) {
  diagnostics::Diagnostics diagnostics;
  const auto formatting = engine::format({std::filesystem::path(TDKT_SOURCE_DIR) / "rules"}, {}, std::nullopt, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_GE(formatting.files.size(), 20u);
  for (const auto& file : formatting.files)
    EXPECT_FALSE(file.changes) << formatting.sources[file.file].path() << ": run tdkt fmt rules";
}

}  // namespace
}  // namespace tdkt::format_tests
