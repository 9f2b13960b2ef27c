// SPDX-License-Identifier: Apache-2.0
// Tests made ready to run, once or over and over on changed rules: their tables are read only once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/expectations.hpp"
#include "engine/run.hpp"
#include "loaders/loaders.hpp"
#include "source/source.hpp"

namespace tdkt::engine {

struct ReadyTest {
  std::size_t test;                          // index into Program::tests
  std::vector<int> years;
  std::optional<columns::Dataset> dataset;   // nullopt: its tables have faults
  std::string faults;
};

// Faults are told in `language`, or else in the test's own.
ReadyTest made_ready(const typed::Program& program, const loaders::Vocabulary& vocabulary, std::size_t test,
                     const source::Sources& sources, std::optional<grammar::Language> language);

// Only what the expectations speak of is worked out. The program may be another one with the same
// vocabulary and the same tests. Requires: the test has a dataset.
Run run_test(const typed::Program& program, const ReadyTest& ready);

// The tables of a test as they were written, and the years that they cover.
std::vector<loaders::TextTable> tables_of(const typed::Test& test, const source::Sources& sources);
std::vector<int> years_of(const typed::Program& program, const typed::Test& test);

}  // namespace tdkt::engine
