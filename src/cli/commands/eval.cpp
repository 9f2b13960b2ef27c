// SPDX-License-Identifier: Apache-2.0
// `eval` judges a folder of records by rules: verdicts, nominations, what is to be listed.
#include <algorithm>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/listed.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/stats.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/compile.hpp"
#include "engine/records.hpp"
#include "engine/run.hpp"
#include "reports/verdicts.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Kind;
using diagnostics::Severity;

// With files of its own, a long table is cut short on the screen.
constexpr std::size_t rows_beside_files = 200;

struct Wanted {
  std::vector<std::filesystem::path> rules;
  std::filesystem::path data;
  std::vector<int> years;
  unsigned threads = 0;
  std::string_view format, files;
};

bool has_error_line(const typed::Program& program, const engine::Run& run) {
  return std::any_of(run.suspects.begin(), run.suspects.end(), [&](const reports::Suspect& suspect) {
    return program.checks[suspect.check].lines[suspect.line].error;
  });
}

bool is_empty(const graph::Request& request) {
  return request.awards.empty() && request.nominations.empty() && request.scorecards.empty() &&
         request.grades.empty() && request.expressions.empty();
}

bool has_broken_pledge(const engine::Run& run) {
  const auto& cases = run.results.verdicts.cases();
  return std::any_of(cases.begin(), cases.end(), [](const verdicts::Verdicts::Case& one) {
    return verdicts::counts_of(one)[static_cast<std::size_t>(verdicts::Outcome::broken)] != 0;
  });
}

void answer(const reports::Findings& findings, const Arguments& arguments, std::string_view format, const Door& door) {
  const auto say = [&](std::string_view text) { door.answer(text); };
  if (format == "csv") return reports::verdicts_as_csv(findings, door.language, say);
  if (format == "json") return reports::findings_as_json(findings, door.language, say);
  reports::TableOptions options{door.language, door.colour};
  if (!arguments.out.empty()) options.most_rows = rows_beside_files, options.files = true;
  say(reports::findings_as_text(findings, options));
}

// How many bytes it took.
std::size_t write(const reports::Findings& findings, const std::filesystem::path& folder, std::string_view which,
                  Language language, const Teller& advance) {
  const bool has_scores = !findings.scored.empty() || !findings.graded.empty();
  std::size_t bytes = 0, lines = 0;
  const auto all_lines = reports::lines_of(findings) * (which == "all" ? 2 : 1);
  std::vector<OutputFile> files;
  const auto add = [&](const char* name, auto writer) {
    files.emplace_back(folder / name, std::function<void(const Sink&)>([&, writer](const Sink& sink) {
                         writer(findings, language, [&](std::string_view text) { bytes += text.size(), sink(text); },
                                [&](std::size_t more) { advance(lines += more, all_lines); });
                       }));
  };
  if (which != "json") {
    add("verdicts.csv", reports::verdicts_as_csv);
    add("nominations.csv", reports::nominations_as_csv);
    if (has_scores)
      add("scores.csv", [](const auto& all, auto words, const auto& sink, const auto&) { reports::scores_as_csv(all, words, sink); });
  }
  if (which != "csv") add("verdicts.json", reports::findings_as_json);
  write_files(files);
  // Of an earlier run, it would be taken for this one's.
  if (which != "json" && !has_scores) std::filesystem::remove(folder / "scores.csv");
  return bytes;
}

// Rows on record, of every entity in every year.
std::size_t rows_of(const columns::Dataset& records) {
  std::size_t rows = 0;
  for (const auto& entity : records.entities) {
    rows += entity.seen_always.count();
    for (const auto& [year, seen] : entity.seen) rows += seen.count();
  }
  return rows;
}

Exit judge(const Wanted& wanted, const Arguments& arguments, Door& door) {
  Progress progress(door);
  Stats stats(arguments.stats);
  const auto begin = [&](engine::Stage stage) { progress.begin(stage), stats.begin(stage); };
  begin(engine::Stage::reading_rules);
  for (const auto& path : wanted.rules) stats.count(0, bytes_in(path));
  Diagnostics diagnostics;
  const auto rules = engine::compile(wanted.rules, diagnostics);
  diagnostics.drop(Severity::remark);
  if (diagnostics.has_errors()) return door.complain(diagnostics, rules.sources), Exit::bad_rules;

  Diagnostics unknown;
  check_titles(arguments.awards, rules.program, unknown);
  if (!unknown.empty()) return door.refuse(unknown);

  const auto advance = progress.teller();
  begin(engine::Stage::reading_data);
  auto records = engine::records(rules.program.schema, wanted.data,
                                 {.lenient = arguments.lenient, .threads = wanted.threads, .advance = advance}, diagnostics);
  if (!records || (diagnostics.has_errors() && !arguments.lenient))
    return door.complain(diagnostics, rules.sources), Exit::bad_data;

  stats.count(rows_of(*records), bytes_in(wanted.data));
  put_on_record(listed(arguments.entities), rules.program, wanted.years, *records, unknown);
  if (!unknown.empty()) return door.refuse(unknown);

  const auto run = engine::run(rules.program, *records,
                               {wanted.years, arguments.awards, wanted.threads,
                                begin, advance, true});
  stats.count(run.results.verdicts.size(), 0);
  if (is_empty(run.request))
    for (const auto year : wanted.years)
      diagnostics.report_general(Kind::nothing_to_judge, {std::to_string(year)});
  door.complain(diagnostics, rules.sources);
  if (arguments.strict && has_error_line(rules.program, run)) {
    const verdicts::Results none;
    answer({rules.program, *records, run.evaluation, none, {}, run.suspects, {}, {}}, arguments, wanted.format, door);
    return Exit::bad_data;
  }

  begin(engine::Stage::writing);
  const auto findings = engine::findings_of(rules.program, *records, run);
  if (!arguments.out.empty()) stats.count(0, write(findings, arguments.out, wanted.files, door.language, advance));
  answer(findings, arguments, wanted.format, door);
  stats.tell(door, rules.program, run);
  return arguments.strict && has_broken_pledge(run) ? Exit::answer_is_no : Exit::done;
}

