// SPDX-License-Identifier: Apache-2.0
// All readings of one sentence.
//
// Each member function below reads one kind of phrase that begins at word `at`, in every way that
// fits, and answers with all of its readings: where each ends and what it means. A reading that does
// not type is no reading. What has been read at a word is kept (the chart) and shared by all that
// stand around it, so the work grows with the words and not with the combinations.
//
// One file for each kind of phrase: logic.cpp, predicates.cpp, comparisons.cpp, quantifiers.cpp,
// sets.cpp, expressions.cpp, aggregates.cpp, references.cpp, scores.cpp, definitions.cpp, times.cpp.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "typed/reader.hpp"
#include "typed/reader/failure.hpp"
#include "typed/reader/keyword_index.hpp"
#include "typed/reader/phrases.hpp"
#include "typed/reader/spellings.hpp"
#include "typed/reader/types.hpp"

namespace tdkt::typed::reading {

using grammar::Keyword;
using values::Rounding;
using At = std::uint32_t;
using Place = std::uint16_t;  // an Around, by number

// What a phrase stands in.
struct Around {
  std::vector<EntityId> levels;
  bool window = false;   // inside `within …: ( … )`
  bool inside = false;   // in a member's condition without brackets: a time that follows is not its own
};

struct Reading {
  At end;
  Expr expr;
  std::uint16_t against = 0;  // how many rules prefer another reading, where there is one
  std::size_t hash = 0;       // of the meaning; 0: not worked out yet
};
using Readings = std::vector<Reading>;

inline std::uint16_t plus(std::uint16_t against, int more) { return static_cast<std::uint16_t>(against + more); }

struct SetReading {
  At end;
  Set set;
  bool filtered = false;      // a condition on its last noun was read
  std::uint16_t against = 0;
};
using SetReadings = std::vector<SetReading>;

// Whether a condition may follow a noun without `who`: not at all; one, where another follows it; any,
// where a noun alone is wanted.
enum class Unmarked : std::uint8_t { none, one, any };

struct SpanReading { At end; Span span; };
// What a time phrase does to the sentence before it.
struct TimeReading {
  At end;
  std::variant<Shift, InYears> time;  // of InYears all but its body
  bool as_then = false;               // `as then in force`
};

// What all sentences of a run share.
struct Lexicon {
  const Program& program;
  Phrases phrases = {};
  std::unordered_map<std::string, std::vector<AwardId>> awards = {};  // by each of their titles, folded
  std::size_t awards_taken = 0;

  // Bodies of definitions with parameters, by definition, caller and types of the arguments; nullptr
  // where they do not fit together.
  std::unordered_map<std::string, Expr> bodies = {};
  std::vector<DefinitionId> being_read = {};
  // Definitions used by an entity at a level among so many: what they mean there, and the body
  // that this was made of.
  std::map<std::tuple<std::uint32_t, std::uint8_t, std::size_t>, std::pair<Expr, Expr>> uses = {};
  std::pair<Expr, Expr> no_use = {};

  // Everything that could have been meant by a misspelt word: made when the first is met.
  Spellings& spellings(grammar::Language language);
  std::array<std::unique_ptr<Spellings>, 2> spellings_ = {};

  // The titles of all awards; of those for one kind of entity.
  const grammar::Candidates& award_titles();
  const grammar::Candidates& award_titles(EntityId entity);
  struct Titles {
    grammar::Candidates all = {};
    std::size_t awards_taken = 0;
  };
  std::map<std::optional<std::uint32_t>, Titles> titles_ = {};
};

// The definition whose body is read, for whom it is used and with what.
struct Call {
  EntityId caller;
  std::vector<Type> arguments;
};

class SentenceReader {
 public:
  // With `failures`, what was expected and what did not type is noted there.
  SentenceReader(Lexicon& lexicon, const syntax::Sentence& sentence, const Context& context,
                 Failures* failures = nullptr, const Call* call = nullptr);

  // Each from the first word, in the sentence's own context.
  Readings conditions() { return disjunction(0, outermost_); }
  Readings numbers();
  Readings values(const std::optional<Type>& wanted);
  Readings candidates();                      // a set alone, as the number of its members
  Readings offers(const Nomination& nomination);  // terms packed as one expression, see offers.cpp
  Readings rankable();                        // of any type that has an order

