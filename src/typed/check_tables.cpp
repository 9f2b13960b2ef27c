// SPDX-License-Identifier: Apache-2.0
// Decision tables: no two rows fit one case, and every case finds a row, unless the table says
// otherwise. Either failing is shown with a concrete input.
//
// Each input's values fall into finitely many pieces that no row tells apart: the values of a scale,
// the numbers at and between the rows' ends. What holds for a piece holds for all of it, so looking at
// one sample of each piece proves it for all.
#include <algorithm>
#include <functional>

#include "diagnostics/kinds.hpp"
#include "typed/bounds.hpp"
#include "typed/check.hpp"
#include "typed/print.hpp"
#include "values/match.hpp"

namespace tdkt::typed {

namespace {

constexpr std::size_t most_samples = 200'000;

// A value of an input: a number, a code of a scale, a truth, a date; nullopt: one that no row names.
using Sample = std::optional<std::variant<Decimal, std::uint8_t, bool, values::Date, std::string>>;

std::optional<Decimal> number_of(const Expr& e) {
  const auto* literal = e ? std::get_if<Literal>(&e->node) : nullptr;
  const auto* number = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

bool fits(const TableCell& cell, const Sample& sample) {
  if (cell.kind == TableCell::Kind::any) return true;
  if (!sample) return false;
  if (cell.kind == TableCell::Kind::range) {
    const auto value = std::get<Decimal>(*sample);
    if (cell.low && (cell.low_open ? !(value > *cell.low) : value < *cell.low)) return false;
    return !cell.high || (cell.high_open ? value < *cell.high : value <= *cell.high);
  }
  const auto& literal = std::get<Literal>(cell.value->node).value;
  return std::visit(values::match{[&](const Decimal& v) { return std::get<Decimal>(*sample) == v; },
                                  [&](const Code& v) { return std::get<std::uint8_t>(*sample) == v.code; },
                                  [&](bool v) { return std::get<bool>(*sample) == v; },
                                  [&](const values::Date& v) { return std::get<values::Date>(*sample) == v; },
                                  [&](const std::string& v) { return std::get<std::string>(*sample) == v; },
                                  [](const EntityName&) { return false; }},
                    literal);
}

// One number for each piece: each end that a row names, and one between neighbours, if there is one.
std::vector<Sample> number_samples(const Program& program, const DecisionTable& table, std::size_t input) {
  const auto& expression = *table.inputs[input];
  std::vector<Decimal> ends;
  for (const auto& row : table.rows) {
    if (row.cells.empty()) continue;
    const auto& cell = row.cells[input];
    for (const auto& end : {cell.low, cell.high, number_of(cell.value)})
      if (end) ends.push_back(*end);
  }
  const auto reach = Bounds(program).of(expression);
  for (const auto& end : {reach.low, reach.high})
    if (end) ends.push_back(*end);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());

  const bool whole = expression.type.whole;
  const Decimal half = Decimal::from_scaled(Decimal::one / 2);
  std::vector<Decimal> numbers;
  const auto between = [&](Decimal low, Decimal high) {
    if (whole) {
      const auto next = values::sum(*values::rounded(low, 0, values::Rounding::down), Decimal{1});
      if (next && *next < high) numbers.push_back(*next);
    } else if (const auto sum = values::sum(low, high)) {
      if (const auto middle = values::product(*sum, half)) numbers.push_back(*middle);
    }
  };
  if (ends.empty()) return {Decimal{0}};
  if (const auto below = values::difference(ends.front(), Decimal{1})) numbers.push_back(*below);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (!whole || ends[i].is_whole()) numbers.push_back(ends[i]);
    if (i + 1 < ends.size()) between(ends[i], ends[i + 1]);
  }
  if (const auto above = values::sum(ends.back(), Decimal{1})) numbers.push_back(*above);

  std::vector<Sample> samples;
  for (const auto& number : numbers) {
    if ((reach.low && number < *reach.low) || (reach.high && number > *reach.high)) continue;
    samples.push_back(number);
  }
  return samples;
}

std::vector<Sample> samples_of(const Program& program, const DecisionTable& table, std::size_t input) {
  const auto& type = table.inputs[input]->type;
  std::vector<Sample> samples;
  switch (type.kind) {
    case TypeKind::number: return number_samples(program, table, input);
    case TypeKind::truth: return {true, false};
    case TypeKind::scale:
      for (std::size_t code = 0; code < program.schema[type.scale].values.size(); ++code)
        samples.emplace_back(static_cast<std::uint8_t>(code));
      return samples;
    default: break;
  }
  // Dates and texts: those that rows name, and all others.
  for (const auto& row : table.rows) {
    if (row.cells.empty() || !row.cells[input].value) continue;
    const auto& literal = std::get<Literal>(row.cells[input].value->node).value;
    if (const auto* date = std::get_if<values::Date>(&literal)) samples.emplace_back(*date);
    if (const auto* text = std::get_if<std::string>(&literal)) samples.emplace_back(*text);
  }
  samples.emplace_back(std::nullopt);
  return samples;
}

class TableProof {
 public:
  TableProof(Build& build, const DecisionTable& table) : build_(build), table_(table) {
    for (std::size_t i = 0; i < table.inputs.size(); ++i) samples_.push_back(samples_of(build.program, table, i));
  }