Exit eval(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const Wanted wanted{rules_of(arguments, arguments.positionals, wrong), data_of(arguments, wrong),
                      years_of(arguments, wrong), threads_of(arguments, wrong),
                      format_of(arguments, {"text", "csv", "json"}, wrong),
                      one_of(Option::files, arguments.files, {"all", "csv", "json"}, wrong)};
  return wrong.empty() ? judge(wanted, arguments, door) : door.refuse(wrong);
}

}  // namespace

Command eval_command() {
  return {"eval",
          {Option::rules, Option::data, Option::years, Option::award, Option::entities, Option::out, Option::format, Option::lenient,
           Option::strict, Option::threads, Option::files, Option::stats, Option::memory_limit},
          {"judges records by rules: who is eligible, who is nominated", "xét số liệu theo quy tắc: ai đủ điều kiện, ai được đề nghị"},
          {R"(usage: tdkt eval --rules RULES --data FOLDER --for YEARS [options]

judges everyone on record by the rules that are in force: each award with its verdict and the
criterion that it hangs on, each nomination with places and offers, the totals of scorecards, grades,
and a summary.

  --rules RULES    a rule file or a folder of them; can be said several times
  --data FOLDER    the records: CSV files whose headers are names of the vocabulary; or a file that
                   `tdkt data snapshot` made of them
  --for YEARS      2021, 2019-2021 or 2019,2021
  --award TITLE    only this award, pledge, nomination, scorecard or grades; can be said several times
  --entities LIST  also judges these, though no table has a row about them in the year: ids or names
                   that are on record, with commas, or a file with one on each line
  --out FOLDER     also writes verdicts.csv, verdicts.json, nominations.csv and, of scorecards and
                   grades, scores.csv there
  --files WHICH    which of these: csv, json or all (if not said)
  --format FORMAT  text (a table), csv or json (docs/schema/verdicts.schema.json)
  --lenient        a bad value counts as unknown instead of stopping everything
  --strict         records that a check calls wrong stop everything; a broken pledge is a 1
  --threads N      how many to compute with; the verdicts don't depend on it
  --stats          also tells, on standard error, what each stage took and which criteria were slowest
  --memory-limit SIZE  ends with a message instead of using more, such as 600M or 2G

examples:
  tdkt eval --rules my-rules --data records --for 2021
  tdkt eval --rules my-rules --data records --for 2019-2021 --award "Excellent Labor Collective"
  tdkt eval --rules my-rules --data records --for 2021 --out results

exit status: 0 done; 1 a pledge is broken (with --strict); 2 wrong usage; 3 bad rules; 4 bad records;
5 could not read or write
)",
           R"(cách dùng: tdkt eval --rules QUY-TẮC --data THƯ-MỤC --for NĂM [tùy chọn]

xét mọi đối tượng có trong số liệu theo quy tắc đang có hiệu lực: từng khen thưởng với kết quả và
điều kiện quyết định kết quả đó, từng cuộc bình xét với thứ hạng và hình thức đề nghị, tổng điểm của
các bảng điểm, kết quả xếp loại, và bảng tổng hợp.

  --rules QUY-TẮC  một tệp quy tắc hoặc một thư mục; có thể nêu nhiều lần
  --data THƯ-MỤC   số liệu: các tệp CSV có tiêu đề cột là tên trong từ ngữ; hoặc một tệp do
                   `tdkt data snapshot` lập từ chúng
  --for NĂM        2021, 2019-2021 hoặc 2019,2021
  --award TÊN      chỉ khen thưởng, giao ước, bình xét, bảng điểm hoặc xếp loại này; có thể nêu nhiều lần
  --entities DS    xét thêm những đối tượng này dù năm đó không có dòng số liệu nào về họ: mã hoặc tên
                   đã có trong số liệu, cách nhau bằng dấu phẩy, hoặc một tệp mỗi dòng ghi một mã
  --out THƯ-MỤC    ghi thêm verdicts.csv, verdicts.json, nominations.csv và, nếu có bảng điểm hoặc
                   xếp loại, scores.csv vào đó
  --files LOẠI     ghi những tệp nào: csv, json hoặc all (tất cả, nếu không nêu)
  --format DẠNG    text (bảng), csv hoặc json (docs/schema/verdicts.schema.json)
  --lenient        coi giá trị sai là chưa rõ, không dừng lại
  --strict         số liệu bị kiểm tra báo lỗi thì dừng; giao ước bị vi phạm thì mã kết thúc là 1
  --threads N      số luồng tính; kết quả không phụ thuộc vào số luồng
  --stats          cho biết thêm từng giai đoạn mất bao lâu và các điều kiện tính chậm nhất
  --memory-limit MỨC   dừng và báo lỗi thay vì dùng quá mức này, chẳng hạn 600M hoặc 2G

ví dụ:
  tdkt eval --rules quy-tac --data so-lieu --for 2021
  tdkt eval --rules quy-tac --data so-lieu --for 2019-2021 --award "Tập thể lao động xuất sắc"
  tdkt eval --rules quy-tac --data so-lieu --for 2021 --out ket-qua

mã kết thúc: 0 xong; 1 có giao ước bị vi phạm (khi dùng --strict); 2 dùng sai lệnh; 3 quy tắc sai;
4 số liệu sai; 5 không đọc hoặc ghi được
)"},
          eval};
}

}  // namespace tdkt::cli
