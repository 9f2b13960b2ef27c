// SPDX-License-Identifier: Apache-2.0
// Classes from a score. A `grades` statement declares a scale of its own: its classes, best first as
// they are written.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

bool is_row(const Clause& clause) {
  return clause.keyword == Keyword::grade_row || clause.keyword == Keyword::otherwise_row;
}

bool has_form(const columns::Name& name, const std::string& text) {
  for (const auto& forms : name.forms)
    for (const auto& form : forms)
      if (grammar::key_of(form) == grammar::key_of(text)) return true;
  return false;
}

columns::Name name_of_title(const Title& title) {
  columns::Name name;
  name.forms[static_cast<std::size_t>(title.language)].push_back(title.text);
  if (title.translation)
    name.forms[static_cast<std::size_t>(other(title.language))].push_back(*title.translation);
  return name;
}

// A class may stand in several rows; its first counts. Lowest first, as in every scale.
columns::Scale scale_of(const Item& item) {
  columns::Scale scale;
  scale.name = name_of_title(title_of(item));
  for (const auto& clause : item->clauses) {
    if (!is_row(clause) || !clause.title) continue;
    bool known = false;
    for (const auto& value : scale.values) known = known || has_form(value, clause.title->text);
    if (!known)
      scale.values.push_back(name_of_title(title_of(item, *clause.title, clause.translation)));
  }
  std::reverse(scale.values.begin(), scale.values.end());
  return scale;
}

}  // namespace

void declare_grades(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::grades) continue;
    Grades grades{.title = title_of(item), .scope = first_scope_of(build, item, item->header),
                  .citation = citation_of(build, item), .scale = {}, .rows = {}, .pack = item.pack,
                  .written = item.header()};
    grades.gaps = clause_of(item->clauses, Keyword::no_match_is_a_gap) != nullptr;
    grades.scale = ScaleId{static_cast<std::uint32_t>(build.schema.scales.size())};
    build.schema.scales.push_back(scale_of(item));
    if (build.schema.scales.back().values.empty() && !item->lines_lost)
      report(build, item, Kind::no_grades, item.header().span, {grades.title.text});
    build.program.grades.push_back(std::move(grades));
  }
}

void build_grades(Build& build) {
  std::size_t next = 0;
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::grades) continue;
    const auto index = next++;
    complete_scope(build, item, item->header, build.program.grades[index].scope);
    if (!is_for_somebody(build, item)) continue;
    const auto of = build.program.grades[index].scope.entity;
    const auto scale = build.program.grades[index].scale;
    bool otherwise = false;
    for (const auto& clause : item->clauses) {
      if (!is_row(clause) || !clause.title) continue;
      if (otherwise) {
        report(build, item, Kind::after_otherwise, clause.span, {clause.title->text});
        break;
      }
      GradeRow row{0, nullptr, item.at(clause.title->span)};
      const auto& values = build.schema[scale].values;
      for (std::size_t code = 0; code < values.size(); ++code)
        if (has_form(values[code], clause.title->text)) row.code = static_cast<std::uint8_t>(code);
      otherwise = clause.keyword == Keyword::otherwise_row;
      if (!otherwise) row.when = condition(build, item, clause.sentence, {of});
      build.program.grades[index].rows.push_back(std::move(row));
    }
    if (!otherwise && !item->lines_lost && !build.program.grades[index].gaps && !build.program.grades[index].rows.empty())
      report(build, item, Kind::grades_without_rest, item.header().span,
             {build.program.grades[index].title.text});
  }
}

}  // namespace tdkt::typed
