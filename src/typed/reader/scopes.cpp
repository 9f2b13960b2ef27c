// SPDX-License-Identifier: Apache-2.0
// Whom and when a rule is for; who the candidates of a nomination are; by what they are ranked.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "syntax/words.hpp"
#include "typed/reader/state.hpp"

namespace tdkt::typed {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Keyword;
using reading::GoalKind;
using reading::SentenceReader;
using syntax::Sentence;

namespace {

// `every year`, `every school year`, `in 2021`, `in the period "…"`: the whole of `words`.
class When {
 public:
  When(const Program& program, const reading::Phrases& phrases, const Sentence& words, grammar::Language language)
      : program_(program), names_(phrases.in(words)), words_(words), language_(language) {}

  // From `at` to the sentence's end.
  bool read(std::size_t at, Scope& scope) const {
    using values::Cadence;
    constexpr std::pair<Keyword, Cadence> cadences[] = {{Keyword::every_year, Cadence::yearly},
                                                        {Keyword::every_half_year, Cadence::half_yearly},
                                                        {Keyword::every_quarter, Cadence::quarterly},
                                                        {Keyword::every_month, Cadence::monthly},
                                                        {Keyword::every_week, Cadence::weekly}};
    const auto size = words_.words.size();
    for (const auto& [keyword, cadence] : cadences)
      if (ends(keyword, at, size)) return scope.every = {cadence, std::nullopt}, true;
    for (const auto end : syntax::ends_of(Keyword::every_period, words_, at, language_))
      for (const auto& match : end < names_.size() ? names_[end] : std::vector<reading::Match>{})
        if (match.named->sort == reading::Sort::cadence && match.end == size)
          return scope.every = {Cadence::declared, columns::CadenceId{match.named->index}}, true;
    for (const auto end : syntax::ends_of(Keyword::in_year, words_, at, language_))
      if (end + 1 == size && words_.words[end].kind == syntax::WordKind::number && words_.words[end].number.is_whole())
        return scope.year = static_cast<int>(words_.words[end].number.scaled() / values::Decimal::one), true;
    for (const auto end : syntax::ends_of(Keyword::during, words_, at, language_))
      if (end + 1 == size && words_.words[end].kind == syntax::WordKind::quoted) {
        const auto& key = words_.words[end].key;
        for (std::uint32_t i = 0; i < program_.periods.size(); ++i)
          if (reading::is_titled(program_.periods[i].title, key)) return scope.period = PeriodId{i}, true;
      }
    return false;
  }

  const std::vector<reading::Match>& names(std::size_t at) const { return names_[at]; }

 private:
  bool ends(Keyword keyword, std::size_t at, std::size_t end) const {
    for (const auto last : syntax::ends_of(keyword, words_, at, language_))
      if (last == end) return true;
    return false;
  }