  // What the work came to, and whether it was stopped: too many readings, or too deep.
  std::size_t work() const { return readings_; }
  bool too_many() const { return too_many_; }
  bool too_deep() const { return too_deep_; }

 private:
  enum class Rule : std::uint8_t {
    disjunction, conjunction, timed, simple, predicate, expression, sum, product, factor, operand,
    reference, set
  };

  // ---- the chart (chart.cpp)
  template <class Result>
  using Chart = std::unordered_map<std::uint64_t, Result>;
  template <class Read>
  const Readings& kept(Rule rule, At at, Place place, std::uint32_t more, Read read);
  void nothing_left(Rule rule, At at, Place place, std::uint32_t more);
  void add(Readings& readings, Reading reading);
  bool enough();
  Place place_of(Around around);
  const Around& around(Place place) const { return arounds_[place]; }
  Place with_member(Place place, EntityId member, bool inside);
  Place bracketed(Place place);

  // ---- words (chart.cpp)
  KeywordIndex::Ends after(Keyword keyword, At at) const { return keywords_.after(keyword, at); }
  bool symbol(At at, std::string_view sign) const;
  bool is_kind(At at, syntax::WordKind kind) const;
  std::optional<int> whole_number(At at) const;
  std::vector<At> articles(At at) const;   // `at` itself, and past what is passed over there
  std::vector<At> optional(Keyword keyword, At at) const;
  std::vector<At> optional_comma(At at) const;
  const std::vector<Match>& names(At at) const;
  source::Where where(At begin, At end) const;
  Expr expr(Node node, Type type, At begin, At end) const { return make(std::move(node), type, where(begin, end)); }
  Expr self(Place place, At at) const;
  Expr self(Place place, std::size_t level, At at) const;

  // ---- logic.cpp
  const Readings& disjunction(At at, Place place);
  const Readings& conjunction(At at, Place place);
  Readings joined(At at, Place place, bool all);
  const Readings& timed(At at, Place place);
  const Readings& simple(At at, Place place);
  void negated(At at, Place place, Readings& readings);
  void in_brackets(At at, Place place, Readings& readings);
  void excepted(At at, const Reading& sentence, const Reading& when, const std::function<void(const Reading&)>& say);
  void chosen(At at, Place place, Readings& readings);
  void within_window(At at, Place place, Readings& readings);
  void last_years_after(At at, const Reading& sentence, Place place);

  // ---- predicates.cpp: what is said of a subject
  const Readings& predicate(At at, Place place);
  void said_of(At at, Place place, const Expr& subject, std::optional<At> named_at, Readings& readings);
  void verbs(At at, Place place, const Expr& subject, Readings& readings);
  void verb_of_fact(const Match& verb, FactId fact, At begin, Place place, const Expr& subject, Readings& readings);
  void verb_of_records(const Match& verb, At begin, Place place, const Expr& subject, Readings& readings);
  void received(VerbId verb, At begin, At title, Place place, const Expr& subject, Readings& readings);
  void eligible(At at, At begin, Place place, const Expr& subject, Readings& readings);
  void belonging(At at, Place place, const Expr& subject, Readings& readings);
  void bare_value(At at, Place place, const Expr& subject, Readings& readings);
  void rotation(At at, Place place, Readings& readings);
  void all_have_led(At at, const Related& leader, const std::function<void(At)>& say);
  void top_places(At at, At begin, Place place, const Expr& subject, Readings& readings);
  void evidence(At at, Place place, Readings& readings);

  // ---- comparisons.cpp
  void comparisons(At begin, const Reading& left, Place place, Readings& readings);
  void compared(At begin, const Reading& left, Sign sign, At right, Place place, bool negate, Readings& readings);
  void ranges(At begin, const Reading& left, At at, Place place, bool negate, Readings& readings);
  void lists(At begin, const Reading& left, At at, Place place, bool negate, Readings& readings);
  void known(At begin, const Reading& left, Readings& readings);
  struct SignAt { Sign sign; At end; };
  std::vector<SignAt> signs(At at) const;
  bool comparable(const Type& a, const Type& b) const;
  bool same_units(const Reading& a, const Reading& b, At begin);
  static bool ordered(const Type& type, const columns::Schema& schema);
  const Readings& operand(At at, Place place, const Type& wanted);
  Readings literals(At at, Place place, const Type& wanted);

