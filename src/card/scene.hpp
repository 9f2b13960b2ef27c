// SPDX-License-Identifier: Apache-2.0
// A small world made up for one case: who there is, what is recorded of them, who belongs to whom.
//
// It is arranged step by step, the decisive part first. What is pinned stays as it is while the rest
// is arranged around it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "columns/schema.hpp"
#include "typed/expression.hpp"

namespace tdkt::card {

using columns::EntityId;
using columns::FactId;
using columns::RelationId;
using values::Date;
using values::Decimal;

struct Who {                      // one of an entity
  EntityId entity;
  std::uint32_t number = 0;
  friend auto operator<=>(const Who&, const Who&) = default;
};
using Value = std::variant<bool, Decimal, typed::Code, Date, std::string, Who>;

bool same(const Value& a, const Value& b);

struct FactAt {                   // `when`: the index of the period of the fact's timing, 0 for `once`
  FactId fact;
  std::uint32_t of = 0;
  std::optional<std::uint32_t> key;
  std::int32_t when = 0;
  friend auto operator<=>(const FactAt&, const FactAt&) = default;
};
struct LinkAt {                   // `when`: as above; of dated relations the day
  RelationId relation;
  std::uint32_t of = 0, to = 0;
  std::int32_t when = 0;
  friend auto operator<=>(const LinkAt&, const LinkAt&) = default;
};
struct MentionAt {                // on record in a year, although nothing else may be known
  Who who;
  int year = 0;
  friend auto operator<=>(const MentionAt&, const MentionAt&) = default;
};
struct Waiver {
  Who of;
  std::string award, criterion;
  Date from, until;
};

class Scene {
 public:
  explicit Scene(const columns::Schema& schema);

  Who add(EntityId entity);
  Who named(EntityId entity, const std::string& id);
  const std::string& id(Who who) const { return ids_[who.entity.index][who.number]; }
  std::size_t count(EntityId entity) const { return ids_[entity.index].size(); }

  // False: it is pinned to something else. nullopt: not on record.
  bool set(const FactAt& at, std::optional<Value> value);
  struct Cell {
    std::optional<Value> value;
    bool pinned = false;
  };
  const Cell* find(const FactAt& at) const;
  const std::map<FactAt, Cell>& facts() const { return facts_; }

  // Those at the other end, in the order in which they came; of dated relations the days count.
  struct Related {
    std::uint32_t who;
    std::int32_t when;
  };
  std::vector<Related> related(RelationId relation, bool inverse, std::uint32_t from) const;
  // False: who belongs there is pinned.
  bool link(const LinkAt& link);
  bool unlink(const LinkAt& link);
  const std::vector<LinkAt>& links() const { return links_; }

  // Somebody is related, and it is not on record who (`leader` of a bloc).
  struct Gap {
    RelationId relation;
    std::uint32_t of;
    std::int32_t when;
    friend auto operator<=>(const Gap&, const Gap&) = default;
  };
  void leave_open(const Gap& gap) { gaps_.insert(gap); }
  const std::set<Gap>& gaps() const { return gaps_; }

  void mention(Who who, int year) { mentions_.insert({who, year}); }
  const std::set<MentionAt>& mentions() const { return mentions_; }
  void waive(Waiver waiver) { waivers_.push_back(std::move(waiver)); }
  const std::vector<Waiver>& waivers() const { return waivers_; }

  // Nothing of before that year is on record.
  void forget_before(int year) { first_year_ = year; }
  std::optional<int> first_year() const { return first_year_; }

  // Who is related to whom, as it stands, and every fact.
  void pin();
  // No more members for it, whatever is arranged later. `when` as in LinkAt; 0 of dated relations.
  void close(RelationId relation, bool inverse, std::uint32_t from, std::int32_t when);
  bool closed(RelationId relation, bool inverse, std::uint32_t from, std::int32_t when) const;

 private:
  std::string fresh_id(EntityId entity) const;

  const columns::Schema* schema_;
  std::vector<std::string> prefixes_;                 // by EntityId
  std::vector<std::vector<std::string>> ids_;         // by EntityId
  std::map<FactAt, Cell> facts_;
  std::vector<LinkAt> links_;
  std::set<LinkAt> pinned_links_;
  std::set<std::tuple<RelationId, bool, std::uint32_t, std::int32_t>> closed_;
  std::set<Gap> gaps_;
  std::set<MentionAt> mentions_;
  std::vector<Waiver> waivers_;
  std::optional<int> first_year_;
};

}  // namespace tdkt::card
