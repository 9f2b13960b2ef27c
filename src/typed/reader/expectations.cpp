// SPDX-License-Identifier: Apache-2.0
// What a test expects: `U1 is eligible for "X"`, `U1 fails c) of "X"`, `total of "X" of U1 is 92.5`.
#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "syntax/words.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Keyword;
using reading::GoalKind;
using reading::SentenceReader;
using syntax::Sentence;
using syntax::WordKind;

namespace {

using Outcome = Expectation::Kind;

// Reads one way of expecting after another; the first that uses all the words is meant.
class ExpectationReader {
 public:
  ExpectationReader(const Sentence& sentence, grammar::Language language) : sentence_(sentence), language_(language) {}

  std::optional<Expectation> outcome() const {
    if (auto warned = warns()) return warned;
    constexpr std::pair<Keyword, Outcome> about_titles[] = {
        {Keyword::is_ineligible_for, Outcome::ineligible}, {Keyword::is_undetermined_for, Outcome::undetermined},
        {Keyword::is_deferred_for, Outcome::deferred},     {Keyword::is_nominated_for, Outcome::nominated},
        {Keyword::is_not_nominated, Outcome::not_nominated}, {Keyword::is_tied, Outcome::tied},
        {Keyword::is_not_among, Outcome::not_among},       {Keyword::keeps, Outcome::keeps},
        {Keyword::breaks, Outcome::breaks}};
    for (const auto& [keyword, kind] : about_titles)
      for (const auto at : ends(keyword, 1))
        if (auto read = titled(kind, at)) return read;
    for (const auto is : optional_copula(1))
      for (const auto at : ends(Keyword::eligible_for, is))
        if (auto read = titled(Outcome::eligible, at)) return read;
    for (const auto at : ends(Keyword::is_at_place, 1))
      if (number_at(at)) {
        auto read = begun(Outcome::at_place);
        read.place = static_cast<int>(sentence_.words[at].number.scaled() / values::Decimal::one);
        if (finished(with_title(read, at + 1), read)) return read;
      }
    constexpr std::pair<Keyword, Outcome> about_paths[] = {
        {Keyword::fails, Outcome::fails}, {Keyword::meets, Outcome::meets}, {Keyword::leaves_open, Outcome::unknown_criterion}};
    for (const auto& [keyword, kind] : about_paths)
      for (const auto at : ends(keyword, 1))
        for (std::size_t of = at + 1; of < sentence_.words.size(); ++of)
          for (const auto title : ends(Keyword::of_, of)) {
            if (!quoted_at(title)) continue;
            auto read = begun(kind);
            read.path = reading::text_of_words(sentence_, at, of);
            read.title = sentence_.words[title].text;
            if (finished(title + 1, read)) return read;
          }
    return std::nullopt;
  }

  // `total of "X" of U1 is 92.5`: where the id stands between `of` and `is`.
  struct Value { std::size_t value_end, id, expected_begin, expected_end; std::optional<int> year; };
  std::vector<Value> values() const {
    std::vector<Value> found;
    const auto size = sentence_.words.size();
    for (std::size_t at = 1; at + 2 < size; ++at)
      for (const auto id : ends(Keyword::of_, at))
        for (const auto is : ends(Keyword::is_, id + 1)) {
          if (is >= size) continue;
          found.push_back({at, id, is, size, std::nullopt});
          for (std::size_t in = is + 1; in < size; ++in)
            if (Expectation read{}; finished(in, read) && read.year) found.push_back({at, id, is, in, read.year});
        }
    return found;
  }

  Expectation begun(Outcome kind, std::size_t id = 0) const {
    Expectation read{};
    read.kind = kind;
    read.entity = sentence_.words[id].text;
    return read;
  }