  // ---- quantifiers.cpp
  struct Head { At end; Amount amount; bool may_stand_alone; };
  void quantified(At at, Place place, Readings& readings);
  std::vector<Head> heads(At at, Place place);
  struct AmountAt { At end; Expr value; };
  std::vector<AmountAt> amounts(At at, Place place);

  // ---- sets.cpp
  const SetReadings& set(At at, Place place, Unmarked unmarked);
  struct Noun {
    At begin, end;
    enum class Kind : std::uint8_t { relation, population, keys } kind;
    std::uint32_t index;
    bool inverse = false;
    EntityId of, to;
  };
  std::vector<Noun> nouns(At at) const;
  std::optional<Set> step_from(const Noun& noun, const Expr& from, Place place) const;
  std::optional<Set> step_after(const Noun& noun, const Set& before) const;
  std::optional<Set> keys(const Noun& noun, Place place, At at) const;
  std::optional<Set> candidates_of(const Nomination& nomination, Place place, At at) const;
  Expr nearest_owner(Place place, EntityId entity, At at) const;
  SetReadings selected(const Noun& noun, SetReading base, Place place, Unmarked unmarked);
  SetReadings with_filters(SetReading base, Place place, Unmarked unmarked);

  // ---- expressions.cpp
  const Readings& expression(At at, Place place);
  const Readings& sum(At at, Place place);
  const Readings& product(At at, Place place);
  const Readings& factor(At at, Place place);
  Readings chained(At at, Place place, bool products);
  void arithmetic(Operator op, At begin, const Reading& left, const Reading& right, Readings& readings);
  void numbers_written(At at, Place place, Readings& readings);
  void chosen_value(At at, Place place, Readings& readings);
  void smaller_or_larger(At at, Place place, Readings& readings);
  void finished(At begin, Reading reading, Place place, Readings& readings);

  // ---- aggregates.cpp
  void aggregates(At at, Place place, Readings& readings);
  void counted(At at, At begin, Place place, Function function, Readings& readings);
  void summarised(At at, At begin, Place place, Function function, Readings& readings);
  void summarised_behind(At at, Place place, Readings& readings);
  void summary(Function function, At begin, const SetReading& members, const Reading& value, Readings& readings);
  void member_with(At at, Place place, Readings& readings);
  void ordering(At at, const std::function<void(bool, At)>& say);
  void share_rounding(At at, const std::function<void(Rounding, At)>& say);
  void ranks(At at, Place place, Readings& readings);

  // ---- references.cpp
  const Readings& reference(At at, Place place);
  Readings things(At at, At begin, Place place, const Expr& subject);
  Readings things_named(const Match& match, At at, At begin, Place place, const Expr& subject);
  Readings owned_by_nearest(At at, At begin, Place place);
  void fact(const Match& match, At begin, Place place, const Expr& subject, Readings& readings);
  bool may_belong_to(const Match& match, EntityId entity) const;
  bool has_own_name(At at, At end, Place place) const;
  std::vector<At> name_ends(const Match& match, Place place);
  Readings entities(At at, Place place);
  void named_entity(At at, Place place, Readings& readings);
  Expr one_leading_to(EntityId entity, const Expr& subject, At begin, At end) const;
  const std::vector<AwardId>& awards_named(const std::string& title) const;

  // ---- scores.cpp
  struct ScorecardAt { At end; ScorecardId scorecard; };
  struct ScoreHead { At end; EntityId of; Node node; Type type; };  // a Score or GradeOf without its subject
  std::vector<ScorecardAt> scorecards_named(At at) const;
  std::vector<ScoreHead> score_heads(At at) const;
  Expr score_of(const ScoreHead& head, const Expr& subject, At begin, At end) const;
  void scores(At at, At begin, const Expr& subject, Readings& readings);
  void scores_of_others(At at, At begin, Place place, Readings& readings);
  void items_reach(At at, Place place, Readings& readings);

  // ---- periods.cpp: months within a year
  struct PeriodsAt { At end; columns::Timing each; };
  std::vector<PeriodsAt> periods_named(At at) const;
  void every_period(At at, Place place, Readings& readings);
  void over_periods(const Reading& value, const PeriodsAt& periods, Function function, At begin, Readings& readings);
  void last_of_periods(At at, Place place, Readings& readings);

