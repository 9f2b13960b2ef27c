// SPDX-License-Identifier: Apache-2.0
// What is printed of a sentence reads back as the same, in both languages: the sentences of all rules of
// the project.
#include <gtest/gtest.h>

#include "syntax/parse.hpp"
#include "typed/print.hpp"
#include "worlds.hpp"

namespace tdkt::format_tests {
namespace {

using grammar::Language;
using typed::ReadSentence;

// In the wording of explanations, which shows all that could be misunderstood.
TEST(Sentences, ReadBackAsTheSame) {
  std::size_t sentences = 0;
  for (const auto& world : all_worlds())
    for (const auto& unit : world.units.units) {
      diagnostics::Diagnostics diagnostics;
      typed::Reader reader(unit.program, world.units.sources, diagnostics);
      for (const auto& [place, read] : unit.provenance.sentences) {
        const auto* meaning = std::get_if<typed::Expr>(&read.meaning);
        if (!meaning) continue;
        const auto innermost = static_cast<std::uint8_t>(read.context.levels.empty() ? 0 : read.context.levels.size() - 1);
        for (const auto language : {Language::english, Language::vietnamese}) {
          const auto text = as_sentence(unit.program, **meaning, language, innermost);
          auto context = read.context;
          context.language = language;
          const auto words = syntax::words_of(text, language);
          const auto again = read.kind == ReadSentence::Kind::condition ? reader.condition(words, context)
                             : read.kind == ReadSentence::Kind::number  ? reader.number(words, context)
                                                                        : reader.value(words, context, read.wanted);
          EXPECT_TRUE(again && same_meaning(*again, **meaning)) << world.name << ": " << text;
          ++sentences;
        }
      }
    }
  EXPECT_GT(sentences, 800u);
}

}  // namespace
}  // namespace tdkt::format_tests
