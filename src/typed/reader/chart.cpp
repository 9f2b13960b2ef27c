// SPDX-License-Identifier: Apache-2.0
// The chart, and what is asked of single words.
#include <algorithm>

#include "syntax/words.hpp"
#include "typed/reader/in_sight.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

// Far above what sentences of people need; what is stopped here is reported as too much.
constexpr std::size_t most_readings = 20'000;
constexpr int deepest = 1'500;  // calls, about ten for each bracket

}  // namespace

SentenceReader::SentenceReader(Lexicon& lexicon, const syntax::Sentence& sentence, const Context& context,
                               Failures* failures, const Call* call)
    : lexicon_(lexicon),
      program_(lexicon.program),
      schema_(lexicon.program.schema),
      sentence_(sentence),
      context_(context),
      failures_(failures),
      call_(call),
      keywords_(sentence, context.language),
      names_(lexicon.phrases.in(sentence)) {
  keep_in_sight(names_, program_, context.pack);
  outermost_ = place_of({context.levels, false, false});
}

// The sentence ends where more was needed.
void SentenceReader::nothing_left(Rule rule, At at, Place place, std::uint32_t more) {
  if (rule == Rule::disjunction || rule == Rule::conjunction || rule == Rule::timed)
    failures_->expect(at, {Wanted::condition, {}, around(place).levels});
  if (rule == Rule::operand) failures_->expect(at, {Wanted::value, wanted_[more], around(place).levels});
  if (rule == Rule::factor) failures_->expect(at, {Wanted::value, number_type(false), around(place).levels});
}

bool SentenceReader::enough() {
  too_many_ = too_many_ || readings_ > most_readings;
  too_deep_ = too_deep_ || depth_ > deepest;
  return too_many_ || too_deep_;
}

// Keeps one of those that mean the same: the one that fewer rules speak against, else the first.
void SentenceReader::add(Readings& readings, Reading reading) {
  const auto hash_of = [](Reading& one) {
    if (one.hash == 0) one.hash = meaning_hash(*one.expr) | 1;
    return one.hash;
  };
  for (auto& other : readings) {
    if (other.end != reading.end) continue;
    if (other.expr != reading.expr &&
        (hash_of(other) != hash_of(reading) || !same_meaning(*other.expr, *reading.expr)))
      continue;
    if (reading.against < other.against) other = std::move(reading);
    return;
  }
  ++readings_;
  readings.push_back(std::move(reading));
}

Place SentenceReader::place_of(Around around) {
  for (std::size_t i = 0; i < arounds_.size(); ++i)
    if (arounds_[i].levels == around.levels && arounds_[i].window == around.window &&
        arounds_[i].inside == around.inside)
      return static_cast<Place>(i);
  arounds_.push_back(std::move(around));
  return static_cast<Place>(arounds_.size() - 1);
}

Place SentenceReader::with_member(Place place, EntityId member, bool inside) {
  auto inner = around(place);
  inner.levels.push_back(member);
  inner.inside = inside;
  return place_of(std::move(inner));
}

Place SentenceReader::bracketed(Place place) {
  auto inner = around(place);
  inner.inside = false;
  return place_of(std::move(inner));
}

bool SentenceReader::symbol(At at, std::string_view sign) const {
  return is_kind(at, syntax::WordKind::symbol) && sentence_.words[at].text == sign;
}

bool SentenceReader::is_kind(At at, syntax::WordKind kind) const {
  return at < sentence_.words.size() && sentence_.words[at].kind == kind;
}

std::optional<int> SentenceReader::whole_number(At at) const {
  if (!is_kind(at, syntax::WordKind::number)) return std::nullopt;
  const auto& number = sentence_.words[at].number;
  if (!number.is_whole() || number > values::Decimal(1'000'000'000)) return std::nullopt;
  return static_cast<int>(number.scaled() / values::Decimal::one);
}

std::vector<At> SentenceReader::optional(Keyword keyword, At at) const {
  std::vector<At> starts{at};
  for (const auto end : after(keyword, at)) starts.push_back(end);
  return starts;
}

std::vector<At> SentenceReader::optional_comma(At at) const {
  if (symbol(at, ",")) return {at, at + 1};
  return {at};
}

std::vector<At> SentenceReader::articles(At at) const { return optional(Keyword::the, at); }

const std::vector<Match>& SentenceReader::names(At at) const {
  static const std::vector<Match> none;
  return at < names_.size() ? names_[at] : none;
}

source::Where SentenceReader::where(At begin, At end) const {
  const auto& words = sentence_.words;
  if (begin >= words.size() || end <= begin) return {context_.file, sentence_.span};
  return {context_.file, source::join(words[begin].span, words[end - 1].span)};
}

Expr SentenceReader::self(Place place, At at) const {
  return self(place, around(place).levels.size() - 1, at);
}

Expr SentenceReader::self(Place place, std::size_t level, At at) const {
  Type type;
  type.kind = TypeKind::entity;
  type.entity = around(place).levels[level];
  return expr(Self{static_cast<std::uint8_t>(level)}, type, at, at + 1);
}

}  // namespace tdkt::typed::reading
