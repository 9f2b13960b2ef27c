// SPDX-License-Identifier: Apache-2.0
// What is in force on a day under one name, in any of the loaded packs.
//
// A period is judged by what is in force on its last day. An expression that is moved to another
// period uses what is in force there under the same name; where nothing is, what the judged period
// uses stands, unless the author asked for it "as then in force".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "typed/program.hpp"

namespace tdkt::graph {

class InForce {
 public:
  explicit InForce(const typed::Program& program);

  bool pack(typed::PackId pack, values::Date day) const;

  // nullopt: nothing of that name is in force; the one given stands for it.
  std::optional<typed::DefinitionId> definition(typed::DefinitionId id, values::Date day) const;
  std::optional<typed::ScorecardId> scorecard(typed::ScorecardId id, values::Date day) const;
  std::optional<typed::GradesId> grades(typed::GradesId id, values::Date day) const;
  std::optional<typed::TableId> table(typed::TableId id, values::Date day) const;

  // The parameter's value on a day, nullptr where none was in force.
  typed::Expr parameter(typed::ParameterId id, values::Date day) const;

  // The award of several of one name that judges a period: in force on its last day, made for it,
  // and not overridden by another. nullopt: none does.
  std::optional<typed::AwardId> award(const std::vector<typed::AwardId>& awards, columns::EntityId entity,
                                      values::Period period) const;
  bool award_judges(typed::AwardId id, values::Period period) const;

  // It judges the period, and neither is overridden there nor adds to another.
  bool stands_alone(typed::AwardId id, values::Period period) const;

  // The awards of packs that add to this award's in the period.
  std::vector<typed::AwardId> additions(typed::AwardId id, values::Period period) const;

  // The awards that compete with this one for documents, in the order of the packs in force, up to and
  // including it; itself alone where no pack ranks it.
  std::vector<typed::AwardId> ranked_up_to(typed::AwardId id, values::Period period) const;

  // The awards of other packs that cases are still judged by which were received before a day, and which
  // pack's verdict counts instead where it is more favourable.
  struct Transition {
    typed::AwardId award;
    values::Date before, law;                     // law: the last day on which that pack was in force
    std::optional<typed::AwardId> unless_favourable;
  };
  std::vector<Transition> transitions(typed::AwardId id) const;

  // The names (keys, in either language) of the award that `written` names; `written` itself where
  // no award has that name.
  std::vector<std::string> award_forms(const std::string& written) const;
  // How often the award of that name is given: its declared cadence.
  std::optional<columns::Timing> award_cadence(const std::string& written) const;

 private:
  using Key = std::pair<std::string, std::uint32_t>;  // a folded name and the entity
  bool gives_way(typed::AwardId id, const std::vector<typed::AwardId>& others, values::Period period) const;
  std::vector<typed::AwardId> awards_named(const std::string& key) const;

  const typed::Program* program_;
  std::multimap<Key, std::uint32_t> definitions_, scorecards_, grades_, tables_, parameters_;
  std::multimap<std::string, std::uint32_t> awards_;
};

}  // namespace tdkt::graph
