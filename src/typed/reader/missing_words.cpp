// SPDX-License-Identifier: Apache-2.0
// A word too many or too few: `at least >= 70%`, `70% of staff`, `staff achieve X`, `10 - 2 late reports`, `and and`.
#include <algorithm>
#include <array>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed::reading {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Language;

// `at least >= 70%`
bool Diagnosis::compared_twice() {
  const KeywordIndex index(question_.sentence, language_);
  constexpr Keyword signs[] = {Keyword::at_least, Keyword::at_most, Keyword::above, Keyword::below, Keyword::exactly, Keyword::is_};
  for (At at = 0; at <= at_ && at < size(); ++at)
    for (const auto first : signs)
      for (const auto middle : index.after(first, at))
        for (const auto second : signs)
          for (const auto end : index.after(second, middle)) {
            if (first == Keyword::is_ && words_[at].kind != syntax::WordKind::symbol) continue;  // `is at least`
            std::vector<std::vector<Edit>> offers{{{at, end, text_of_words(question_.sentence, at, middle)}},
                                                  {{at, end, text_of_words(question_.sentence, middle, end)}}};
            std::erase_if(offers, [&](const auto& edits) { return !mended_by(edits); });
            if (offers.empty()) continue;
            auto& diagnostic = say(Kind::compared_twice, at, end, {text_of_words(question_.sentence, at, middle),
                                                                   text_of_words(question_.sentence, middle, end)});
            offer_mended(diagnostic, offers);
            return true;
          }
  return false;
}

// `70% of staff achieve X`
bool Diagnosis::share_alone() {
  for (std::size_t at = 0; at <= at_ && at < size(); ++at) {
    if (words_[at].kind != syntax::WordKind::percent) continue;
    const auto place = static_cast<std::uint32_t>(at);
    std::vector<std::vector<Edit>> offers;
    for (const auto keyword : {Keyword::at_least, Keyword::at_most, Keyword::exactly}) {
      std::vector<Edit> edits{{place, place, grammar::spellings(keyword, language_).front() + ' '}};
      if (mended_by(edits)) offers.push_back(std::move(edits));
    }
    if (offers.empty()) continue;
    auto& diagnostic = say(Kind::share_without_comparison, at, at + 1, {words_[at].text});
    offer_mended(diagnostic, offers);
    return true;
  }
  return false;
}

// `staff achieve X`: all of them, one of them, none of them?
bool Diagnosis::without_quantifier() {
  for (std::size_t at = 0; at <= at_ && at < size(); ++at) {
    const auto noun = std::find_if(names_[at].begin(), names_[at].end(), [](const Match& match) {
      return match.named->sort == Sort::relation || match.named->sort == Sort::inverse;
    });
    if (noun == names_[at].end()) continue;
    const auto place = static_cast<std::uint32_t>(at);
    const bool english = language_ == Language::english;
    std::vector<std::vector<Edit>> offers;
    constexpr std::array in_english{"100% of ", "any of ", "no "}, in_vietnamese{"100% ", "có ít nhất 1 ", "không có "};
    for (const char* said : english ? in_english : in_vietnamese) {
      std::vector<Edit> edits{{place, place, said}};
      if (mended_by(edits)) offers.push_back(std::move(edits));
    }
    if (offers.empty()) continue;
    auto& diagnostic = say(Kind::quantifier_missing, at, noun->end, {text_of_words(question_.sentence, at, noun->end)});
    offer_mended(diagnostic, offers);
    return true;
  }
  return false;
}

// `10 - 2 late reports`
bool Diagnosis::sign_missing() {
  if (at_ == 0 || at_ >= size()) return false;
  const auto place = static_cast<std::uint32_t>(at_);
  const std::vector<Edit> product{{place, place, "* "}};
  if (!mended_by(product)) return false;
  const auto end = names_[at_].empty() ? unknown_end(at_) : names_[at_].front().end;
  auto& diagnostic = say(Kind::sign_missing, at_, end, {text_of_words(question_.sentence, at_, end)});
  offer_edits(diagnostic, state_.sources, question_, product);
  return true;
}

// `and and`
bool Diagnosis::word_twice() {
  for (std::size_t at = 1; at < size(); ++at) {
    if (words_[at].kind != words_[at - 1].kind || words_[at].kind == syntax::WordKind::quoted || words_[at].text == "(" ||
        words_[at].text == ")" || words_[at].text != words_[at - 1].text)
      continue;
    const auto place = static_cast<std::uint32_t>(at);
    const std::vector<Edit> once{{place - 1, place + 1, words_[at].text}};
    if (!mended_by(once)) continue;
    auto& diagnostic = say(Kind::word_twice, at - 1, at + 1, {words_[at].text});
    offer_edits(diagnostic, state_.sources, question_, once);
    return true;
  }
  return false;
}

}  // namespace tdkt::typed::reading
