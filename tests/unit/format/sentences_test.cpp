// SPDX-License-Identifier: Apache-2.0
// What is printed of a sentence reads back as the same, in both languages: the sentences of all rules of
// the project.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "diagnostics/render.hpp"
#include "syntax/parse.hpp"
#include "typed/print.hpp"
#include "worlds.hpp"

namespace tdkt::format_tests {
namespace {

using grammar::Language;
using typed::ReadSentence;

std::string printed(const engine::Unit& unit, const ReadSentence& read, Language language, const typed::Wording& wording) {
  const auto& program = unit.program;
  if (const auto* expr = std::get_if<typed::Expr>(&read.meaning))
    return as_sentence(program, **expr, language,
                       static_cast<std::uint8_t>(read.context.levels.empty() ? 0 : read.context.levels.size() - 1), wording);
  if (const auto* scope = std::get_if<typed::Scope>(&read.meaning)) return as_sentence(program, *scope, language, wording);
  if (const auto* among = std::get_if<typed::Reader::Among>(&read.meaning))
    return as_sentence(program, *among, read.context.levels.front(), language, wording);
  if (const auto* keys = std::get_if<std::vector<typed::RankKey>>(&read.meaning))
    return as_sentence(program, *keys, language, wording);
  if (const auto* expectation = std::get_if<typed::Expectation>(&read.meaning))
    return as_sentence(program, *expectation, language, wording);
  return "";
}

TEST(Dump, All) {
  std::ofstream out(std::getenv("DUMP") ? std::getenv("DUMP") : "/dev/null");
  for (const auto& world : all_worlds())
    for (const auto& unit : world.units.units)
      for (const auto& [place, read] : unit.provenance.sentences) {
        if (std::holds_alternative<typed::Reader::OfferTerms>(read.meaning)) continue;
        const auto& source = world.units.sources[place.file];
        auto text = std::string(source.text().substr(place.begin, source.text().find('\n', place.begin) - place.begin));
        typed::Wording wording;
        wording.plain = true;
        wording.pack = read.context.pack;
        const bool en = read.context.language == Language::english;
        out << "\n" << world.name << "\n   " << text << "\n = " << printed(unit, read, read.context.language, wording) << "\n > "
            << printed(unit, read, en ? Language::vietnamese : Language::english, wording) << "\n";
      }
}

}  // namespace
}  // namespace tdkt::format_tests
