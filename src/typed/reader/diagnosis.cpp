// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/diagnosis.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "syntax/parse.hpp"
#include "typed/print.hpp"

namespace tdkt::typed::reading {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Language;

namespace {

// Each try reads the whole sentence again.
constexpr int most_tries = 60;

// What stands for an argument of that type.
Expr some_value(const Type& type, source::Where where) {
  switch (type.kind) {
    case TypeKind::truth: return make(Literal{true}, type, where);
    case TypeKind::number: return make(Literal{Decimal()}, type, where);
    case TypeKind::scale: return make(Literal{Code{type.scale, 0}}, type, where);
    case TypeKind::date: return make(Literal{values::Date()}, type, where);
    case TypeKind::text: return make(Literal{std::string()}, type, where);
    case TypeKind::entity: return make(Self{0}, type, where);
  }
  return nullptr;
}

}  // namespace

Diagnosis::Diagnosis(Answers& state, const Question& question)
    : state_(state), question_(question), words_(question.sentence.words), language_(question.context.language) {
  SentenceReader reader(state.lexicon, question.sentence, question.context, &failures_);
  for (const auto& reading : question.goal(reader)) complete_ = std::max<std::size_t>(complete_, reading.end);
  at_ = std::max<std::size_t>(failures_.furthest, complete_);

  covered_.resize(words_.size());
  const auto cover = [&](std::size_t begin, std::size_t end) {
    for (auto word = begin; word < end; ++word) covered_[word] = true;
  };
  const KeywordIndex index(question.sentence, language_);
  names_ = state.lexicon.phrases.in(question.sentence);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    cover(at, index.longest_at(static_cast<At>(at)));
    for (const auto& match : names_[at]) cover(at, match.end);
  }
}

void Diagnosis::report() {
  if (word_twice() || compared_twice() || everyday_speech() || exception_misworded() || note_behind() || needless_sign() || of_other_language() ||
      without_diacritics())
    return;
  tries_ = 0;
  if (brackets_missing() || mistyped() || share_alone() || without_quantifier() || wrong_order() || value_of_other_scale() || value_of_scale_for_number() ||
      unknown_title() || sign_missing() || near_phrase() || of_other_entity() || joining_word_missing())
    return;
  what_remains();
}

syntax::Sentence Diagnosis::edited(const std::vector<Edit>& edits) const {
  return with_edits(question_.sentence, edits, language_);
}

bool Diagnosis::mended_by(const std::vector<Edit>& edits) {
  if (++tries_ > most_tries) return false;
  return state_.meanings(question_, edited(edits)).size() == 1;
}

std::size_t Diagnosis::reach_of(const std::vector<Edit>& edits) {
  if (++tries_ > most_tries) return 0;
  const auto sentence = edited(edits);
  Failures failures;
  SentenceReader reader(state_.lexicon, sentence, question_.context, &failures);
  std::size_t reach = 0;
  for (const auto& reading : question_.goal(reader)) reach = std::max<std::size_t>(reach, reading.end);
  return std::max<std::size_t>(reach, failures.furthest);
}

Diagnostic& Diagnosis::say(Kind kind, std::size_t begin, std::size_t end, std::vector<Phrase> values) {
  auto span = question_.sentence.span;
  if (begin < size())
    span = source::join(words_[begin].span, words_[std::clamp<std::size_t>(end, begin + 1, size()) - 1].span);
  else if (!words_.empty())
    span = {words_.back().span.end, words_.back().span.end};
  return state_.diagnostics.report(kind, {question_.context.file, span}, language_, std::move(values));
}

void Diagnosis::offer(Diagnostic& diagnostic, const std::vector<Edit>& edits, Phrase text) const {
  offer_edits(diagnostic, state_.sources, question_, edits, std::move(text));
}

void Diagnosis::offer_mended(Diagnostic& diagnostic, const std::vector<std::vector<Edit>>& offers) {
  for (const auto& edits : offers) {
    if (mended_by(edits)) offer_edits(diagnostic, state_.sources, question_, edits);
  }
}

