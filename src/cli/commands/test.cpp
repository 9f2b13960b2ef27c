// SPDX-License-Identifier: Apache-2.0
// `test` runs the examples that rules carry with them.
#include <iterator>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/wanted.hpp"
#include "engine/compile.hpp"
#include "engine/mutation.hpp"
#include "engine/tests.hpp"
#include "reports/test_results.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Severity;

struct Tested {
  source::Sources sources;
  reports::TestReport report;
};

struct Wanted {
  std::vector<std::filesystem::path> rules;
  std::string_view format;
  unsigned threads = 0;
  bool together = false, coverage = false, mutate = false;
};

void run_one(const typed::Program& program, const source::Sources& sources, const engine::TestOptions& options,
             reports::TestReport& report) {
  auto results =
      engine::run_tests(program, sources, options, report.coverage ? &*report.coverage : nullptr);
  std::move(results.begin(), results.end(), std::back_inserter(report.results));
  if (report.mutations) report.mutations->add(engine::try_changes(program, sources, options));
}

Tested run_all(const Wanted& wanted, const engine::TestOptions& options, Diagnostics& diagnostics) {
  Tested tested;
  if (wanted.coverage) tested.report.coverage.emplace();
  if (wanted.mutate) tested.report.mutations.emplace();
  if (wanted.together) {
    auto compiled = engine::compile(wanted.rules, diagnostics);
    if (!diagnostics.has_errors()) run_one(compiled.program, compiled.sources, options, tested.report);
    tested.sources = std::move(compiled.sources);
    return tested;
  }
  auto units = engine::compile_each(wanted.rules, diagnostics);
  if (!diagnostics.has_errors())
    for (const auto& unit : units.units) run_one(unit.program, units.sources, options, tested.report);
  tested.sources = std::move(units.sources);
  return tested;
}

void write_down(const reports::TestReport& report, const Arguments& arguments,
                const reports::TestResultOptions& options) {
  std::vector<OutputFile> files;
  if (!arguments.junit.empty()) files.push_back({arguments.junit, reports::as_junit(report.results, options)});
  if (!arguments.coverage_html.empty()) files.push_back({arguments.coverage_html, reports::as_html(report, options)});
  if (!files.empty()) write_files(files);
}

Exit test(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const Wanted wanted{rules_of(arguments, arguments.positionals, wrong),
                      format_of(arguments, {"text", "json"}, wrong), threads_of(arguments, wrong),
                      arguments.together, arguments.coverage || !arguments.coverage_html.empty(), arguments.mutate};
  if (!wrong.empty()) return door.refuse(wrong);

  Diagnostics diagnostics;
  auto tested = run_all(wanted, {door.asked, wanted.threads}, diagnostics);
  diagnostics.drop(Severity::remark);
  diagnostics.drop(Severity::warning);
  if (diagnostics.has_errors()) return door.complain(diagnostics, tested.sources), Exit::bad_rules;

  auto& report = tested.report;
  write_down(report, arguments, {door.asked, false, door.language});
  const bool whole = (!report.coverage || report.coverage->seen() == report.coverage->all()) &&
                     (!report.mutations || report.mutations->all_noticed());
  if (!arguments.coverage && wanted.format == "text") report.coverage.reset();  // only the page was asked for
  door.answer(wanted.format == "json" ? reports::as_json(report, {door.asked, false, door.language})
                                      : reports::as_text(report, {door.asked, door.colour, door.language}));
  return report.passed() && (whole || !arguments.strict) ? Exit::done : Exit::answer_is_no;
}

}  // namespace

Command test_command() {
  return {"test",
          {Option::rules, Option::format, Option::coverage, Option::coverage_html, Option::mutate, Option::junit, Option::strict,
           Option::together, Option::threads},
          {"runs the tests that rules carry with them", "chạy các ví dụ kiểm tra viết kèm quy tắc"},
          {R"(usage: tdkt test RULES… [--coverage] [--coverage-html FILE] [--mutate]
                      [--junit FILE] [--format text|json] [--strict] [--together] [--threads N]

runs the `test` statements of rules: given these records, these verdicts are expected. Of each that
fails: what was expected, what came of it, and why.

  --rules RULES          the same as RULES
  --coverage             also shows of every criterion, bar, exception, class, table row and offer in how
                         many cases the tests saw it met, not met and unknown; a case counts when a test
                         expects something of it
  --coverage-html FILE   the same as a page to read or print, with what --mutate found
  --mutate               also changes the rules a little, one change at a time (70% to 69%, at least to
                         more than, and to or, 3 years to 2, a bar dropped …), runs the tests that ask
                         about it again, and lists the changes that none of them notices
  --junit FILE           the results as JUnit's XML, for servers that run tests on every change
  --format json          the results for programs (docs/schema/test-results.schema.json)
  --strict               status 1 also if the coverage that was asked for is not whole, or a change goes
                         unnoticed
  --together             all packs at once, as eval reads them
  --threads N            how many to compute with; the answer doesn't depend on it

examples:
  tdkt test rules/
  tdkt test my-rules.tdkt --coverage --language vi
  tdkt test my-rules/ --mutate --coverage-html coverage.html

exit status: 0 all passed; 1 some failed; 3 bad rules; 5 a file could not be read or written
)",
           R"(cách dùng: tdkt test QUY-TẮC… [--coverage] [--coverage-html TỆP] [--mutate]
                           [--junit TỆP] [--format text|json] [--strict] [--together] [--threads N]

chạy các `ví dụ` viết kèm quy tắc: với số liệu này thì kết quả phải như thế này. Ví dụ nào không đạt
thì nêu kết quả cần có, kết quả thực tế và lý do.

  --rules QUY-TẮC        như QUY-TẮC ở trên
  --coverage             nêu thêm từng điều kiện, trường hợp không xét, ngoại lệ, mức xếp loại, dòng của
                         bảng, hình thức đề nghị đã gặp đạt, không đạt, chưa rõ trong bao nhiêu trường hợp;
                         chỉ tính trường hợp mà ví dụ có nêu kết quả phải có
  --coverage-html TỆP    nội dung đó thành một trang để đọc hoặc in, kèm kết quả của --mutate
  --mutate               thử sửa quy tắc, mỗi lần một chút (70% thành 69%, ít nhất thành trên, và thành
                         hoặc, 3 năm thành 2 năm, bỏ một trường hợp không xét …), chạy lại những ví dụ có
                         liên quan và liệt kê những thay đổi mà không ví dụ nào phát hiện
  --junit TỆP            kết quả theo XML của JUnit, cho máy chủ tự chạy kiểm tra sau mỗi thay đổi
  --format json          kết quả dành cho chương trình khác (docs/schema/test-results.schema.json)
  --strict               mã kết thúc 1 cả khi mức độ kiểm tra được hỏi chưa đầy đủ hoặc có thay đổi không bị
                         phát hiện
  --together             đọc mọi bộ quy tắc cùng một lúc, như lệnh eval
  --threads N            số luồng tính toán; câu trả lời không phụ thuộc vào đó

ví dụ:
  tdkt test rules/
  tdkt test quy-tac.tdkt --coverage --language en
  tdkt test quy-tac/ --mutate --coverage-html kiem-tra.html

mã kết thúc: 0 đạt tất cả; 1 có ví dụ không đạt; 3 quy tắc sai; 5 không đọc hoặc ghi được tệp
)"},
          test};
}

}  // namespace tdkt::cli
