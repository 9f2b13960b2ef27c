// SPDX-License-Identifier: Apache-2.0
// What a card says of a criterion is a sentence of the language: it is read back as what was meant, in
// both languages, plain, with its brackets and turned round.
#include "card/reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "card/card.hpp"
#include "diagnostics/render.hpp"
#include "engine/compile.hpp"
#include "typed/print.hpp"

namespace tdkt::card {
namespace {

namespace fs = std::filesystem;
using grammar::Language;

const fs::path root = TDKT_SOURCE_DIR;

struct Sentence {
  std::string words;
  typed::Expr meant;
};

class ReadBack : public testing::TestWithParam<fs::path> {};

TEST_P(ReadBack, AsWhatWasMeant) {
  diagnostics::Diagnostics found;
  const auto compiled = engine::compile({root / GetParam()}, found);
  ASSERT_FALSE(found.has_errors());
  for (const auto language : {Language::english, Language::vietnamese}) {
    std::string text;
    std::vector<Sentence> sentences;
    for (std::uint32_t i = 0; i < compiled.program.awards.size(); ++i) {
      const auto& award = compiled.program.awards[i];
      for (const auto* criterion : criteria_of(award)) {
        if (!criterion->condition) continue;
        const auto entity = compiled.program.schema[award.scope.entity].name.in(language);
        for (const auto& each : {criterion->condition, bracketed(criterion->condition), negated(criterion->condition),
                                 bracketed(negated(criterion->condition))}) {
          sentences.push_back({typed::as_sentence(compiled.program, *each, language), each});
          const auto number = std::to_string(sentences.size());
          text += language == Language::english
                      ? "award \"again " + number + "\" for a " + entity + ", every year\n  require " + sentences.back().words + "\n\n"
                      : "danh hiệu \"lại " + number + "\" cho " + entity + ", hằng năm\n  yêu cầu " + sentences.back().words + "\n\n";
        }
      }
    }
    diagnostics::Diagnostics again;
    auto folder = root / GetParam();
    if (!fs::is_directory(folder)) folder = folder.parent_path();
    const auto path = (folder / "again.tdkt").string();
    const auto read = engine::compile({root / GetParam()}, source::Source(path, text), again);
    EXPECT_FALSE(again.has_errors()) << diagnostics::as_text(again, read.sources, {});
    std::size_t number = 0;
    for (const auto& award : read.program.awards) {
      if (read.sources[award.written.file].path() != path || award.criteria.empty()) continue;
      ASSERT_LT(number, sentences.size());
      const auto& sentence = sentences[number++];
      const auto& condition = award.criteria.front().condition;
      if (condition) { EXPECT_TRUE(typed::same_meaning(*condition, *sentence.meant)) << sentence.words; }
    }
    EXPECT_EQ(number, sentences.size());
  }
}

std::vector<fs::path> packs() {
  std::vector<fs::path> found;
  for (const auto& pack : fs::directory_iterator(root / "rules"))
    if (fs::is_directory(pack.path() / "en")) found.push_back(fs::relative(pack.path() / "en", root));
  found.push_back("tests/cases/examples/law-2022-collectives.tdkt");
  std::sort(found.begin(), found.end());
  return found;
}

INSTANTIATE_TEST_SUITE_P(All, ReadBack, testing::ValuesIn(packs()), [](const auto& test) {
  auto name = test.param.string();
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace tdkt::card