// A keyword of the other language, or the whole sentence in it.
bool Diagnosis::of_other_language() {
  const auto turned = other(language_);
  const Phrase own = language_ == Language::english ? Phrase("English", "tiếng Anh") : Phrase("Vietnamese", "tiếng Việt");
  const KeywordIndex here(question_.sentence, language_), there(question_.sentence, turned);
  for (std::size_t at = 0; at <= at_ && at < size(); ++at) {
    const auto word = static_cast<At>(at);
    if (words_[at].kind != syntax::WordKind::word || here.any_at(word) || !there.any_at(word)) continue;
    if (!names_[at].empty()) continue;

    // One word in a sentence that is otherwise in the file's language, else the whole.
    for (const auto keyword : grammar::all_keywords())
      for (const auto end : there.after(keyword, word))
        for (const auto& spelling : grammar::spellings(keyword, language_)) {
          const std::vector<Edit> edits{{word, end, spelling}};
          if (!mended_by(edits)) continue;
          auto& diagnostic = say(Kind::word_of_other_language, at, end, {text_of_words(question_.sentence, at, end), own});
          offer(diagnostic, edits, {"write '" + spelling + "'", "viết '" + spelling + "'"});
          return true;
        }
    auto context = question_.context;
    context.language = turned;
    const auto turned_words = syntax::words_of(text_of_words(question_.sentence, 0, size()), turned);
    const auto meanings = state_.meanings({question_.sentence, context, question_.kind, question_.goal}, turned_words);
    auto& diagnostic = say(Kind::word_of_other_language, at, at + 1, {words_[at].text, own});
    if (meanings.size() != 1 || question_.kind == GoalKind::set || question_.kind == GoalKind::offer) return true;
    const auto translated = as_sentence(state_.lexicon.program, *meanings.front().expr, language_,
                                        static_cast<std::uint8_t>(question_.context.levels.empty() ? 0 : question_.context.levels.size() - 1));
    const std::vector<Edit> whole{{0, static_cast<std::uint32_t>(size()), translated}};
    if (mended_by(whole)) offer(diagnostic, whole, {"write '" + translated + "'", "viết '" + translated + "'"});
    return true;
  }
  return false;
}

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

// Something was read that cannot be meant: the one after which reading came furthest.
// Several terms where one is taken: certain where brackets around them mend the sentence.
bool Diagnosis::brackets_missing() {
  for (const auto& mistake : failures_.mistakes) {
    if (mistake.kind != Kind::brackets_needed || mistake.offers.empty() || !mended_by(mistake.offers.front())) continue;
    auto& diagnostic = say(mistake.kind, mistake.begin, mistake.end, mistake.values);
    offer_edits(diagnostic, state_.sources, question_, mistake.offers.front());
    return true;
  }
  return false;
}

bool Diagnosis::mistyped() {
  const Mistake* furthest = nullptr;
  for (const auto& mistake : failures_.mistakes)
    if (mistake.reached >= at_ && (!furthest || mistake.reached > furthest->reached ||
                                   (mistake.reached == furthest->reached && furthest->offers.empty() && !mistake.offers.empty())))
      furthest = &mistake;
  if (!furthest) return false;
  // A name that is nearly right is the likelier slip than one that is meant and of another type.
  if (furthest->kind == Kind::not_comparable && furthest->end < size() && report_near(furthest->begin, true)) return true;
  if (furthest->call && body_broken(*furthest)) return true;
  if (furthest->offers.empty() && wrong_order()) return true;
  auto& diagnostic = say(furthest->kind, furthest->begin, furthest->end, furthest->values);
  offer_mended(diagnostic, furthest->offers);
  return true;
}

// A definition with parameters is read where it is used. What nobody could work out, whatever is given to
// it, is told of its body.
bool Diagnosis::body_broken(const Mistake& mistake) {
  const auto& call = *mistake.call;
  const auto& definition = state_.lexicon.program[call.definition];
  const auto context_with = [&](const std::vector<Type>& types) {
    Context context;
    context.levels = {definition.anywhere ? call.caller : definition.of};
    context.language = definition.language;
    context.file = definition.written.file;
    context.pack = definition.pack;
    for (std::size_t i = 0; i < types.size(); ++i)
      context.arguments.emplace_back(definition.parameters[i], some_value(types[i], definition.written));
    return context;
  };
  const Goal goal = [](SentenceReader& reader) { return reader.values(std::nullopt); };
  const auto with_numbers = context_with(std::vector<Type>(call.given.size(), number_type(false)));
  if (!state_.meanings({definition.words, with_numbers, GoalKind::value, goal}, definition.words).empty()) return false;
  const auto as_given = context_with(call.given);
  const Question body{definition.words, as_given, GoalKind::value, goal};
  if (!state_.meanings(body, definition.words).empty()) return false;
  Diagnosis(state_, body).report();
  return true;
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

void Diagnosis::what_remains() {
  if (at_ >= size()) {
    say(Kind::sentence_ends_early, size(), size(), {expected()});
    return;
  }
  const auto end = unknown_end(at_);
  const auto text = text_of_words(question_.sentence, at_, end);
  if (complete_ == at_ && complete_ > 0) {
    say(Kind::words_left_over, at_, size(), {text_of_words(question_.sentence, at_, size())});
    return;
  }
  const auto scale = std::find_if(failures_.expected.begin(), failures_.expected.end(),
                                  [](const Expected& one) { return one.what == Wanted::value_of_scale; });
  if (scale != failures_.expected.end() && failures_.furthest == at_) {
    auto& diagnostic = say(Kind::not_a_value, at_, end, {text, phrase_of_name(state_.lexicon.program.schema[scale->type.scale].name)});
    list_values(diagnostic, scale->type.scale);
    return;
  }
  say(Kind::unknown_words, at_, end, {text, expected()});
}

}  // namespace tdkt::typed::reading
