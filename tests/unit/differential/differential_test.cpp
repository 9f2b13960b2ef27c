// SPDX-License-Identifier: Apache-2.0
// The engine against the reference evaluator, on random packs over random data, and the promise about
// unknowns: whatever they turn out to be, no verdict that was determined changes.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>

#include "evaluate/evaluation.hpp"
#include "graph/graph.hpp"
#include "loaders/loaders.hpp"
#include "compiled.hpp"
#include "oracle.hpp"
#include "random_pack.hpp"
#include "syntax/parse.hpp"
#include "typed/print.hpp"
#include "typed/reader.hpp"

namespace tdkt::differential {
namespace {

using values::Truth;

// As if no table had been given of some facts and relations: nothing is known of them.
void forget_tables(columns::Dataset& dataset, Random& random) {
  for (int tables = random.between(1, 3); tables > 0; --tables) {
    const auto facts = static_cast<int>(dataset.facts.size()), relations = static_cast<int>(dataset.relations.size());
    const auto which = static_cast<std::size_t>(random.below(facts + relations));
    if (which < dataset.facts.size()) dataset.facts[which] = {};
    else dataset.relations[which - dataset.facts.size()] = {};
  }
}

evaluate::Evaluation evaluated(const Rules& rules, const graph::Request& request, const columns::Dataset& dataset) {
  return evaluate::evaluate(graph::build(rules.program, request), dataset, {2});
}

const char* word(Truth truth) { return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown"; }

std::string first_difference(const Rules& rules, const typed::Award& award, const oracle::Oracle& reference,
                             const evaluate::Evaluation& engine, oracle::Environment at) {
  at.award = typed::AwardId{static_cast<std::uint32_t>(&award - rules.program.awards.data())};
  for (const auto& criterion : award.criteria) {
    const auto wanted = reference.criterion(criterion, at), got = engine.criterion(criterion, at);
    if (wanted == got) continue;
    return criterion.path + " is " + word(wanted) + " by the reference, " + word(got) + " by the engine" +
           (criterion.condition ? ": " + typed::as_sentence(rules.program, *criterion.condition, grammar::Language::english) : "");
  }
  return "the criteria agree one by one";
}

// The tables as they were given, for whoever looks into a disagreement.
std::string as_text(const std::vector<loaders::TextTable>& tables) {
  std::string text;
  for (const auto& table : tables) {
    text += "\n" + table.heading + "\n";
    for (const auto& row : table.rows) {
      for (const auto& cell : row) text += "| " + cell + " ";
      text += "|\n";
    }
  }
  return text;
}

int packs() {
  const char* wanted = std::getenv("TDKT_RANDOM_PACKS");
  return wanted ? std::atoi(wanted) : 160;
}

TEST(Differential, TheEngineAgreesWithTheReference) {
  std::size_t cases = 0, refused = 0;
  std::map<std::string, std::array<std::size_t, 3>> outcomes;  // of each award's requirements
  for (int seed = 0; seed < packs(); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const auto rules = compiled(random_pack(random));
    if (!rules->complaints.empty()) {
      ++refused;
      ADD_FAILURE() << "seed " << seed << "\n" << rules->complaints;
      if (refused > 3) return;
      continue;
    }
    const auto tables = with_gaps(random_data(random), random, random.pick({"a", "b", "c"}) == "a" ? 0 : 15, true);
    auto dataset = bound(*rules, tables);
    if (random.percent(20)) forget_tables(dataset, random);
    const oracle::Oracle reference(rules->program, dataset, first_year);
    const auto request = request_for(*rules, {2020, last_year});
    const auto engine = evaluated(*rules, request, dataset);
    for (const auto& one : request.awards) {
      const auto& award = rules->program[one.award];
      const auto& columns = engine.rule(one.award, one.period);
      for (values::Row row = 0; row < dataset.entities[award.scope.entity.index].ids.size(); ++row) {
        if (!engine.judged(award.scope.entity, one.period)[row]) continue;
        const auto at = oracle::judging(row, one.period, award.scope.entity);
        const auto wanted = reference.verdict(award, at);
        const auto within = columns.judged[row] ? Truth::yes : columns.scope_unknown[row] ? Truth::unknown : Truth::no;
        EXPECT_EQ(wanted.scope, within) << "seed " << seed << ", award '" << award.title.text << "'\n" << rules->text;
        ++cases;
        ++outcomes[award.title.text][static_cast<std::size_t>(wanted.requirements)];
        if (wanted.requirements == columns.requirements[row] && wanted.deferral == columns.deferral[row]) continue;
        ADD_FAILURE() << "seed " << seed << ", award '" << award.title.text << "', "
                      << dataset.entities[award.scope.entity.index].ids[row] << " in " << one.period.year() << ": requirements "
                      << word(wanted.requirements) << " by the reference, " << word(columns.requirements[row])
                      << " by the engine; deferral " << word(wanted.deferral) << ", " << word(columns.deferral[row]) << "\n"
                      << first_difference(*rules, award, reference, engine, at) << "\n" << rules->text << as_text(tables);
        return;
      }
    }
    for (const auto& one : request.scorecards) {
      const auto& card = rules->program[one.scorecard];
      for (values::Row row = 0; row < dataset.entities[card.scope.entity.index].ids.size(); ++row) {
        if (!engine.judged(card.scope.entity, one.period)[row]) continue;
        const auto at = oracle::judging(row, one.period, card.scope.entity);
        for (std::uint32_t node = 0; node < card.nodes.size(); ++node) {
          const auto wanted = reference.points(card, node, at), got = engine.points(one.scorecard, node, at).points;
          // The engine may know less where an unknown member moves a sum, never anything else.
          EXPECT_TRUE(wanted.known() ? wanted == got || !got.known()
                                     : (!got.low || (wanted.low && *got.low <= *wanted.low)) &&
                                           (!got.high || (wanted.high && *got.high >= *wanted.high)))
              << "seed " << seed << ", '" << card.nodes[node].title.text << "' of row " << row << "\n" << rules->text;
          ++cases;
        }
      }
    }
  }
  RecordProperty("cases", static_cast<int>(cases));
  EXPECT_GT(cases, static_cast<std::size_t>(packs()) * 100) << "cases judged";
  for (const auto& [title, truths] : outcomes)
    for (const auto truth : {Truth::no, Truth::unknown, Truth::yes})
      EXPECT_GT(truths[static_cast<std::size_t>(truth)], static_cast<std::size_t>(packs()) / 5)
          << "'" << title << "' is so rarely " << word(truth) << " that little is tested";
}

TEST(Differential, FillingInWhatIsMissingChangesNoDeterminedVerdict) {
  std::size_t determined = 0;
  for (int seed = 1'000'000; seed < 1'000'000 + packs() / 2; ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    auto pack = random_pack(random);
    // `is known` asks of the records themselves: the one sentence that filling them in may change.
    const std::string asks = "grade mark is known";
    for (std::size_t at = 0; (at = pack.find(asks, at)) != std::string::npos;) pack.replace(at, asks.size(), "active");
    const auto rules = compiled(pack);
    if (!rules->complaints.empty()) continue;
    const auto complete = random_data(random);
    const auto request = request_for(*rules, {2020, last_year});
    const auto whole_data = bound(*rules, complete);
    auto part_data = bound(*rules, with_gaps(complete, random, 20, false));
    if (random.percent(20)) forget_tables(part_data, random);
    const auto whole = evaluated(*rules, request, whole_data), part = evaluated(*rules, request, part_data);
    for (const auto& one : request.awards) {
      const auto entity = rules->program[one.award].scope.entity;
      const auto &before = part.rule(one.award, one.period), &after = whole.rule(one.award, one.period);
      for (values::Row row = 0; row < part_data.entities[entity.index].ids.size(); ++row) {
        if (!before.judged[row] || before.requirements[row] == Truth::unknown) continue;
        ++determined;
        ASSERT_EQ(before.requirements[row], after.requirements[row])
            << "seed " << seed << ", award '" << rules->program[one.award].title.text << "', "
            << part_data.entities[entity.index].ids[row] << " in " << one.period.year() << "\n" << rules->text;
      }
    }
  }
  EXPECT_GT(determined, static_cast<std::size_t>(packs()) * 10);
}

TEST(Differential, SentencesPrintedInEitherLanguageReadBackAsTheSame) {
  std::size_t sentences = 0;
  for (int seed = 2'000'000; seed < 2'000'000 + packs() / 4; ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const auto rules = compiled(random_pack(random));
    if (!rules->complaints.empty()) continue;
    diagnostics::Diagnostics unheard;
    typed::Reader reader(rules->program, rules->sources, unheard);
    for (const auto& [place, read] : rules->provenance.sentences) {
      const auto* meaning = std::get_if<typed::Expr>(&read.meaning);
      if (!meaning || read.kind != typed::ReadSentence::Kind::condition) continue;
      for (const auto language : {grammar::Language::english, grammar::Language::vietnamese}) {
        const auto text = typed::as_sentence(rules->program, **meaning, language, std::uint8_t{0});
        auto context = read.context;
        context.language = language;
        const auto again = reader.condition(syntax::words_of(text, language), context);
        ASSERT_TRUE(again && typed::same_meaning(*again, **meaning)) << "seed " << seed << ": " << text;
        ++sentences;
      }
    }
  }
  EXPECT_GT(sentences, static_cast<std::size_t>(packs()));
}

}  // namespace
}  // namespace tdkt::differential
