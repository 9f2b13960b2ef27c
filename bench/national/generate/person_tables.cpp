// SPDX-License-Identifier: Apache-2.0
// People, and what is on record of them each year.
#include <array>
#include <string_view>
#include <thread>
#include <vector>

#include "random.hpp"
#include "rows.hpp"
#include "tables.hpp"

namespace tdkt::bench::national {

namespace {

constexpr std::array<std::string_view, 4> rating_names = {"failed", "completed", "good", "excellent"};
constexpr std::array<std::string_view, 5> title_names = {"none", "LDTT", "CSTDCS", "CSTDT", "CSTDTQ"};
constexpr std::array<std::string_view, 5> discipline_names = {"none", "reprimand", "warning", "demotion",
                                                              "dismissal"};
constexpr std::array<std::string_view, 4> initiative_names = {"none", "base", "province", "national"};
constexpr std::size_t warning = 2;

std::size_t months_worked(double at) {
  constexpr double whole_year = 0.92;
  return at < whole_year ? 12 : 1 + static_cast<std::size_t>((at - whole_year) / 0.08 * 11);
}

std::size_t rating(bool strong_unit, bool high, double at) {
  const double failed = strong_unit ? 0.0005 : 0.006;
  if (at < failed) return 0;
  at = (at - failed) / (1 - failed);
  return at < (high ? 0.55 : 0.12) ? 3 : at < (high ? 0.97 : 0.78) ? 2 : 1;
}

std::size_t discipline(bool strong_unit, double at) {
  const double grave = strong_unit ? 0.001 : 0.008;
  if (at < grave) return warning + static_cast<std::size_t>(at / grave * 2.999);
  return at < grave + 0.005 ? 1 : 0;
}

std::size_t initiative(bool high, double at) {
  if (high) return at < 0.04 ? 3 : at < 0.24 ? 2 : at < 0.70 ? 1 : 0;
  return at < 0.001 ? 3 : at < 0.02 ? 2 : at < 0.14 ? 1 : 0;
}

struct PersonYear {
  std::uint32_t person, year;
  bool strong_unit, high;
  std::size_t months;
};

// Nobody who failed, or was disciplined gravely, has a title.
std::size_t title(const PersonYear& of, std::size_t rating, std::size_t discipline) {
  if (rating == 0 || discipline >= warning) return 0;
  const double at = fraction(Draw::title, of.person, of.year);
  if (of.high && at < 0.82 && of.months >= 6) return at < 0.01 ? 4 : at < 0.14 ? 3 : 2;
  if (!of.high && at < 0.02) return 2;
  const double share = of.months < 8 ? 0.3 : of.strong_unit ? 0.90 : 0.60;
  return fraction(Draw::advanced_laborer, of.person, of.year) < share ? 1 : 0;
}

void add_person_year(const Population& population, std::uint32_t person, std::uint32_t year, Rows& rows) {
  const auto unit = population.home[person];
  const PersonYear of{person, year, population.strong[unit] != 0, fraction(Draw::high_performer, person) < 0.22,
                      months_worked(fraction(Draw::months_worked, person, year))};
  const auto rated = rating(of.strong_unit, of.high, fraction(Draw::rating, person, year));
  const auto disciplined = discipline(of.strong_unit, fraction(Draw::discipline, person, year));
  const bool no_rating = fraction(Draw::rating_missing, person, year) < 0.005;
  rows.cell(person)
      .cell(first_year + year)
      .cell(unit)
      .cell(no_rating ? "" : rating_names[rated])
      .cell(title_names[title(of, rated, disciplined)])
      .cell(discipline_names[disciplined])
      .cell(initiative_names[initiative(of.high, fraction(Draw::initiative, person, year))])
      .cell(of.months)
      .end_row();
}

}  // namespace

void write_person_years(Population& population, const std::filesystem::path& folder) {
  constexpr std::uint64_t threads = 2;
  TableFile file(folder / "person_year.csv",
                 "person,year,unit,rating,title,discipline,initiative,months_worked");
  std::array<Rows, threads> rows;
  for (std::uint32_t year = 0; year < years; ++year) {
    const auto add_part = [&](std::uint64_t part) {
      rows[part].clear();
      const auto end = static_cast<std::uint32_t>(population.people * (part + 1) / threads);
      for (auto person = static_cast<std::uint32_t>(1 + population.people * part / threads); person <= end; ++person) {
        if (year > 0 && fraction(Draw::moves, person, year) < 0.03)
          population.home[person] = 1 + choice(Draw::moves_to, person, population.units, year);
        add_person_year(population, person, year, rows[part]);
      }
    };
    std::vector<std::thread> others;
    for (std::uint64_t part = 1; part < threads; ++part) others.emplace_back(add_part, part);
    add_part(0);
    for (auto& thread : others) thread.join();
    for (const auto& part : rows) file.write(part);
  }
  file.close();
}

void write_people(const Population& population, const std::filesystem::path& folder) {
  Rows rows;
  for (std::uint32_t person = 1; person <= population.people; ++person)
    rows.cell(person).cell(population.home[person]).end_row();
  TableFile file(folder / "people.csv", "id,unit");
  file.write(rows);
  file.close();
}

}  // namespace tdkt::bench::national
