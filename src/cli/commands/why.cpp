// SPDX-License-Identifier: Apache-2.0
// `why` explains one verdict: criterion by criterion, with the numbers and the records behind them.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/entities.hpp"
#include "cli/progress.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/compile.hpp"
#include "engine/records.hpp"
#include "engine/run.hpp"
#include "engine/titles.hpp"
#include "reports/explanations.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"
#include "reports/words.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Kind;
using diagnostics::Severity;

struct Wanted {
  std::vector<std::filesystem::path> rules;
  std::filesystem::path data;
  std::vector<int> years;
  unsigned threads = 0;
  std::string_view format;
  std::string entity, title;
};

struct Explained {
  std::vector<verdicts::Explanation> awards;
  std::vector<verdicts::NominationExplanation> nominations;
  std::vector<verdicts::ScoreExplanation> scores;
  bool empty() const { return awards.empty() && nominations.empty() && scores.empty(); }
};

// The entities that rules of this title judge.
std::vector<columns::EntityId> judged_by(const typed::Program& program, const std::string& title) {
  std::vector<columns::EntityId> entities;
  const auto add = [&](columns::EntityId entity) {
    if (std::find(entities.begin(), entities.end(), entity) == entities.end()) entities.push_back(entity);
  };
  for (const auto& award : program.awards)
    if (engine::has_title(award.title, title)) add(award.scope.entity);
  for (const auto& nomination : program.nominations)
    if (engine::has_title(nomination, title)) add(verdicts::members_of(program, nomination));
  for (const auto& card : program.scorecards)
    if (engine::has_title(card.title, title)) add(card.scope.entity);
  for (const auto& grades : program.grades)
    if (engine::has_title(grades.title, title)) add(grades.scope.entity);
  return entities;
}

Explained explained(const typed::Program& program, const columns::Dataset& dataset, const engine::Run& run,
                    const std::vector<Found>& found) {
  const auto is = [&](columns::EntityId entity, values::Row row) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Found& each) { return each.entity == entity && each.row == row; });
  };
  const auto rows_of = [&](columns::EntityId entity) {
    std::vector<values::Row> rows;
    for (const auto& each : found)
      if (each.entity == entity) rows.push_back(each.row);
    std::sort(rows.begin(), rows.end());
    return rows;
  };
  Explained result;
  for (const auto& one : run.results.verdicts.cases())
    for (const auto row : rows_of(program[one.award].scope.entity))
      if (verdicts::verdict_on(one, row))
        result.awards.push_back(verdicts::explain(program, one.award, one.period, row, run.evaluation, dataset));
  for (const auto& one : run.results.nominations.cases()) {
    const auto& nomination = program[one.nomination];
    for (const auto row : rows_of(verdicts::members_of(program, nomination)))
      for (const auto& outcome : run.results.nominations.about(one, row))
        for (const auto& candidate : outcome.candidates)
          if (candidate.row == row)
            result.nominations.push_back(verdicts::explain(program, outcome, candidate, run.evaluation, dataset));
  }
  for (const auto& scored : run.scored)
    if (is(program[scored.scorecard].scope.entity, scored.row))
      result.scores.push_back(
          verdicts::explain(program, scored.scorecard, scored.period, scored.row, run.evaluation, dataset));
  for (const auto& graded : run.graded)
    if (is(program[graded.grades].scope.entity, graded.row))
      result.scores.push_back(verdicts::explain(program, graded.grades, *graded.grade, graded.period, graded.row,
                                                run.evaluation, dataset));
  return result;
}

std::string answer_of(const Explained& explained, std::string_view format, const Door& door) {
  if (format == "json") return reports::as_json(explained.awards, explained.nominations, explained.scores, door.language);
  std::string text;
  const auto add = [&](const auto& explanation) {
    text += (text.empty() ? "" : "\n") + reports::as_text(explanation, {door.language, door.colour, 10});
  };
  for (const auto& explanation : explained.awards) add(explanation);
  for (const auto& explanation : explained.nominations) add(explanation);
  for (const auto& explanation : explained.scores) add(explanation);
  return text;
}

