// SPDX-License-Identifier: Apache-2.0
#include "loaders/period_cells.hpp"

#include <algorithm>
#include <array>

#include "grammar/spelling.hpp"

namespace tdkt::loaders {
namespace {

using columns::Schema;
using columns::Timing;
using values::Cadence;

constexpr int per_year(Cadence cadence) {
  switch (cadence) {
    case Cadence::half_yearly: return 2;
    case Cadence::quarterly: return 4;
    case Cadence::monthly: return 12;
    case Cadence::weekly: return 53;
    default: return 1;
  }
}

std::optional<HeaderWord> word_of(Cadence cadence) {
  switch (cadence) {
    case Cadence::yearly: return HeaderWord::year;
    case Cadence::half_yearly: return HeaderWord::half_year;
    case Cadence::quarterly: return HeaderWord::quarter;
    case Cadence::monthly: return HeaderWord::month;
    case Cadence::weekly: return HeaderWord::week;
    case Cadence::dated: return HeaderWord::date;
    default: return std::nullopt;
  }
}

// What a cell is made of: whole numbers and words; signs and blanks only set them apart.
struct Piece {
  std::string word;
  int number = -1;
  std::size_t digits = 0;
};

std::vector<Piece> pieces_of(const std::string& key) {
  std::vector<Piece> pieces;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_apart = [](char c) { return c == ' ' || c == '-' || c == '/' || c == '.' || c == ','; };
  for (std::size_t i = 0; i < key.size();) {
    if (is_apart(key[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    const bool number = is_digit(key[i]);
    while (end < key.size() && !is_apart(key[end]) && is_digit(key[end]) == number) ++end;
    Piece piece{key.substr(i, end - i), -1, 0};
    if (number) {
      piece.digits = end - i;
      piece.number = piece.digits <= 4 ? std::stoi(piece.word) : -1;
    }
    pieces.push_back(std::move(piece));
    i = end;
  }
  return pieces;
}

std::optional<int> roman(std::string_view word) {
  constexpr std::array<std::string_view, 4> numerals{"i", "ii", "iii", "iv"};
  const auto found = std::find(numerals.begin(), numerals.end(), word);
  if (found == numerals.end()) return std::nullopt;
  return static_cast<int>(found - numerals.begin()) + 1;
}

// Words that may stand beside the numbers; "nửa đầu", "nửa cuối" are the halves themselves.
bool is_filler(Cadence cadence, const std::string& word) {
  static const auto keys = [](std::initializer_list<const char*> words) {
    std::vector<std::string> all;
    for (const char* each : words) all.push_back(grammar::key_of(each));
    return all;
  };
  static const auto yearly = keys({"năm", "year"}), half = keys({"h", "half", "nửa", "năm", "đầu", "cuối"}),
                    quarterly = keys({"q", "quarter", "quý", "năm"}), monthly = keys({"m", "month", "tháng", "năm"}),
                    weekly = keys({"w", "week", "tuần", "năm"}), none = keys({});
  const auto& known = cadence == Cadence::yearly        ? yearly
                      : cadence == Cadence::half_yearly ? half
                      : cadence == Cadence::quarterly   ? quarterly
                      : cadence == Cadence::monthly     ? monthly
                      : cadence == Cadence::weekly      ? weekly
                                                        : none;
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool is_year(const Piece& piece) {
  return piece.digits == 4 && piece.number >= earliest_year && piece.number <= latest_year;
}

// How many years after the one in which it begins a period ends.
int years_to_end(const columns::DeclaredCadence& cadence) { return cadence.years - (cadence.over_new_year() ? 0 : 1); }

// A declared period is written by the year it lies in, or by the two that it joins: 2023-2024.
std::optional<PeriodCell> declared_cell(const columns::DeclaredCadence& cadence, const std::vector<Piece>& pieces) {
  if (pieces.empty() || !is_year(pieces[0])) return std::nullopt;
  if (years_to_end(cadence) == 0) return pieces.size() == 1 ? std::optional(PeriodCell{pieces[0].number, 1}) : std::nullopt;
  if (pieces.size() != 2) return std::nullopt;
  const int next = pieces[0].number + years_to_end(cadence);
  const bool follows = is_year(pieces[1]) ? pieces[1].number == next
                                          : pieces[1].digits == 2 && pieces[1].number == next % 100;
  if (!follows) return std::nullopt;
  if (cadence.years == 1) return PeriodCell{next, 1};
  const int later = next - cadence.last_year;
  if (later % cadence.years != 0) return std::nullopt;
  return PeriodCell{cadence.last_year + later / cadence.years, 1};
}

}  // namespace

std::optional<std::size_t> period_column(const Binding& binding, const Timing& timing) {
  if (timing.cadence == Cadence::declared) {
    const auto found = timing.declared ? binding.cadences.find(timing.declared->index) : binding.cadences.end();
    return found == binding.cadences.end() ? std::nullopt : std::optional(found->second);
  }
  const auto word = word_of(timing.cadence);
  return word ? binding.column_of(*word) : std::nullopt;
}

Phrase cadence_phrase(const Schema& schema, const Timing& timing) {
  switch (timing.cadence) {
    case Cadence::once: return {"once", "một lần"};
    case Cadence::yearly: return {"yearly", "hằng năm"};
    case Cadence::half_yearly: return {"half-yearly", "nửa năm một lần"};
    case Cadence::quarterly: return {"quarterly", "hằng quý"};
    case Cadence::monthly: return {"monthly", "hằng tháng"};
    case Cadence::weekly: return {"weekly", "hằng tuần"};
    case Cadence::dated: return {"dated", "theo ngày"};
    case Cadence::declared: break;
  }
  const Phrase name = period_header(schema, timing);
  return {"every " + name.english, "theo từng " + name.vietnamese};
}

Phrase period_header(const Schema& schema, const Timing& timing) {
  if (timing.cadence == Cadence::declared && timing.declared) return phrase(schema[*timing.declared].name);
  return written(word_of(timing.cadence).value_or(HeaderWord::year));
}

namespace {
const values::Date example_day = values::first_day(2024);
}  // namespace

Phrase period_example(const Schema& schema, const Timing& timing) {
  switch (timing.cadence) {
    case Cadence::half_yearly: return {"2024-H1", "1/2024"};
    case Cadence::quarterly: return {"2024-Q1", "I/2024"};
    case Cadence::monthly: return {"2024-03", "03/2024"};
    case Cadence::weekly: return "2024-W05";
    case Cadence::dated: return {"2024-01-31", "31/01/2024"};
    case Cadence::declared:
      return timing.declared ? period_label(schema, timing, columns::index_containing(schema, timing, example_day)) : "2024";
    default: return "2024";
  }
}

std::string period_label(const Schema& schema, const Timing& timing, std::int32_t index) {
  const auto within = [&](int parts) { return std::to_string(index / parts); };
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  switch (timing.cadence) {
    case Cadence::once: return "";
    case Cadence::half_yearly: return within(2) + "-H" + std::to_string(index % 2 + 1);
    case Cadence::quarterly: return within(4) + "-Q" + std::to_string(index % 4 + 1);
    case Cadence::monthly: return within(12) + "-" + two(index % 12 + 1);
    case Cadence::weekly: return columns::period_at(schema, timing, index).first.iso();
    case Cadence::dated: return values::Date{index}.iso();
    case Cadence::declared:
      if (timing.declared) {
        const auto period = columns::period_at(schema, timing, index);
        const int first = period.first.year(), last = period.last.year();
        return first == last ? std::to_string(last) : std::to_string(first) + "-" + std::to_string(last);
      }
      return std::to_string(index);
    default: return std::to_string(index);
  }
}

std::optional<PeriodCell> period_cell(const Schema& schema, const Timing& timing, std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return std::nullopt;
  const auto pieces = pieces_of(grammar::key_of(text));
  if (timing.cadence == Cadence::declared)
    return timing.declared ? declared_cell(schema[*timing.declared], pieces) : std::nullopt;

  static const std::string first_half = grammar::key_of("đầu"), second_half = grammar::key_of("cuối");
  PeriodCell cell;
  for (const Piece& piece : pieces) {
    std::optional<int> number = piece.digits == 1 || piece.digits == 2 ? std::optional(piece.number) : roman(piece.word);
    if (timing.cadence == Cadence::half_yearly && piece.word == first_half) number = 1;
    if (timing.cadence == Cadence::half_yearly && piece.word == second_half) number = 2;
    if (is_year(piece) && cell.year == 0) {
      cell.year = piece.number;
    } else if (number && cell.number == 0 && *number >= 1 && *number <= per_year(timing.cadence) &&
               timing.cadence != Cadence::yearly) {
      cell.number = *number;
    } else if (!is_filler(timing.cadence, piece.word)) {
      return std::nullopt;
    }
  }
  if (timing.cadence == Cadence::yearly) {
    cell.number = 1;
    if (cell.year == 0) return std::nullopt;
  }
  return cell.number == 0 ? std::nullopt : std::optional(cell);
}

std::int32_t index_of(const Schema& schema, const Timing& timing, PeriodCell cell) {
  if (cell.year == 0) return no_period;
  switch (timing.cadence) {
    case Cadence::half_yearly:
    case Cadence::quarterly:
    case Cadence::monthly: return cell.year * per_year(timing.cadence) + cell.number - 1;
    case Cadence::weekly: {
      const auto in_first = values::Date::of(cell.year, 1, 4);  // ISO 8601: always in week 1
      const auto index = values::index_containing(Cadence::weekly, *in_first) + cell.number - 1;
      const auto thursday = values::plus_days(columns::period_at(schema, timing, index).first, 3);
      return thursday.year() == cell.year ? index : no_period;
    }
    default: return cell.year;
  }
}

std::vector<std::int32_t> periods_in(const Schema& schema, const Timing& timing, const std::vector<int>& years) {
  if (timing.cadence == Cadence::dated) return {};
  if (timing.cadence == Cadence::once) return {0};
  std::vector<std::int32_t> all;
  for (const int year : years) {
    const auto last = columns::index_containing(schema, timing, values::last_day(year));
    for (auto index = columns::index_containing(schema, timing, values::first_day(year)) - 1; index <= last; ++index)
      if (columns::period_at(schema, timing, index).year() == year) all.push_back(index);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::optional<values::Date> date_in(std::string_view text) {
  const auto date = values::Date::parse_iso(text);
  const auto found = date ? date : values::Date::parse_vietnamese(text);
  if (!found || found->year() < earliest_year || found->year() > latest_year) return std::nullopt;
  return found;
}

}  // namespace tdkt::loaders