 private:
  std::vector<std::size_t> ends(Keyword keyword, std::size_t at) const {
    return at < sentence_.words.size() ? syntax::ends_of(keyword, sentence_, at, language_) : std::vector<std::size_t>{};
  }
  std::vector<std::size_t> optional_copula(std::size_t at) const {
    auto starts = ends(Keyword::copula, at);
    starts.push_back(at);
    return starts;
  }
  bool quoted_at(std::size_t at) const { return at < sentence_.words.size() && sentence_.words[at].kind == WordKind::quoted; }
  bool number_at(std::size_t at) const {
    return at < sentence_.words.size() && sentence_.words[at].kind == WordKind::number && sentence_.words[at].number.is_whole();
  }

  std::size_t with_title(Expectation& read, std::size_t at) const {
    for (const auto of : {Keyword::of_, Keyword::in_year, Keyword::grade_in})
      for (const auto title : ends(of, at))
        if (quoted_at(title)) {
          read.title = sentence_.words[title].text;
          return title + 1;
        }
    if (!quoted_at(at)) return at;
    read.title = sentence_.words[at].text;
    return at + 1;
  }
  std::optional<Expectation> titled(Outcome kind, std::size_t at) const {
    auto read = begun(kind);
    const bool may_lack_title = kind == Outcome::not_nominated || kind == Outcome::tied || kind == Outcome::not_among;
    const auto end = with_title(read, at);
    if (read.title.empty() && !may_lack_title) return std::nullopt;
    return finished(end, read) ? std::optional(read) : std::nullopt;
  }

  // Nothing follows, or the year of a test about several.
  bool finished(std::size_t at, Expectation& read) const {
    if (at == sentence_.words.size()) return true;
    for (const auto year : ends(Keyword::in_year, at))
      if (number_at(year) && year + 1 == sentence_.words.size()) {
        read.year = static_cast<int>(sentence_.words[year].number.scaled() / values::Decimal::one);
        return true;
      }
    return false;
  }

  // `warns "…" on U1`
  std::optional<Expectation> warns() const {
    for (const auto title : ends(Keyword::warns, 0)) {
      if (!quoted_at(title)) continue;
      for (const auto id : ends(Keyword::warns_on, title + 1)) {
        if (id >= sentence_.words.size()) continue;
        auto read = begun(Outcome::warns, id);
        read.title = sentence_.words[title].text;
        if (finished(id + 1, read)) return read;
      }
    }
    return std::nullopt;
  }

  const Sentence& sentence_;
  grammar::Language language_;
};

// `U1-07`, `SO-NV/2`: an id is all that stands between two blanks, at the beginning and behind `of` and `on`.
Sentence with_whole_ids(const Sentence& sentence, grammar::Language language) {
  Sentence whole{{}, sentence.span};
  const auto& words = sentence.words;
  const auto behind = [&](Keyword keyword) {
    const auto at = whole.words.size();
    for (std::size_t from = at < 3 ? 0 : at - 3; from < at; ++from)
      for (const auto end : syntax::ends_of(keyword, whole, from, language))
        if (end == at) return true;
    return false;
  };
  for (std::size_t i = 0; i < words.size();) {
    auto word = words[i++];
    const bool may_be_id = word.kind != WordKind::quoted && word.kind != WordKind::symbol &&
                           (whole.words.empty() || behind(Keyword::of_) || behind(Keyword::warns_on));
    while (may_be_id && i < words.size() && !words[i].after_blank && words[i].kind != WordKind::quoted) {
      word.kind = WordKind::word;
      word.text += words[i].text;
      word.span = source::join(word.span, words[i++].span);
      word.key = grammar::key_of(word.text);
    }
    whole.words.push_back(std::move(word));
  }
  return whole;
}

}  // namespace

