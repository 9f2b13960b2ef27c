// SPDX-License-Identifier: Apache-2.0
// Rules and records as text, evaluated: the shortest way from a sentence to its truth.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "diagnostics/diagnostic.hpp"
#include "evaluate/evaluation.hpp"
#include "loaders/loaders.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"

namespace tdkt::evaluate {

// Words for the sentences of these tests.
extern const char* const words;

class World {
 public:
  // `rules`: statements without the vocabulary. `tables`: a heading, then rows with bars, set apart by
  // blank lines. Rows without a year are of each of `years`.
  World(const std::string& rules, const std::string& tables, std::vector<int> years, unsigned threads = 1);
  ~World();

  const std::string& mistakes() const { return mistakes_; }
  const typed::Program& program() const { return program_; }
  const columns::Dataset& data() const { return data_; }
  const Evaluation& evaluation() const { return *evaluation_; }
  const graph::Request& request() const { return request_; }

  // `yes`, `no` or `unknown`: the requirements of an award.
  std::string verdict(const std::string& award, const std::string& entity, int year) const;
  std::string deferral(const std::string& award, const std::string& entity, int year) const;

  // The value of a report, as text.
  std::string report(const std::string& title, const std::string& entity, int year) const;
  Cell value(const std::string& report, const std::string& entity, int year) const;

  std::optional<Row> row(columns::EntityId entity, const std::string& id) const;
  const typed::Award& award(const std::string& title) const;

 private:
  source::Sources sources_;
  std::string mistakes_;
  typed::Program program_;
  columns::Dataset data_;
  graph::Request request_;
  std::optional<Evaluation> evaluation_;
};

std::string text_of(const Cell& cell);
Environment judging(Row row, int year);

}  // namespace tdkt::evaluate
