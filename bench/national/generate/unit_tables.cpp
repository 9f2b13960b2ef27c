// SPDX-License-Identifier: Apache-2.0
// Units and blocs, and what is on record of them each year.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "random.hpp"
#include "rows.hpp"
#include "tables.hpp"

namespace tdkt::bench::national {

namespace {

constexpr std::array<std::string_view, 4> rating_names = {"failed", "completed", "good", "excellent"};
constexpr std::array<std::string_view, 5> kind_names = {"agency", "school", "hospital", "enterprise",
                                                        "commune"};
constexpr std::array<std::string_view, 3> group_names = {"A", "B", "C"};
constexpr double share_missing = 0.005;  // of each value that can be missing

using Number = std::optional<std::uint64_t>;

std::string_view rating(bool strong, double at) {
  if (strong) return rating_names[at < 0.93 ? 3 : at < 0.98 ? 2 : at < 0.995 ? 1 : 0];
  return rating_names[at < 0.08 ? 3 : at < 0.38 ? 2 : at < 0.90 ? 1 : 0];
}

std::uint64_t reports_late(bool strong, double at) {
  if (!strong) return static_cast<std::uint64_t>(at * 6);
  return at < 0.8 ? 0 : at < 0.95 ? 1 : 2;
}

void add_unit_year(const Population& population, std::uint32_t unit, std::uint32_t year, Rows& rows) {
  const bool strong = population.strong[unit] != 0;
  const bool no_rating = fraction(Draw::unit_rating_missing, unit, year) < share_missing;
  const auto planned = 5 + choice(Draw::targets_planned, unit, 36);
  const double share =
      (strong ? 0.85 : 0.65) + (strong ? 0.15 : 0.35) * fraction(Draw::share_met, unit, year);
  Number met = std::min<std::uint64_t>(planned, static_cast<std::uint64_t>(std::lround(planned * share)));
  if (fraction(Draw::targets_met_missing, unit, year) < share_missing) met.reset();
  rows.cell(unit)
      .cell(first_year + year)
      .cell(no_rating ? "" : rating(strong, fraction(Draw::unit_rating, unit, year)))
      .cell(planned)
      .cell(met)
      .cell(reports_late(strong, fraction(Draw::reports_late, unit, year)))
      .cell(fraction(Draw::registered, unit, year) < 0.95 ? "1" : "0")
      .cell(fraction(Draw::party_clean, unit, year) < 0.9 ? "1" : "0")
      .end_row();
}

// Some blocs take turns as they should; in the others anybody leads. Of a bloc without members nobody.
Number leader(const Population& population, std::uint32_t bloc, std::uint32_t year) {
  const auto& members = population.members[bloc];
  if (members.empty() || fraction(Draw::leader_missing, bloc, year) < share_missing) return std::nullopt;
  if (fraction(Draw::proper_rotation, bloc) >= 0.45)
    return members[choice(Draw::leader, bloc, members.size(), year)];
  return members[(choice(Draw::first_leader, bloc, members.size()) + year) % members.size()];
}

void write_table(const std::filesystem::path& path, std::string_view header, const Rows& rows) {
  TableFile file(path, header);
  file.write(rows);
  file.close();
}

}  // namespace

void write_units(const Population& population, const std::filesystem::path& folder) {
  constexpr std::uint32_t without_parent = 64, children = 16;
  Rows rows;
  for (std::uint32_t unit = 1; unit <= population.units; ++unit)
    rows.cell(unit)
        .cell("Đơn vị " + std::to_string(unit))
        .cell(unit <= without_parent ? Number() : Number((unit - 1) / children))
        .cell(population.bloc[unit])
        .cell(kind_names[choice(Draw::kind_of_unit, unit, kind_names.size())])
        .cell(group_names[population.group[unit]])
        .end_row();
  write_table(folder / "units.csv", "id,name,parent,bloc,kind,group", rows);
}

void write_blocs(const Population& population, const std::filesystem::path& folder) {
  Rows rows;
  for (std::uint32_t bloc = 1; bloc <= population.blocs; ++bloc)
    rows.cell(bloc)
        .cell("Khối " + std::to_string(bloc))
        .cell(1 + choice(Draw::level_of_bloc, bloc, 3))
        .end_row();
  write_table(folder / "blocs.csv", "id,name,level", rows);
}

void write_bloc_years(const Population& population, const std::filesystem::path& folder) {
  Rows rows;
  for (std::uint32_t bloc = 1; bloc <= population.blocs; ++bloc)
    for (std::uint32_t year = 0; year < years; ++year)
      rows.cell(bloc).cell(first_year + year).cell(leader(population, bloc, year)).end_row();
  write_table(folder / "bloc_year.csv", "bloc,year,leader", rows);
}

void write_unit_years(const Population& population, const std::filesystem::path& folder) {
  TableFile file(folder / "unit_year.csv",
                 "unit,year,rating,targets_planned,targets_met,reports_late,registered,party_clean");
  for (std::uint32_t year = 0; year < years; ++year) {
    Rows rows;
    for (std::uint32_t unit = 1; unit <= population.units; ++unit) add_unit_year(population, unit, year, rows);
    file.write(rows);
  }
  file.close();
}

}  // namespace tdkt::bench::national