  void prove() {
    std::size_t cases = 1;
    for (const auto& samples : samples_) {
      cases *= std::max<std::size_t>(samples.size(), 1);
      if (cases > most_samples) return;
    }
    reached_.assign(table_.rows.size(), false);
    std::vector<Sample> chosen;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (!table_.rows[i].cells.empty()) rows.push_back(i);
    look(chosen, rows);
    if (told_) return;
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (!reached_[i] && !table_.rows[i].cells.empty())
        build_.diagnostics.report(Kind::row_out_of_reach, table_.rows[i].written, language(), {});
  }

 private:
  // `rows` are those that fit what is chosen so far.
  void look(std::vector<Sample>& chosen, const std::vector<std::size_t>& rows) {
    if (told_ && gap_told_) return;
    if (chosen.size() == samples_.size()) return judge(chosen, rows);
    for (const auto& sample : samples_[chosen.size()]) {
      std::vector<std::size_t> fitting;
      for (const auto row : rows)
        if (fits(table_.rows[row].cells[chosen.size()], sample)) fitting.push_back(row);
      chosen.push_back(sample);
      look(chosen, fitting);
      chosen.pop_back();
    }
  }

  void judge(const std::vector<Sample>& chosen, const std::vector<std::size_t>& rows) {
    if (!rows.empty()) reached_[rows.front()] = true;
    if (rows.size() > 1 && !table_.first_match && !told_) {
      told_ = true;
      build_.diagnostics.report(Kind::rows_overlap, table_.rows[rows[1]].written, language(), {shown(chosen)})
          .label(table_.rows[rows[0]].written, {"which this row fits, too", "dòng này cũng khớp"});
    }
    if (!rows.empty() || has_otherwise() || gap_told_) return;
    gap_told_ = true;
    const auto name = table_.name.in(language());
    if (table_.gaps)
      build_.diagnostics.report(Kind::gap_by_choice, table_.written, language(), {name, shown(chosen)});
    else
      build_.diagnostics.report(Kind::table_has_a_gap, table_.written, language(), {shown(chosen)});
    told_ = told_ || !table_.gaps;
  }

  bool has_otherwise() const {
    return std::any_of(table_.rows.begin(), table_.rows.end(), [](const TableRow& row) { return row.cells.empty(); });
  }

  // `'late days' = 3 and 'rating' = good`
  Phrase shown(const std::vector<Sample>& chosen) const {
    std::string text[2];
    for (const auto in : {Language::english, Language::vietnamese})
      for (std::size_t i = 0; i < chosen.size(); ++i) {
        auto& said = text[static_cast<std::size_t>(in)];
        if (!said.empty()) said += "; ";
        said += as_sentence(build_.program, *table_.inputs[i], in, 0) + " = " + shown(chosen[i], i, in);
      }
    return {text[0], text[1]};
  }
  std::string shown(const Sample& sample, std::size_t input, Language in) const {
    if (!sample) return "…";
    const auto& type = table_.inputs[input]->type;
    const auto word = [&](Keyword keyword) { return grammar::spellings(keyword, in).front(); };
    return std::visit(
        values::match{[&](const Decimal& v) { return as_text(build_.program, v, type, in); },
                      [&](std::uint8_t code) { return build_.schema[type.scale].values[code].in(in); },
                      [&](bool v) { return word(v ? Keyword::yes_value : Keyword::no_value); },
                      [&](const values::Date& v) { return in == Language::english ? v.iso() : v.vietnamese(); },
                      [](const std::string& v) { return '"' + v + '"'; }},
        *sample);
  }

  Language language() const { return build_.program[table_.pack].language; }

  Build& build_;
  const DecisionTable& table_;
  std::vector<std::vector<Sample>> samples_;  // by input
  std::vector<bool> reached_;                 // by row
  bool told_ = false, gap_told_ = false;
};

}  // namespace

void check_tables(Build& build) {
  for (const auto& table : build.program.tables) TableProof(build, table).prove();
}

}  // namespace tdkt::typed