Exit explain(const Wanted& wanted, const Arguments& arguments, Door& door) {
  Progress progress(door);
  Diagnostics diagnostics;
  const auto rules = engine::compile(wanted.rules, diagnostics);
  diagnostics.drop(Severity::remark);
  if (diagnostics.has_errors()) return door.complain(diagnostics, rules.sources), Exit::bad_rules;

  Diagnostics unknown;
  check_titles({wanted.title}, rules.program, unknown);
  if (!unknown.empty()) return door.refuse(unknown);

  progress.begin(engine::Stage::reading_data);
  const auto records = engine::records(rules.program.schema, wanted.data,
                                       {.lenient = arguments.lenient, .threads = wanted.threads, .advance = progress.teller()},
                                       diagnostics);
  if (!records || (diagnostics.has_errors() && !arguments.lenient))
    return door.complain(diagnostics, rules.sources), Exit::bad_data;

  const auto found =
      find_entity(wanted.entity, judged_by(rules.program, wanted.title), *records, unknown);
  if (!unknown.empty()) return door.refuse(unknown);

  const auto run = engine::run(rules.program, *records,
                               {wanted.years, {wanted.title}, wanted.threads,
                                [&](engine::Stage stage) { progress.begin(stage); }});
  const auto result = explained(rules.program, *records, run, found);
  door.complain(diagnostics, rules.sources);
  if (result.empty()) {
    unknown.report_general(Kind::not_judged, {wanted.entity, wanted.title, arguments.years});
    return door.refuse(unknown);
  }
  door.answer(answer_of(result, wanted.format, door));
  return Exit::done;
}

Exit why(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const auto& words = arguments.positionals;
  if (words.empty())
    wrong.report_general(Kind::argument_missing, {{"the id or name of whom it is about", "mã hoặc tên của đối tượng"}});
  if (words.size() < 2)
    wrong.report_general(Kind::argument_missing, {{"the title of the award", "tên khen thưởng"}});
  if (words.size() > 2) wrong.report_general(Kind::one_too_many, {words[2]});
  const Wanted wanted{rules_of(arguments, {}, wrong),       data_of(arguments, wrong),
                      years_of(arguments, wrong),           threads_of(arguments, wrong),
                      format_of(arguments, {"text", "json"}, wrong), words.empty() ? "" : words[0],
                      words.size() < 2 ? "" : words[1]};
  return wrong.empty() ? explain(wanted, arguments, door) : door.refuse(wrong);
}

}  // namespace

Command why_command() {
  return {"why",
          {Option::rules, Option::data, Option::years, Option::format, Option::lenient, Option::threads, Option::memory_limit},
          {"explains one verdict: each criterion, its numbers, its records", "giải thích một kết quả: từng điều kiện, con số và số liệu gốc"},
          {R"(usage: tdkt why ENTITY TITLE --rules RULES --data FOLDER --for YEARS [--format text|json]

explains why somebody is or isn't eligible for an award, keeps a pledge, is nominated, or has the total
of a scorecard or the grade that it has: each criterion with its citation, the numbers and what is short, who counts for and against, the file and
row of every fact, and for what is not known, the facts that would settle it.

  ENTITY           an id, or a name that nobody else has
  TITLE            of an award, a pledge, a nomination or what it offers, a scorecard or grades
  --lenient        a bad value counts as unknown instead of stopping everything
  --threads N      how many to compute with; the answer doesn't depend on it
  --memory-limit SIZE  ends with a message instead of using more, such as 600M or 2G

examples:
  tdkt why U1 "Excellent Labor Collective" --rules my-rules --data records --for 2024
  tdkt why "Sở Nội vụ" "Bình xét cuối năm" --rules my-rules --data records --for 2021 --language vi

exit status: 0 done; 2 nobody or nothing has this name; 3 bad rules; 4 bad records; 5 could not read
)",
           R"(cách dùng: tdkt why ĐỐI-TƯỢNG TÊN --rules QUY-TẮC --data THƯ-MỤC --for NĂM [--format text|json]

giải thích vì sao một đối tượng đủ hay không đủ điều kiện khen thưởng, giữ đúng hay vi phạm giao ước,
được hay không được đề nghị, được tổng điểm hay xếp loại như vậy: từng điều kiện kèm căn cứ, các con số và còn thiếu bao nhiêu, ai đạt và ai
không đạt, tệp và dòng của từng số liệu; điều gì chưa rõ thì nêu số liệu nào sẽ xác định được.

  ĐỐI-TƯỢNG        mã, hoặc tên không trùng với ai khác
  TÊN              của khen thưởng, giao ước, cuộc bình xét hoặc hình thức được đề nghị, bảng điểm, xếp loại
  --lenient        giá trị sai được coi là chưa rõ, thay vì dừng toàn bộ
  --threads N      số luồng tính toán; câu trả lời không phụ thuộc vào đó
  --memory-limit MỨC   dừng và báo lỗi thay vì dùng quá mức này, chẳng hạn 600M hoặc 2G

ví dụ:
  tdkt why U1 "Tập thể lao động xuất sắc" --rules quy-tac --data so-lieu --for 2024
  tdkt why "Sở Nội vụ" "Bình xét cuối năm" --rules quy-tac --data so-lieu --for 2021

mã kết thúc: 0 xong; 2 không có ai hoặc không có gì mang tên đó; 3 quy tắc sai; 4 số liệu sai;
5 không đọc được
)"},
          why};
}

}  // namespace tdkt::cli