std::optional<Expectation> Reader::expectation(const Sentence& words, const Context& context) {
  auto& state = *state_;
  state.take_up_names();
  const auto sentence = with_whole_ids(words, context.language);
  const source::Where whole{context.file, sentence.span};
  const auto text = reading::text_of_words(sentence, 0, sentence.words.size());
  const ExpectationReader reader(sentence, context.language);
  if (!sentence.empty())
    if (auto read = reader.outcome()) {
      read->written = whole;
      read->text = text;
      state.note(sentence, {ReadSentence::Kind::expectation, context, {}, *read});
      return read;
    }

  // A value of some entity: which kind it is, the value says.
  struct Wrong {
    Sentence rest;
    Context context;
    Type wanted;
  };
  std::optional<Wrong> wrong;
  std::optional<Expectation> said;
  state.work = 0;
  const auto& entities = state.lexicon.program.schema.entities;
  const auto value_read = [&](const ExpectationReader::Value& split, const Sentence& mended) {
    for (std::uint32_t entity = 0; entity < entities.size(); ++entity) {
      auto inner = context;
      inner.levels = {EntityId{entity}};
      const auto part = syntax::part_of(mended, 0, split.value_end);
      const auto values = state.meanings({part, inner, GoalKind::value, [](SentenceReader& r) { return r.values(std::nullopt); }}, part);
      if (values.size() != 1) continue;
      const auto wanted = values.front().expr->type;
      const auto rest = syntax::part_of(mended, split.expected_begin, split.expected_end);
      if (state.meanings({rest, inner, GoalKind::value, [&](SentenceReader& r) { return r.values(wanted); }}, rest).size() == 1) return true;
    }
    return false;
  };
  for (const auto& split : reader.values())
    for (std::uint32_t entity = 0; entity < entities.size(); ++entity) {
      auto inner = context;
      inner.levels = {EntityId{entity}};
      const auto part = syntax::part_of(sentence, 0, split.value_end);
      const auto values = state.meanings({part, inner, GoalKind::value, [](SentenceReader& r) { return r.values(std::nullopt); }}, part);
      if (values.size() != 1) continue;
      auto read = reader.begun(Outcome::value, split.id);
      read.value = values.front().expr;
      const auto wanted = read.value->type;
      const auto rest = syntax::part_of(sentence, split.expected_begin, split.expected_end);
      const auto expected = state.meanings({rest, inner, GoalKind::value, [&](SentenceReader& r) { return r.values(wanted); }}, rest);
      if (expected.size() != 1) {
        if (!wrong) wrong = {rest, inner, wanted};
        continue;
      }
      read.expected = expected.front().expr;
      read.year = split.year;
      read.written = whole;
      read.text = text;
      if (!said)
        said = std::move(read);
      else if (said->entity == read.entity && said->year == read.year)
        said->others.push_back({read.value, read.expected});
    }
  if (said) {
    state.note(sentence, {ReadSentence::Kind::expectation, context, {}, *said});
    return said;
  }
  if (wrong) {
    value(wrong->rest, wrong->context, wrong->wanted);
    return std::nullopt;
  }
  const auto reads = [&](const Sentence& mended) {
    const ExpectationReader again(mended, context.language);
    if (mended.empty() || again.outcome()) return !mended.empty();
    for (const auto& split : again.values())
      if (value_read(split, mended)) return true;
    return false;
  };
  if (state.report_scorecard(sentence, context, reads)) return std::nullopt;
  if (state.report_grades(sentence, context, reads)) return std::nullopt;
  if (!sentence.empty() &&
      state.report_mend(sentence, context,
                        {Keyword::is_ineligible_for, Keyword::is_undetermined_for, Keyword::is_deferred_for, Keyword::is_nominated_for,
                         Keyword::is_not_nominated, Keyword::is_tied, Keyword::is_not_among, Keyword::keeps, Keyword::breaks,
                         Keyword::eligible_for, Keyword::is_at_place, Keyword::fails, Keyword::meets, Keyword::leaves_open, Keyword::warns,
                         Keyword::warns_on, Keyword::total_points_of, Keyword::points_of, Keyword::grade},
                        {context.language == grammar::Language::english ? "is eligible for" : "đủ điều kiện"}, {}, reads))
    return std::nullopt;
  state.diagnostics.report(Kind::not_an_expectation, whole, context.language,
                           {text, Phrase("U1 is eligible for \"…\"", "U1 đủ điều kiện \"…\"")});
  return std::nullopt;
}

}  // namespace tdkt::typed
