// SPDX-License-Identifier: Apache-2.0
#include "verdicts/nomination_pool.hpp"

#include <algorithm>
#include <tuple>

#include "grammar/spelling.hpp"
#include "values/match.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/look.hpp"
#include "verdicts/on_record.hpp"
#include "verdicts/subject.hpp"

namespace tdkt::verdicts {
namespace {

class Gathering {
 public:
  Gathering(const typed::Program& program, graph::NominationCase asked,
            const evaluate::Evaluation& evaluation, const columns::Dataset& dataset)
      : program_(program),
        asked_(asked),
        nomination_(program[asked.nomination]),
        evaluation_(evaluation),
        dataset_(dataset) {}

  // Every group, or only the one asked for.
  std::vector<Pool> pools(Row only) const {
    std::vector<Pool> pools;
    for (const auto& [row, in_scope] : subjects(nomination_.scope, asked_.period, evaluation_, dataset_)) {
      if (only != values::no_row && row != only) continue;
      if (pools.empty() || !nomination_.all_groups_together) pools.push_back({row, in_scope, {}, {}, true});
      auto& pool = pools.back();
      if (nomination_.all_groups_together) pool.group = values::no_row;
      pool.in_scope = std::min(pool.in_scope, in_scope);
      pool.groups.push_back(row);
      add_people(pool, row);
    }
    for (auto& pool : pools) {  // somebody of two groups stands once
      std::stable_sort(pool.people.begin(), pool.people.end(),
                       [](auto& a, auto& b) { return a.row < b.row; });
      pool.people.erase(std::unique(pool.people.begin(), pool.people.end(),
                                    [](auto& a, auto& b) { return a.row == b.row; }),
                        pool.people.end());
    }
    return pools;
  }

 private:
  void add_people(Pool& pool, Row group) const {
    const auto members = related_on_record(program_.schema, dataset_, nomination_.members,
                                           nomination_.inverse, group, asked_.period);
    pool.complete = pool.complete && members.complete;
    for (const auto& member : members.rows) pool.people.push_back(person(group, member.row));
  }

  Person person(Row group, Row row) const {
    const auto environment = candidate_in(asked_.period, group, row);
    Person person{group, row, Truth::yes, {}, {}};
    for (std::size_t i = 0; i < nomination_.among.size() && !person.kept_out_by; ++i) {
      const auto truth = evaluation_.truth(*nomination_.among[i], environment);
      if (truth == Truth::no) person.kept_out_by = static_cast<std::uint32_t>(i);
      person.among = values::both(person.among, truth);
    }
    if (nomination_.within) {
      const auto cell = evaluation_.value(*nomination_.within, environment);
      if (is_known(cell.value)) person.subgroup = cell.value;
    }
    return person;
  }

  const typed::Program& program_;
  graph::NominationCase asked_;
  const typed::Nomination& nomination_;
  const evaluate::Evaluation& evaluation_;
  const columns::Dataset& dataset_;
};

}  // namespace

namespace {

// What sets two values of one type apart, as a key that can be ordered.
struct Shared {
  std::string text;
  values::int128 number = 0;
  friend bool operator==(const Shared&, const Shared&) = default;
};

Shared shared(const Subgroup& subgroup) {
  return std::visit(
      values::match{[](Truth truth) { return Shared{{}, static_cast<int>(truth)}; },
                    [](const values::Interval& number) { return Shared{{}, number.low ? number.low->scaled() : 0}; },
                    [](typed::Code code) { return Shared{{}, code.code}; }, [](Row row) { return Shared{{}, row}; },
                    [](evaluate::NoRow) { return Shared{{}, -1}; }, [](values::Date date) { return Shared{{}, date.days}; },
                    [](const std::string& text) { return Shared{grammar::key_of(text), 0}; },
                    [](const auto&) { return Shared{}; }},
      subgroup);
}

}  // namespace

bool same(const Subgroup& a, const Subgroup& b) { return shared(a) == shared(b); }

bool in_order(const Subgroup& a, const Subgroup& b) {
  const auto left = shared(a), right = shared(b);
  return std::tie(left.text, left.number) < std::tie(right.text, right.number);
}

std::vector<Pool> pools_of(const typed::Program& program, graph::NominationCase asked, Row only,
                           const evaluate::Evaluation& evaluation, const columns::Dataset& dataset) {
  return Gathering(program, asked, evaluation, dataset).pools(only);
}

}  // namespace tdkt::verdicts
