// SPDX-License-Identifier: Apache-2.0
#include "engine/sentence.hpp"

#include <algorithm>

namespace tdkt::engine {

namespace {

using grammar::Language;

source::Source file_of(std::string sentence, const std::string& entity, Language language) {
  std::replace_if(
      sentence.begin(), sentence.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (language == Language::english)
    return {"--sentence", "award \"sentence\" for a " + entity + ", every year   vi: câu\n  require a) " + sentence + "\n"};
  return {"--sentence", "danh hiệu \"câu\" cho " + entity + ", hằng năm   en: sentence\n  yêu cầu a) " + sentence + "\n"};
}

int year_around(const typed::Program& program) {
  const typed::InForce always;
  for (const auto& pack : program.packs) {
    if (pack.in_force.until < always.until) return pack.in_force.until.year();
    if (always.from < pack.in_force.from) return pack.in_force.from.year();
  }
  constexpr int any_year = 2024;
  return any_year;
}

}  // namespace

Sentence read_sentence(const std::vector<std::filesystem::path>& rules, const std::string& sentence,
                       const std::string& entity, Language likely, diagnostics::Diagnostics& diagnostics) {
  std::optional<Sentence> unread;
  for (const auto language : {likely, grammar::other(likely)}) {
    diagnostics::Diagnostics found;
    Sentence read{compile(rules, file_of(sentence, entity, language), found), {}, 0};
    const bool good = !found.has_errors();
    if (good || !unread) diagnostics = std::move(found);
    if (!good) {
      if (!unread) unread = std::move(read);
      continue;
    }
    for (std::uint32_t i = 0; i < read.compiled.program.awards.size(); ++i)
      if (read.compiled.sources[read.compiled.program.awards[i].written.file].path() == "--sentence")
        read.award = typed::AwardId{i};
    read.year = year_around(read.compiled.program);
    return read;
  }
  return std::move(*unread);
}

}  // namespace tdkt::engine
