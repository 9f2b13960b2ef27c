// SPDX-License-Identifier: Apache-2.0
// What came of a run: one verdict a row, nominations, and for each the reason.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evaluate/evaluation.hpp"
#include "graph/request.hpp"
#include "typed/program.hpp"

namespace tdkt::graph { class InForce; }

namespace tdkt::verdicts {

using values::Row;

enum class Outcome : std::uint8_t {  // kept and broken are a pledge's
  eligible, ineligible, deferred, undetermined, kept, broken
};

struct Verdict {
  typed::AwardId award;
  values::Period period;
  Row row;
  Outcome outcome;
};

enum class Standing : std::uint8_t { nominated, not_nominated, tied, undetermined, not_among };

// The worst place of a candidate whom others that are missing from the records may pass.
inline constexpr std::uint32_t no_worst_place = 0xFFFFFFFF;

// Best and worst place that a candidate may take, counted from 1; equal where it is settled.
struct Places {
  std::uint32_t best = 0, worst = 0;
};

struct Candidate {
  Row row;
  Standing standing;
  std::optional<std::uint32_t> offer;  // index into Nomination::offers, of nominated (and tied: the best it may get)
  std::vector<std::uint32_t> offers;   // all it gets, where several are allowed
  Places places;
  std::vector<values::Interval> keys;  // the ranking keys' values, for those ranked
  std::optional<std::uint32_t> kept_out_by;  // index into Nomination::among, of not_among
};

struct OfferOutcome {
  values::Interval quota;
  std::vector<Row> given;              // surely
};

// One nomination in one group (or subgroup) and period.
struct NominationOutcome {
  typed::NominationId nomination;
  values::Period period;
  Row group;                           // of the scope's entity; no_row for all groups together
  std::optional<evaluate::Value> subgroup;  // of `within each`: what its members share; unknown where nobody's is known
  std::vector<Candidate> candidates;   // by best place, then id
  std::vector<OfferOutcome> offers;
};

// The verdicts of the awards and pledges asked for, by period, award and row: read from the columns
// as they are walked over, since a nation's are too many to keep.
class Verdicts {
 public:
  struct Case {
    typed::AwardId award;
    values::Period period;
    typed::RuleKind kind;
    const evaluate::RuleColumns* columns;  // kept by the evaluation
  };

  class Iterator {
   public:
    using value_type = Verdict;
    using difference_type = std::ptrdiff_t;
    using reference = Verdict;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    Verdict operator*() const;
    Iterator& operator++();
    bool operator==(const Iterator& other) const { return case_ == other.case_ && word_ == other.word_ && rows_ == other.rows_; }

   private:
    friend class Verdicts;
    Iterator(const Case* at, const Case* end);
    void find();  // the next row from here on

    const Case* case_;
    const Case* end_;
    std::size_t word_ = 0;
    columns::Word rows_ = 0;               // of the word, that are still to come
  };

  void add(Case one) { cases_.push_back(one); }
  const std::vector<Case>& cases() const { return cases_; }
  Iterator begin() const { return {cases_.data(), cases_.data() + cases_.size()}; }
  Iterator end() const { return {cases_.data() + cases_.size(), cases_.data() + cases_.size()}; }
  std::size_t size() const;

 private:
  std::vector<Case> cases_;
};

// How many rows a case has a verdict on.
std::size_t size_of(const Verdicts::Case& one);

// How many rows of a case came out how, by Outcome.
std::array<std::size_t, 6> counts_of(const Verdicts::Case& one);

class Contests;
struct Standings;
struct RenewedNomination;

// What came of nominations: one pool of groups after another, or, where they are few, all at once.
class Nominations {
 public:
  Nominations() = default;
  Nominations(const typed::Program& program, std::shared_ptr<const graph::InForce> in_force,
              evaluate::Evaluation evaluation, const columns::Dataset& dataset, std::vector<graph::NominationCase> cases);

  const std::vector<graph::NominationCase>& cases() const { return cases_; }

  // How many candidates of one case came out how.
  struct Counts {
    std::size_t nominated = 0, tied = 0, undetermined = 0;
  };
  Counts counts(graph::NominationCase one) const;
  const Standings& standings(graph::NominationCase one) const;

  // Counts every case, so that a renewal can tell whose standing is another.
  void settle() const {
    for (const auto& one : cases_) counts(one);
  }

  // The contests of one case (nominate.hpp), for whoever goes through them on several threads.
  Contests contests(graph::NominationCase one) const;

  // Calls visit for each outcome of one case, groups by their rows, as long as it says true.
  bool for_each_while(graph::NominationCase one, const std::function<bool(const NominationOutcome&)>& visit) const;
  void for_each(graph::NominationCase one, const std::function<void(const NominationOutcome&)>& visit) const {
    for_each_while(one, [&](const NominationOutcome& outcome) { return visit(outcome), true; });
  }
  void for_each(const std::function<void(const NominationOutcome&)>& visit) const {
    for (const auto& one : cases_) for_each(one, visit);
  }
  // Those of the groups that somebody belongs to.
  std::vector<NominationOutcome> about(graph::NominationCase one, Row member) const;
  // Settles what a renewal of the columns changed, of those that were counted before (renewed.hpp).
  std::vector<RenewedNomination> renew(const evaluate::Renewed& renewed) const;
  // All of them, kept: for tests.
  const std::vector<NominationOutcome>& all() const;

 private:
  struct Inside;
  std::vector<graph::NominationCase> cases_;
  std::shared_ptr<Inside> inside_;
};

struct Results {
  Verdicts verdicts;
  Nominations nominations;
  std::shared_ptr<const graph::InForce> in_force;  // which packs were in force when
};

Results results(const typed::Program& program, const graph::Request& request,
                const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

}  // namespace tdkt::verdicts
