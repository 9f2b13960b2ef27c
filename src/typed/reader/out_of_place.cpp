// SPDX-License-Identifier: Apache-2.0
// Things that are declared, but not there: a value of another scale, a fact of another entity, a title of nothing.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed::reading {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Language;

bool Diagnosis::value_of_other_scale() {
  const auto wanted = std::find_if(failures_.expected.begin(), failures_.expected.end(),
                                   [](const Expected& expected) { return expected.what == Wanted::value_of_scale; });
  if (wanted == failures_.expected.end() || failures_.furthest != at_ || at_ >= size()) return false;
  for (const auto& match : names_[at_]) {
    if (match.named->sort != Sort::value) continue;
    const auto& schema = state_.lexicon.program.schema;
    auto& diagnostic = say(Kind::value_of_other_scale, at_, match.end,
                           {text_of_words(question_.sentence, at_, match.end), phrase_of_name(schema.scales[match.named->index].name),
                            phrase_of_name(schema[wanted->type.scale].name)});
    list_values(diagnostic, wanted->type.scale);
    return true;
  }
  return false;
}

// `targets met is at least good`
bool Diagnosis::value_of_scale_for_number() {
  if (failures_.furthest != at_ || at_ >= size()) return false;
  for (const auto& expected : failures_.expected) {
    if (expected.what != Wanted::value || expected.type.kind == TypeKind::scale) continue;
    for (const auto& match : names_[at_]) {
      if (match.named->sort != Sort::value) continue;
      const auto scale = phrase_of_name(state_.lexicon.program.schema.scales[match.named->index].name);
      say(Kind::not_comparable, at_, match.end,
          {expected.type.kind == TypeKind::number ? Phrase("a number", "một số") : Phrase("another value", "giá trị khác"),
           Phrase("a value of '" + scale.english + "'", "giá trị của '" + scale.vietnamese + "'")});
      return true;
    }
  }
  return false;
}

// `members` in a rule for a unit, where they are a bloc's.
bool Diagnosis::of_other_entity() {
  if (at_ >= size() || question_.context.levels.empty()) return false;
  const auto& program = state_.lexicon.program;
  const auto& schema = program.schema;
  // Reading may have stopped within a longer name: `khối` of `khối trưởng`.
  std::vector<std::pair<std::size_t, Match>> candidates;
  for (auto at = at_ + 1; at-- > 0;)
    for (const auto& match : names_[at])
      if (match.end > at_) candidates.emplace_back(at, match);
  for (const auto& [begin, match] : candidates) {
    const auto index = match.named->index;
    EntityId owner;
    if (match.named->sort == Sort::fact) owner = schema.facts[index].of;
    else if (match.named->sort == Sort::relation) owner = schema.relations[index].of;
    else if (match.named->sort == Sort::inverse) owner = schema.relations[index].to;
    else if (match.named->sort == Sort::definition && !program.definitions[index].anywhere) owner = program.definitions[index].of;
    else continue;
    const auto own = failures_.expected.empty() || failures_.expected.front().levels.empty()
                         ? question_.context.levels.back()
                         : failures_.expected.front().levels.back();
    if (owner == own) continue;
    auto& diagnostic = say(Kind::of_other_entity, begin, match.end,
                           {text_of_words(question_.sentence, begin, match.end), phrase_of_name(schema[owner].name),
                            phrase_of_name(schema[own].name)});
    const auto end = static_cast<std::uint32_t>(match.end);
    const auto& name = schema[owner].name.in(language_);
    const std::vector<Edit> owned{{end, end, language_ == Language::english ? " of its " + name : " của " + name + " mình"}};
    if (mended_by(owned)) offer_edits(diagnostic, state_.sources, question_, owned);
    else offer_members(diagnostic, begin, match.end, owner, own);
    return true;
  }
  return false;
}

// `months worked is at least 6` in a rule for a unit: of all its staff, or of one of them?
void Diagnosis::offer_members(Diagnostic& diagnostic, std::size_t begin, std::size_t name_end, EntityId owner, EntityId own) {
  const auto& schema = state_.lexicon.program.schema;
  const auto place = static_cast<std::uint32_t>(begin);
  for (const auto& relation : schema.relations) {
    if (relation.of != own || relation.to != owner || !relation.many) continue;
    const auto& name = relation.name.in(language_);
    const bool english = language_ == Language::english;
    const std::string all = english ? "100% of " + name : "100% " + name, one = english ? "any of " + name : "có ít nhất 1 " + name;
    for (const auto& members : {all, one})
      for (const char* link : {english ? " have " : " có ", " "}) {
        std::vector<Edit> edits{{place, place, members + link}};
        // `have months worked of at least 6`
        auto with_of = edits;
        for (const auto end : KeywordIndex(question_.sentence, language_).after(Keyword::is_, static_cast<At>(name_end)))
          with_of.push_back({static_cast<std::uint32_t>(name_end), end, "of"});
        if (english && with_of.size() > 1 && mended_by(with_of)) edits = with_of;
        else if (!mended_by(edits)) continue;
        offer_edits(diagnostic, state_.sources, question_, edits);
        break;
      }
    if (!diagnostic.suggestions.empty()) return;
  }
}

bool Diagnosis::unknown_title() {
  for (const auto& expected : failures_.expected) {
    if (failures_.furthest != at_ || at_ >= size() || words_[at_].kind != syntax::WordKind::quoted) continue;
    const auto& program = state_.lexicon.program;
    grammar::Candidates others;
    const auto* titles = &others;
    const auto add = [&](const Title& title) {
      others.add(title.text);
      if (title.translation) others.add(*title.translation);
    };
    Diagnostic* diagnostic = nullptr;
    if (expected.what == Wanted::title && !expected.levels.empty()) {
      titles = &state_.lexicon.award_titles(expected.levels.front());
      diagnostic = &say(Kind::not_an_award_title, at_, at_ + 1,
                        {phrase_of_name(program.schema[expected.levels.front()].name), words_[at_].text});
    } else if (expected.what == Wanted::period) {
      for (const auto& period : program.periods) add(period.title);
      diagnostic = &say(Kind::not_a_period, at_, at_ + 1, {words_[at_].text});
    } else if (expected.what == Wanted::scorecard) {
      for (const auto& card : program.scorecards) add(card.title);
      diagnostic = &say(Kind::not_a_scorecard, at_, at_ + 1, {words_[at_].text});
    } else {
      continue;
    }
    for (const auto& title : titles->nearest(words_[at_].text, 3)) {
      const auto place = static_cast<std::uint32_t>(at_);
      const std::vector<Edit> edits{{place, place + 1, '"' + title + '"'}};
      if (mended_by(edits)) offer(*diagnostic, edits, {"did you mean \"" + title + "\"?", "có phải ý là \"" + title + "\"?"});
    }
    return true;
  }
  return false;
}

}  // namespace tdkt::typed::reading
