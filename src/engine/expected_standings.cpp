// SPDX-License-Identifier: Apache-2.0
// Expectations of nominations: who is offered what, and at which place.
#include <algorithm>

#include "engine/expectation_check.hpp"
#include "verdicts/nominate.hpp"

namespace tdkt::engine {

using grammar::Language;
using verdicts::Standing;

namespace {

struct Found {
  const verdicts::NominationOutcome* outcome;
  const verdicts::Candidate* candidate;
};

std::vector<Found> candidates(const Check& check) {
  std::vector<Found> found;
  for (const auto& outcome : check.run.results.nominations.all()) {
    const auto& nomination = check.program[outcome.nomination];
    const bool is_named = check.wanted.title.empty() || has_title(nomination, check.wanted.title);
    if (!is_named || !check.is_year(outcome.period)) continue;
    const auto row = check.row_in(verdicts::members_of(check.program, nomination));
    for (const auto& candidate : outcome.candidates)
      if (row == candidate.row) found.push_back({&outcome, &candidate});
  }
  return found;
}

// Whether a candidate surely gets what the title names: that offer, or any where it names none.
bool gets(const Check& check, const Found& found) {
  const auto& nomination = check.program[found.outcome->nomination];
  if (found.candidate->standing != Standing::nominated) return false;
  const auto is_wanted = [&](std::uint32_t offer) { return check.is_titled(nomination.offers[offer].title); };
  if (check.wanted.title.empty() || has_title(nomination.title, check.wanted.title)) return true;
  const auto& offers = found.candidate->offers;
  return std::any_of(offers.begin(), offers.end(), is_wanted) ||
         (found.candidate->offer && is_wanted(*found.candidate->offer));
}

bool holds(const Check& check, const Found& found, Standing standing) {
  const auto actual = found.candidate->standing;
  if (standing == Standing::nominated) return gets(check, found);
  // Who is surely offered something else, or is no candidate, is not nominated for this.
  if (standing == Standing::not_nominated)
    return actual == Standing::not_nominated || actual == Standing::not_among ||
           (actual == Standing::nominated && !gets(check, found));
  return actual == standing;
}

// The offer that the title names; none for a place; all where none is named.
std::optional<std::vector<std::uint32_t>> offers_concerned(const Check& check, const typed::Nomination& nomination) {
  std::vector<std::uint32_t> offers;
  for (std::uint32_t i = 0; i < nomination.offers.size(); ++i)
    if (has_title(nomination.offers[i].title, check.wanted.title)) offers.push_back(i);
  if (offers.empty() && check.wanted.kind != typed::Expectation::Kind::at_place) return std::nullopt;
  return offers;
}

void describe(Check& check, const Found& found) {
  const auto& nomination = check.program[found.outcome->nomination];
  auto actual = in_both(found.candidate->standing);
  auto offers = found.candidate->offers;
  if (offers.empty() && found.candidate->offer) offers.push_back(*found.candidate->offer);
  for (const auto offer : offers)
    actual = {actual.english + " \"" + nomination.offers[offer].title.in(Language::english) + '"',
              actual.vietnamese + " \"" + nomination.offers[offer].title.in(Language::vietnamese) + '"'};
  if (const auto places = reports::words_of(found.candidate->places); !places.empty())
    actual = {actual.english + ", place " + places, actual.vietnamese + ", thứ " + places};
  check.checked.actual = actual;
  if (!check.checked.held && check.explains)
    check.checked.why = verdicts::explain(check.program, *found.outcome, *found.candidate, check.run.evaluation,
                                          check.dataset, offers_concerned(check, nomination));
}

// Held where some nomination that the title names has it so.
template <class Holds>
void among_candidates(Check& check, Holds holds) {
  const auto all = candidates(check);
  if (all.empty()) {
    check.checked.actual = {"'" + check.wanted.entity + "' is no member of a group that nominates",
                            "'" + check.wanted.entity + "' không phải là thành viên của khối bình xét"};
    return;
  }
  const auto* first = check.run.results.nominations.all().data();
  for (const auto& each : all) check.about.emplace_back(static_cast<std::size_t>(each.outcome - first));
  auto found = std::find_if(all.begin(), all.end(), holds);
  check.checked.held = found != all.end();
  describe(check, check.checked.held ? *found : all.front());
}

}  // namespace

void check_standing(Check& check, Standing standing) {
  check.checked.expected = in_both(standing);
  if (!check.wanted.title.empty()) check.checked.expected = with(check.checked.expected, " \"" + check.wanted.title + '"');
  among_candidates(check, [&](const Found& found) { return holds(check, found, standing); });
}

void check_place(Check& check) {
  const auto place = static_cast<std::uint32_t>(check.wanted.place.value_or(0));
  check.checked.expected = {"place " + std::to_string(place), "thứ " + std::to_string(place)};
  among_candidates(check, [&](const Found& found) {
    return found.candidate->places.best == place && found.candidate->places.worst == place;
  });
}

}  // namespace tdkt::engine
