// SPDX-License-Identifier: Apache-2.0
// national_summary FOLDER: what `tdkt eval --out FOLDER` answered, as counts that can be compared with
// expected-*.csv: rule,year,number yes,number unknown,sum of ids yes,sum of ids unknown.
#include <array>
#include <charconv>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Tally {
  std::uint64_t yes = 0, unknown = 0, ids_yes = 0, ids_unknown = 0;
};
using Tallies = std::map<std::pair<std::string, std::string>, Tally, std::less<>>;  // by rule and year

// Which columns say what, and in what words.
struct Form {
  std::string_view file, rule, outcome, yes;
  std::array<std::string_view, 2> unknown;
};
constexpr std::array<Form, 2> forms = {
    Form{"verdicts.csv", "award", "verdict", "eligible", {"undetermined", "undetermined"}},
    Form{"nominations.csv", "nomination", "outcome", "nominated", {"undetermined", "tied"}}};

// Cells as they stand between their commas; within quotes a comma is text, and so is a doubled quote.
void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"') quoted = !quoted;
    if (i < line.size() && (quoted || line[i] != ',')) continue;
    cells.push_back(line.substr(begin, i - begin));
    begin = i + 1;
  }
}

std::size_t column(const std::vector<std::string_view>& header, std::string_view name) {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (header[i] == name) return i;
  throw std::runtime_error("no column '" + std::string(name) + "'");
}

std::uint64_t number(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void add(const std::filesystem::path& folder, const Form& form, Tallies& tallies) {
  std::ifstream file(folder / form.file, std::ios::binary);
  std::string line;
  std::vector<std::string_view> cells;
  if (!std::getline(file, line)) throw std::runtime_error(std::string(form.file) + " cannot be read");
  split(line, cells);
  const auto rule = column(cells, form.rule), year = column(cells, "period"), id = column(cells, "id"),
             outcome = column(cells, form.outcome);
  const auto width = cells.size();

  // Rows of one rule and year stand together, so that its tally is seldom looked up.
  std::pair<std::string, std::string> of;
  Tally* tally = nullptr;
  while (std::getline(file, line)) {
    split(line, cells);
    if (cells.size() != width) throw std::runtime_error("a row of another width in " + std::string(form.file));
    if (!tally || cells[rule] != of.first || cells[year] != of.second) {
      of = {std::string(cells[rule]), std::string(cells[year])};
      tally = &tallies[of];
    }
    if (cells[outcome] == form.yes) {
      ++tally->yes;
      tally->ids_yes += number(cells[id]);
    } else if (cells[outcome] == form.unknown[0] || cells[outcome] == form.unknown[1]) {
      ++tally->unknown;
      tally->ids_unknown += number(cells[id]);
    }
  }
}

bool is_rule(std::string_view title) { return title.size() == 2 && title[0] == 'R'; }

}  // namespace

int main(int count, char** words) try {
  if (count != 2) {
    std::cerr << "usage: national_summary FOLDER\n";
    return 2;
  }
  Tallies tallies;
  for (const auto& form : forms) add(words[1], form, tallies);
  for (const auto& [of, tally] : tallies)
    if (is_rule(of.first))  // not the nomination that R6 rests on
      std::cout << of.first << ',' << of.second << ',' << tally.yes << ',' << tally.unknown << ',' << tally.ids_yes
                << ',' << tally.ids_unknown << '\n';
} catch (const std::exception& error) {
  std::cerr << "national_summary: " << error.what() << '\n';
  return 5;
}