  // ---- offers.cpp
  template <class Things, class Visit>
  void titled(At at, const Things& things, diagnostics::Kind unknown, Visit visit);
  void quota(At at, Place group, const Nomination& nomination, const std::function<void(At, Quota, std::uint16_t)>& say);

  // ---- definitions.cpp
  void definition(const Match& match, At begin, Place place, const Expr& subject, Readings& readings);
  void table(const Match& match, At begin, Place place, const Expr& subject, Readings& readings);
  void argument(At at, Place place, Readings& readings);
  struct Arguments { At end; std::vector<Expr> values; };
  std::vector<Arguments> arguments(At at, std::size_t count, Place place);
  Expr input_of(TableId id, std::size_t input, EntityId entity);
  Expr body_of(DefinitionId id, EntityId caller, const std::vector<Type>& types);

  // ---- times.cpp: and the notes that are taken when nothing was read (mistakes.cpp)
  std::vector<TimeReading> times(At at, Place place);
  std::vector<SpanReading> spans(At at, Place place);
  std::vector<SpanReading> windows(At at);
  std::optional<std::pair<At, std::string>> quoted_award(At at) const;
  Expr moved(const TimeReading& time, const Expr& body, At begin, At end) const;
  std::optional<PeriodId> period_named(At at) const;
  static bool ends_with_dated_name(const Expression& expression, const columns::Schema& schema);

  // ---- mistakes.cpp
  std::string text_at(At begin, At end) const;
  diagnostics::Phrase phrase_for(const Type& type) const;
  void unbracketed_term(At at, At of, At reached, Place seen);
  void unbracketed_pair(At at, Place place);
  void rounding_missing(At at, At end, At reached);
  void amount_without_brackets(At at, At end, Place place);
  void years_before_without_each(At at);
  void time_of_fact(At begin, const Reading& left, Place place);
  static bool range_of_figures(const Expression& value);

  Lexicon& lexicon_;
  const Program& program_;
  const columns::Schema& schema_;
  const syntax::Sentence& sentence_;
  const Context& context_;
  Failures* failures_;
  const Call* call_;
  const Nomination* nomination_ = nullptr;  // whose offer is read

  KeywordIndex keywords_;
  std::vector<std::vector<Match>> names_;
  std::deque<Around> arounds_;
  Place outermost_ = 0;

  Chart<Readings> chart_;
  Chart<SetReadings> set_chart_;
  std::vector<Type> wanted_;
  std::size_t readings_ = 0;
  int depth_ = 0;
  bool too_many_ = false, too_deep_ = false;
  std::map<At, At> behind_;  // where an aggregate behind its value is read: the keywords before which count
};

// What `rule` reads at a word is read there once.
template <class Read>
const Readings& SentenceReader::kept(Rule rule, At at, Place place, std::uint32_t more, Read read) {
  const auto key = (static_cast<std::uint64_t>(rule) << 56) | (static_cast<std::uint64_t>(more) << 40) |
                   (static_cast<std::uint64_t>(place) << 24) | at;
  // While a phrase is being read, asking for it again at the same word finds nothing.
  const auto [entry, fresh] = chart_.try_emplace(key);
  auto& readings = entry->second;  // entries stay where they are when others are added
  if (fresh && failures_ && at >= sentence_.words.size()) nothing_left(rule, at, place, more);
  if (!fresh || at >= sentence_.words.size() || enough()) return readings;
  Readings found;
  ++depth_;
  read(found);
  --depth_;
  readings = std::move(found);
  return readings;
}

Reader::OfferTerms terms_in(const Expression& packed);

bool is_titled(const Title& title, const std::string& key);
diagnostics::Phrase phrase_of_name(const columns::Name& name);
std::string text_of_words(const syntax::Sentence& sentence, std::size_t begin, std::size_t end);

// The one meaning among the readings that end at `end`, nullptr where there is none or several.
Expr only_meaning(const Readings& readings, At end);
// Those that end there and that the fewest rules speak against.
Readings complete(const Readings& readings, At end);

}  // namespace tdkt::typed::reading
