// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

using syntax::WordKind;

std::optional<int> year_of(const syntax::Word& word) {
  if (word.kind != WordKind::number || !word.number.is_whole()) return std::nullopt;
  const auto year = word.number.scaled() / Decimal::one;
  constexpr int first = 1900, last = 2200;
  if (year < first || year > last) return std::nullopt;
  return static_cast<int>(year);
}

// `2024`, `2022, 2023`, `2016 to 2020`. False: no years.
bool read_years(const Item& item, const Sentence& words, std::vector<int>& years) {
  if (words.empty()) return false;
  for (const auto& piece : split_at(words, ",")) {
    const auto& all = piece.words;
    if (all.empty()) return false;
    const auto first = year_of(all.front()), last = year_of(all.back());
    if (!first || !last) return false;
    if (all.size() > 1) {
      const auto to = end_of(Keyword::to_, piece, 1, item);
      const auto to_year = end_of(Keyword::to_year, piece, 1, item);
      if (to != all.size() - 1 && to_year != all.size() - 1) return false;
    }
    for (int year = *first; year <= *last; ++year) years.push_back(year);
  }
  return !years.empty();
}

std::optional<PeriodId> period_titled(const Build& build, std::string_view title) {
  for (std::uint32_t i = 0; i < build.program.periods.size(); ++i)
    if (is_titled(build.program.periods[i].title, title)) return PeriodId{i};
  return std::nullopt;
}

void read_time(Build& build, const Item& item, const Clause& clause, Test& test) {
  for (const auto& word : clause.sentence.words) {
    if (word.kind != WordKind::quoted) continue;
    test.period = period_titled(build, word.text);
    if (!test.period)
      suggest_nearest(report(build, item, Kind::no_such_period, word.span, {word.text}), item.at(word.span),
                      word.text, titles_of(build.program.periods), true);
    return;
  }
  if (read_years(item, clause.sentence, test.years)) return;
  auto& diagnostic = report(build, item, Kind::years_wanted, clause.sentence.span, {text_of(clause.sentence)});
  // `in year 2024`, `in 2024-2025`
  std::string years;
  for (const auto& word : clause.sentence.words)
    if (year_of(word)) years += (years.empty() ? "" : ' ' + grammar::spellings(Keyword::to_, item.language).front() + ' ') + word.text;
  if (!years.empty()) diagnostic.replace(item.at(clause.sentence.span), years, {"write '" + years + "'", "viết '" + years + "'"});
}

// Records that are about rules rather than of the vocabulary: waivers, attestations, received cases.
bool is_record(const Item& item, const Sentence& heading) {
  return is(Keyword::waiver_records, heading, item) || is(Keyword::attestation_records, heading, item) ||
         is(Keyword::case_records, heading, item);
}

void read_given(Build& build, const Item& item, const Clause& clause, Test& test) {
  const auto key = phrase_key(clause.sentence);
  if (!build.names.find(Sort::entity, key) && !build.names.find(Sort::relation, key) &&
      !is_record(item, clause.sentence)) {
    auto known = forms_of(build.schema.entities);
    const auto relations = forms_of(build.schema.relations);
    known.insert(known.end(), relations.begin(), relations.end());
    suggest_nearest(
        report(build, item, Kind::given_nothing_declared, clause.sentence.span, {text_of(clause.sentence)}),
        item.at(clause.sentence.span), text_of(clause.sentence), known);
    return;
  }
  test.given.push_back({text_of(clause.sentence), clause.rows, item.at(clause.span)});
}

// Whatever an expectation can speak of by its title.
std::vector<const Title*> titles_in(const Program& program) {
  std::vector<const Title*> titles;
  for (const auto& award : program.awards) titles.push_back(&award.title);
  for (const auto& nomination : program.nominations) {
    titles.push_back(&nomination.title);
    for (const auto& offer : nomination.offers) titles.push_back(&offer.title);
  }
  for (const auto& check : program.checks) titles.push_back(&check.title);
  return titles;
}

