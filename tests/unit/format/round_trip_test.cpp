// SPDX-License-Identifier: Apache-2.0
// There and back: formatting twice is formatting once, and a file comes back from the other language as
// it went.
#include <gtest/gtest.h>

#include "engine/tests.hpp"
#include "grammar/language.hpp"
#include "worlds.hpp"

namespace tdkt::format_tests {
namespace {

grammar::Language language_of(const World& world, const std::string& name) {
  for (const auto& tree : world.units.files) {
    const auto& path = world.units.sources[tree.file].path();
    if (path.size() > name.size() && path.compare(path.size() - name.size() - 1, name.size() + 1, "/" + name) == 0)
      return tree.language;
  }
  return grammar::Language::english;
}

std::size_t passed(const World& world) {
  std::size_t count = 0;
  for (const auto& unit : world.units.units)
    for (const auto& result : engine::run_tests(unit.program, world.units.sources)) count += result.passed();
  return count;
}

class RoundTrip : public testing::Test {
 protected:
  static void SetUpTestSuite() { worlds_ = new std::vector<World>(all_worlds()); }
  static void TearDownTestSuite() { delete worlds_, worlds_ = nullptr; }
  static std::vector<World>* worlds_;
};
std::vector<World>* RoundTrip::worlds_ = nullptr;

TEST_F(RoundTrip, FormattingTwiceIsFormattingOnce) {
  EXPECT_GE(worlds_->size(), 10u);
  for (const auto& world : *worlds_) {
    const auto once = formatted(world, Into::own);
    const auto again = world_of(world.name, once);
    ASSERT_FALSE(again.diagnostics.has_errors()) << said(again);
    EXPECT_EQ(formatted(again, Into::own), once);
    EXPECT_EQ(passed(again), passed(world)) << world.name;
  }
}

TEST_F(RoundTrip, FromTheOtherLanguageAFileComesBackAsItWent) {
  for (const auto& world : *worlds_) {
    const auto there = world_of(world.name, formatted(world, Into::other));
    ASSERT_FALSE(there.diagnostics.has_errors()) << said(there);
    EXPECT_EQ(passed(there), passed(world)) << world.name;
    const auto wanted = formatted(world, Into::own), back = formatted(there, Into::other);
    for (const auto& [name, text] : wanted) {
      // A Vietnamese name with more forms than the English one comes back in its first.
      if (language_of(world, name) == grammar::Language::english) {
        EXPECT_EQ(back.at(name), text) << world.name << " " << name;
      }
    }
  }
}

}  // namespace
}  // namespace tdkt::format_tests
