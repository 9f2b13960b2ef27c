// SPDX-License-Identifier: Apache-2.0
#include "records.hpp"

#include <unistd.h>

#include <iostream>
#include <stdexcept>

#include "national/generate/tables.hpp"

namespace tdkt::bench {

namespace {

namespace fs = std::filesystem;

constexpr double scale = 0.05;

const fs::path& source_folder() {
  static const fs::path folder = fs::path(TDKT_SOURCE_DIR) / "bench/national";
  return folder;
}

struct Folder {
  fs::path path = fs::temp_directory_path() / ("tdkt-bench-records-" + std::to_string(::getpid()));
  std::uint32_t people;

  Folder() {
    fs::create_directories(path);
    national::Population population(scale);
    people = population.people;
    write_units(population, path);
    write_blocs(population, path);
    write_bloc_years(population, path);
    write_unit_years(population, path);
    write_person_years(population, path);
    write_people(population, path);
    fs::copy_file(source_folder() / "dataset.toml", path / "dataset.toml");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code nothing_to_be_done;
    fs::remove_all(path, nothing_to_be_done);
  }
};

const Folder& folder() {
  static const Folder folder;
  return folder;
}

void expect_no_errors(const diagnostics::Diagnostics& diagnostics, const std::string& what) {
  if (diagnostics.has_errors()) throw std::runtime_error("the rules or records of a measurement are wrong: " + what);
}

}  // namespace

const fs::path& records_folder() { return folder().path; }
std::uint32_t people_on_record() { return folder().people; }

const engine::Compiled& national_rules() {
  static const auto rules = [] {
    diagnostics::Diagnostics diagnostics;
    auto compiled = engine::compile({source_folder()}, diagnostics);
    expect_no_errors(diagnostics, "bench/national");
    return compiled;
  }();
  return rules;
}

engine::Compiled rules_of(const std::string& statements) {
  diagnostics::Diagnostics diagnostics;
  auto compiled = engine::compile({source_folder() / "vocabulary.tdkt"},
                                  source::Source("measured.tdkt",
                                                 "pack \"Measured\"\n  version \"1\"\n  in force from 2015-01-01\n"
                                                 "  uses vocabulary \"national\"\n\n" +
                                                     statements),
                                  diagnostics);
  expect_no_errors(diagnostics, statements);
  return compiled;
}

const columns::Dataset& records() {
  static const auto loaded = [] {
    diagnostics::Diagnostics diagnostics;
    auto records = loaders::load(national_rules().program.schema, records_folder(), {}, diagnostics);
    expect_no_errors(diagnostics, "the generated records");
    return records;
  }();
  return loaded.dataset;
}

}  // namespace tdkt::bench