  const Program& program_;
  std::vector<std::vector<reading::Match>> names_;
  const Sentence& words_;
  grammar::Language language_;
};

bool is_comma(const syntax::Word& word) { return word.kind == syntax::WordKind::symbol && word.text == ","; }

// An id without quotes is all that stands up to a blank or comma.
std::size_t id_end(const std::vector<syntax::Word>& words, std::size_t at) {
  if (at >= words.size() || is_comma(words[at])) return at;
  do ++at;
  while (at < words.size() && !words[at].after_blank && !is_comma(words[at]));
  return at;
}

std::vector<std::size_t> starts_of(const Sentence& sentence, grammar::Language language) {
  std::vector<std::size_t> starts;
  for (const auto keyword : {Keyword::for_every, Keyword::for_the, Keyword::for_a})
    for (const auto end : syntax::ends_of(keyword, sentence, 0, language)) starts.push_back(end);
  return starts;
}

// A header: for whom, which of them (the words of `filter`), when.
struct Header {
  Scope scope;
  std::size_t filter_begin, filter_end;  // empty: all of them
};
struct Headers {
  std::optional<Header> whole;
  std::optional<std::size_t> misread;    // where what follows an entity is neither who nor when
};

Headers header_of(const Program& program, const reading::Phrases& phrases, const Sentence& sentence, grammar::Language language) {
  const auto& words = sentence.words;
  const When when(program, phrases, sentence, language);
  Headers found;
  for (const auto start : starts_of(sentence, language)) {
    if (start >= words.size()) continue;
    for (const auto& match : when.names(start)) {
      if (match.named->sort != reading::Sort::entity) continue;
      Header header{};
      header.scope.entity = EntityId{match.named->index};
      std::size_t rest = match.end;
      if (rest < words.size() && words[rest].kind == syntax::WordKind::quoted) {
        header.scope.only = words[rest++].text;
      } else if (const auto end = id_end(words, rest); end > rest && (end == words.size() || is_comma(words[end]))) {
        // `for the unit U1-07, every year`
        header.scope.only = reading::text_of_words(sentence, rest, end);
        rest = end;
      }

      // What stands last is when; what stands between is who.
      header.filter_begin = header.filter_end = rest;
      std::size_t end = words.size();
      for (std::size_t at = rest; at < words.size(); ++at) {
        if (!when.read(is_comma(words[at]) ? at + 1 : at, header.scope)) continue;
        end = at;
        break;
      }
      if (end > rest) {
        const auto markers = syntax::ends_of(Keyword::who, sentence, rest, language);
        if (markers.empty()) {
          if (match.end < when.names(start).front().end) continue;  // a shorter name, read already
          if (!found.misread) found.misread = is_comma(words[rest]) ? rest + 1 : rest;
          continue;
        }
        header.filter_begin = markers.back();
        header.filter_end = end;
      }
      found.whole = std::move(header);
      return found;
    }
  }
  return found;
}

}  // namespace

std::optional<Scope> Reader::scope(const Sentence& sentence, const Context& context) {
  auto& state = *state_;
  state.take_up_names();
  const auto& program = state.lexicon.program;
  const auto& phrases = state.lexicon.phrases;
  auto [header, misread] = header_of(program, phrases, sentence, context.language);
  if (!header) {
    const auto starts = starts_of(sentence, context.language);
    state.explain_scope(sentence, misread ? misread : starts.empty() ? std::nullopt : std::optional(starts.front()), misread.has_value(),
                        context, [&](const Sentence& mended) {
                          return header_of(program, phrases, mended, context.language).whole.has_value();
                        });
    return std::nullopt;
  }
  auto& scope = header->scope;
  scope.written = {context.file, sentence.span};
  if (header->filter_begin < header->filter_end) {
    auto inner = context;
    inner.levels = {scope.entity};
    scope.filter = condition(syntax::part_of(sentence, header->filter_begin, header->filter_end), inner);
    if (!scope.filter) return std::nullopt;
  }
  state.note(sentence, {ReadSentence::Kind::scope, context, {}, scope});
  return scope;
}

std::optional<Set> Reader::population(const Sentence& sentence, const Context& context) {
  const auto meaning = state_->answer({sentence, context, GoalKind::set, [](SentenceReader& r) { return r.candidates(); }});
  if (!meaning) return std::nullopt;
  const auto& set = std::get<Aggregate>(meaning->node).set;
  state_->note(sentence, {ReadSentence::Kind::population, context, {}, set});
  return set;
}

std::optional<Reader::Among> Reader::among(const Sentence& sentence, const Context& context) {
  const auto members = population(sentence, context);
  if (!members) return std::nullopt;
  const auto& set = *members;
  const auto* from = set.from ? std::get_if<Self>(&set.from->node) : nullptr;
  const bool own = set.steps.size() == 1 && from && from->level == 0;
  if (!own || !std::holds_alternative<JudgedPeriod>(set.steps.front().when)) {
    state_->diagnostics.report(Kind::not_a_group, {context.file, sentence.span}, context.language,
                               {reading::text_of_words(sentence, 0, sentence.words.size()),
                                reading::phrase_of_name(state_->lexicon.program.schema[context.levels.front()].name)});
    return std::nullopt;
  }
  Among among{set.steps.front().relation, set.steps.front().inverse, set.steps.front().filters};
  state_->note(sentence, {ReadSentence::Kind::among, context, {}, among});
  return among;
}

namespace {

// `votes from high to low`: the words of the value, and the order.
struct KeyWords {
  Sentence value;
  bool high_to_low = true;
};

// `, then by` sets keys apart; brackets keep theirs together.
std::vector<KeyWords> keys_of(const Sentence& sentence, grammar::Language language) {
  std::vector<KeyWords> parts;
  std::size_t first = 0;
  int depth = 0;
  const auto& words = sentence.words;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].kind == syntax::WordKind::symbol) depth += words[at].text == "(" ? 1 : words[at].text == ")" ? -1 : 0;
    if (depth > 0) continue;
    const auto next = syntax::end_of(Keyword::then_by, sentence, at, language);
    if (next == at) continue;
    const bool comma = at > first && is_comma(words[at - 1]);
    parts.push_back({syntax::part_of(sentence, first, comma ? at - 1 : at)});
    first = next;
    at = next - 1;
  }
  parts.push_back({syntax::part_of(sentence, first, words.size())});

  for (auto& part : parts) {
    auto& value = part.value;
    const auto size = value.words.size();
    for (std::size_t at = 1; at < size; ++at) {
      const bool high = syntax::end_of(Keyword::high_to_low, value, at, language) == size;
      const bool low = syntax::end_of(Keyword::low_to_high, value, at, language) == size;
      if (!high && !low) continue;
      part.high_to_low = high;
      value = syntax::part_of(value, 0, is_comma(value.words[at - 1]) ? at - 1 : at);
      break;
    }
  }
  return parts;
}

}  // namespace

std::vector<RankKey> Reader::keys(const Sentence& sentence, const Context& context) {
  auto& state = *state_;
  const reading::Goal rankable = [](SentenceReader& r) { return r.rankable(); };
  const auto read_in = [&](const Sentence& words, std::size_t most_ways) {
    const auto parts = keys_of(words, context.language);
    return std::all_of(parts.begin(), parts.end(), [&](const KeyWords& part) {
      if (part.value.empty()) return false;
      const auto ways = state.meanings({part.value, context, GoalKind::number, rankable}, part.value).size();
      return ways > 0 && ways <= most_ways;
    });
  };
  const auto reads = [&](const Sentence& mended) { return read_in(mended, 1); };
  state.take_up_names();
  state.work = 0;
  // What sets keys apart or orders them may be said otherwise; what is wrong within one, that one says.
  if (!sentence.empty() && !read_in(sentence, 2) &&
      state.report_mend(sentence, context, {Keyword::then_by, Keyword::high_to_low, Keyword::low_to_high}, {}, {}, reads))
    return {};
  std::vector<RankKey> keys;
  for (auto& [words, high_to_low] : keys_of(sentence, context.language)) {
    auto value = state.answer({words, context, GoalKind::number, rankable});
    if (!value) return {};
    keys.push_back({std::move(value), high_to_low, std::nullopt});
  }
  state.note(sentence, {ReadSentence::Kind::keys, context, {}, keys});
  return keys;
}

}  // namespace tdkt::typed
