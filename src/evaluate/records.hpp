// SPDX-License-Identifier: Apache-2.0
// The dataset as the kernels ask it: what stands on record for a fact or relation at a time, and
// what it means that nothing does.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "columns/dataset.hpp"
#include "evaluate/evaluation.hpp"
#include "graph/node.hpp"

namespace tdkt::evaluate {

// A fact's records at a time. Without a column there are none; `covered` tells whether a table speaks
// for the time, so that `absent means` holds, and `cause` why none does.
struct FactRecords {
  const columns::Column* column = nullptr;
  bool covered = false;
  Cause cause = Cause::none;
};
struct RelationRecords {
  const columns::BothWays* both = nullptr;
  bool covered = false;
  Cause cause = Cause::none;
};

class Records {
 public:
  Records(const columns::Schema& schema, const columns::Dataset& data);

  const columns::Schema& schema;
  const columns::Dataset& data;

  FactRecords of(columns::FactId fact, const graph::When& when) const;
  RelationRecords of(columns::RelationId relation, const graph::When& when) const;
  std::size_t rows(columns::EntityId entity) const;

  // Whether a value on record counts: facts that a body judges need its attestation.
  bool needs_attestation(columns::FactId fact) const;
  bool attested(columns::FactId fact, Row row, std::int32_t index) const;

  // The row that a name or id stands for.
  std::optional<Row> named(columns::EntityId entity, const std::string& text) const;

  // Texts as numbers: two that are one name have one number. Literals of rules join those on record.
  std::uint32_t text_class(std::uint32_t text) const { return classes_[text]; }
  std::uint32_t literal(const std::string& text) const;
  const std::string& text(std::uint32_t id) const;

  // By text: whether its key is one of `keys`, which ascend.
  std::vector<bool> texts_among(const std::vector<std::string>& keys) const;

 private:
  using FactTime = std::pair<std::uint32_t, std::int32_t>;
  std::map<FactTime, std::vector<Row>> attested_;            // ascending
  mutable std::vector<std::string> literals_;                // numbered after the dataset's texts
  mutable std::vector<std::uint32_t> classes_;
  mutable std::unordered_map<std::string, std::uint32_t> by_key_;
};

}  // namespace tdkt::evaluate
