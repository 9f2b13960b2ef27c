// SPDX-License-Identifier: Apache-2.0
// Reads sentences: every reading of their words is considered, those that do not type are dropped,
// one must remain (fine print T1).
//
// The method is a chart: each kind of phrase at each word is read once, in every way that fits, and
// its typed readings are shared by all that stand around it (Earley, CACM 13(2), 1970; the packed
// results follow Tomita, Efficient Parsing for Natural Language, 1985).
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "syntax/tree.hpp"
#include "typed/program.hpp"

namespace tdkt::typed {

// What a sentence may speak of. `levels` are the entities at levels 0, 1, …: bare facts are those of
// the innermost, `of the unit` names an outer one.
struct Context {
  std::vector<EntityId> levels;
  grammar::Language language = grammar::Language::english;
  std::uint32_t file = 0;
  PackId pack{};

  // Parameters of the definition whose body is read: a bare name stands for the argument given.
  std::vector<std::pair<std::string, Expr>> arguments;
};

struct Provenance;

// Reads whole sentences; nullptr (or nullopt) after a report. All of the words must be used.
class Reader {
 public:
  // `program` gives the vocabulary, parameters, definitions, tables, scorecards and awards by name,
  // as far as they are declared yet; it must outlive the reader and may grow between calls, after
  // which `names_changed` is called.
  Reader(const Program& program, const source::Sources& sources, diagnostics::Diagnostics& diagnostics);
  ~Reader();
  void names_changed();
  // From now on what is read is noted there; it must outlive the reader.
  void note_in(Provenance* provenance);

  Expr condition(const syntax::Sentence& sentence, const Context& context);
  Expr number(const syntax::Sentence& sentence, const Context& context);
  // Of any type; with `wanted`, of that one (a bare scale value is then read as such).
  Expr value(const syntax::Sentence& sentence, const Context& context,
             const std::optional<Type>& wanted = std::nullopt);

  // `for a unit, every year`, `for every unit whose …, in 2021`, `cho khối, hằng năm`
  std::optional<Scope> scope(const syntax::Sentence& sentence, const Context& context);

  // `members who have registered`: the relation and the filters, at level 1.
  struct Among {
    RelationId relation;
    bool inverse;
    std::vector<Expr> filters;
  };
  std::optional<Among> among(const syntax::Sentence& sentence, const Context& context);

  // `initiatives of staff in the last 2 years whose …`, from level 0.
  std::optional<Set> population(const syntax::Sentence& sentence, const Context& context);

  // `total of "X" from high to low, then by votes from high to low`, at level 1.
  std::vector<RankKey> keys(const syntax::Sentence& sentence, const Context& context);

  // `to at most 20% of the members that remain, rounded down who …`; level 1 is the candidate.
  struct OfferTerms {
    Quota quota;
    Expr condition;
    bool without_requirements;
  };
  std::optional<OfferTerms> offer(const syntax::Sentence& sentence, const Context& context,
                                  const Nomination& nomination);

  // What follows `expect`.
  std::optional<Expectation> expectation(const syntax::Sentence& sentence, const Context& context);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tdkt::typed
