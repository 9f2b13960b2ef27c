// SPDX-License-Identifier: Apache-2.0
// Every criterion of every shipped pack has a card, in both languages of the packs: its cases lie on
// both sides, and accepted as tests they pass.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "card/test_text.hpp"
#include "diagnostics/render.hpp"
#include "engine/acceptance.hpp"
#include "engine/cards.hpp"
#include "engine/compile.hpp"
#include "engine/tests.hpp"

namespace tdkt::card {
namespace {

namespace fs = std::filesystem;

const fs::path root = TDKT_SOURCE_DIR;

class Packs : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    compiled = engine::compile({root / GetParam()}, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << diagnostics::as_text(diagnostics, compiled.sources, {});
    for (std::uint32_t i = 0; i < compiled.program.awards.size(); ++i) {
      const typed::AwardId award{i};
      const auto period = period_of(compiled.program, award, std::nullopt);
      ASSERT_TRUE(period) << compiled.program[award].title.text;
      for (auto& card : engine::cards_of(compiled.program, compiled.sources, award, *period, {}))
        cards.push_back(std::move(card));
    }
  }

  diagnostics::Diagnostics diagnostics;
  engine::Compiled compiled;
  std::vector<Card> cards;
};

std::string name_of(const Card& card) { return card.rule.english + ", " + card.path + ": " + card.sentence.english; }

template <class Is>
bool some_case(const Card& card, Is is) {
  return std::any_of(card.boundaries.begin(), card.boundaries.end(), [&](const Boundary& boundary) {
    return std::any_of(boundary.cases.begin(), boundary.cases.end(), is);
  });
}

TEST_P(Packs, EveryCriterionHasCasesOnBothSides) {
  for (const auto& card : cards) {
    EXPECT_TRUE(some_case(card, [](const Case& one) { return one.truth == Truth::yes; })) << name_of(card);
    EXPECT_TRUE(some_case(card, [](const Case& one) { return one.truth == Truth::no; })) << name_of(card);
  }
}

TEST_P(Packs, EveryBoundaryDivides) {
  for (const auto& card : cards)
    for (const auto& boundary : card.boundaries) {
      const auto& first = boundary.cases.front();
      EXPECT_TRUE(std::any_of(boundary.cases.begin(), boundary.cases.end(), [&](const Case& one) {
        return card.by_outcome ? one.outcome != first.outcome : one.truth != first.truth;
      })) << name_of(card) << ", " << boundary.about.english;
    }
}

TEST_P(Packs, AcceptedCasesPassAsTests) {
  for (const auto& accepted : engine::accepted(compiled.program, compiled.sources, cards)) {
    EXPECT_GT(accepted.added, 0u);
    EXPECT_TRUE(accepted.contrary.empty());
    diagnostics::Diagnostics found;
    const auto again = engine::compile({root / GetParam()}, source::Source(accepted.file.string(), accepted.tests), found);
    ASSERT_FALSE(found.has_errors()) << diagnostics::as_text(found, again.sources, {});
    std::size_t tests = 0;
    for (const auto& result : engine::run_tests(again.program, again.sources)) {
      if (!result.place().starts_with(accepted.file.string())) continue;
      ++tests;
      EXPECT_TRUE(result.passed()) << result.title << "\n" << result.faults;
    }
    EXPECT_EQ(tests, accepted.added);
    EXPECT_EQ(engine::accepted(again.program, again.sources, cards).front().added, 0u) << "kept twice";
  }
}

std::vector<fs::path> packs() {
  std::vector<fs::path> found;
  for (const auto& pack : fs::directory_iterator(root / "rules"))
    for (const auto* language : {"en", "vi"})
      if (fs::is_directory(pack.path() / language)) found.push_back(fs::relative(pack.path() / language, root));
  for (const auto& entry : fs::directory_iterator(root / "tests/cases/examples"))
    if (entry.path().extension() == ".tdkt" && entry.path().stem() != "emulation")
      found.push_back(fs::relative(entry.path(), root));
  std::sort(found.begin(), found.end());
  return found;
}

INSTANTIATE_TEST_SUITE_P(All, Packs, testing::ValuesIn(packs()), [](const auto& test) {
  auto name = test.param.string();
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace tdkt::card