// An expectation of what is not there could never be held against anything.
void check_title(Build& build, const Item& item, const Sentence& words, const Expectation& expectation) {
  if (expectation.title.empty()) return;
  std::vector<std::string> known;
  for (const auto* title : titles_in(build.program)) {
    if (is_titled(*title, expectation.title)) return;
    known.push_back(title->in(item.language));
  }
  for (const auto& word : words.words)
    if (word.kind == WordKind::quoted && word.text == expectation.title) {
      suggest_nearest(report(build, item, Kind::nothing_of_this_title, word.span, {word.text}), item.at(word.span), word.text,
                      known, true);
      return;
    }
}

void add_paths(const std::vector<Criterion>& criteria, std::vector<std::string>& paths) {
  for (const auto& criterion : criteria) {
    if (!criterion.path.empty() && criterion.label != "-" && !criterion.label.empty()) paths.push_back(criterion.path);
    add_paths(criterion.parts, paths);
  }
}

// `2)a)` and `2.a)` name one criterion.
std::string steps_of(std::string_view path) {
  auto steps = grammar::key_of(path);
  std::replace(steps.begin(), steps.end(), ')', '.');
  return steps;
}

// `fails c) of "X"`, where X ends with b).
void check_path(Build& build, const Item& item, const Sentence& words, const Expectation& expectation) {
  if (expectation.path.empty()) return;
  std::vector<std::string> paths;
  bool known = false;
  for (const auto& award : build.program.awards)
    if (is_titled(award.title, expectation.title)) {
      known = true;
      add_paths(award.criteria, paths);
    }
  const auto same = [&](const std::string& path) { return steps_of(path) == steps_of(expectation.path); };
  if (!known || std::any_of(paths.begin(), paths.end(), same)) return;
  const auto title = std::find_if(words.words.begin(), words.words.end(), [](const auto& word) { return word.kind == WordKind::quoted; });
  const auto last = static_cast<std::size_t>(title - words.words.begin());
  auto span = words.span;
  for (std::size_t from = 0; from < last; ++from)
    for (auto to = from + 1; to < last; ++to)
      if (text_of(syntax::part_of(words, from, to)) == expectation.path) span = source::join(words.words[from].span, words.words[to - 1].span);
  auto& diagnostic = report(build, item, Kind::no_such_criterion, span, {expectation.title, expectation.path});
  std::string all;
  for (const auto& path : paths) all += (all.empty() ? "" : ", ") + path;
  if (!all.empty()) diagnostic.note({"its criteria: " + all, "các điều kiện: " + all});
}

void build_test(Build& build, const Item& item) {
  Test test{.title = title_of(item), .years = {}, .period = {}, .given = {}, .expectations = {},
            .pack = item.pack, .written = item.header()};
  for (const auto& clause : item->clauses) {
    if (clause.keyword == Keyword::judged_in) read_time(build, item, clause, test);
    if (clause.keyword == Keyword::given) read_given(build, item, clause, test);
    if (clause.keyword != Keyword::expect) continue;
    auto expectation = read(build, item, clause.sentence, [&](Reader& reader) {
      return reader.expectation(clause.sentence, context_of(item, {}));
    });
    if (!expectation) continue;
    check_title(build, item, clause.sentence, *expectation);
    check_path(build, item, clause.sentence, *expectation);
    test.expectations.push_back(std::move(*expectation));
  }
  if (!clause_of(item->clauses, Keyword::judged_in) && !item->lines_lost)
    report(build, item, Kind::test_without_time, item.header().span, {test.title.text});
  build.program.tests.push_back(std::move(test));
}

}  // namespace

void build_tests(Build& build) {
  for (const auto& item : build.items)
    if (item->keyword == Keyword::test) build_test(build, item);
}

}  // namespace tdkt::typed
