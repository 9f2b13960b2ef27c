// SPDX-License-Identifier: Apache-2.0
// `test` runs the examples that rules carry with them.
#include <algorithm>
#include <iterator>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/wanted.hpp"
#include "engine/compile.hpp"
#include "engine/tests.hpp"
#include "reports/test_results.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Severity;

struct Tested {
  source::Sources sources;
  std::vector<reports::TestResult> results;
};

Tested run_all(const std::vector<std::filesystem::path>& paths, bool together, Diagnostics& diagnostics) {
  Tested tested;
  if (together) {
    auto compiled = engine::compile(paths, diagnostics);
    if (!diagnostics.has_errors()) tested.results = engine::run_tests(compiled.program, compiled.sources);
    tested.sources = std::move(compiled.sources);
    return tested;
  }
  auto units = engine::compile_each(paths, diagnostics);
  if (!diagnostics.has_errors())
    for (const auto& unit : units.units) {
      auto results = engine::run_tests(unit.program, units.sources);
      std::move(results.begin(), results.end(), std::back_inserter(tested.results));
    }
  tested.sources = std::move(units.sources);
  return tested;
}

Exit test(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const auto paths = rules_of(arguments, arguments.positionals, wrong);
  const auto format = format_of(arguments, {"text", "json"}, wrong);
  if (!wrong.empty()) return door.refuse(wrong);

  Diagnostics diagnostics;
  const auto tested = run_all(paths, arguments.together, diagnostics);
  diagnostics.drop(Severity::remark);
  diagnostics.drop(Severity::warning);
  if (diagnostics.has_errors()) return door.complain(diagnostics, tested.sources), Exit::bad_rules;

  if (!arguments.junit.empty())
    write_files({{arguments.junit, reports::as_junit(tested.results, {door.asked, false, door.language})}});
  door.answer(format == "json" ? reports::as_json(tested.results, {door.asked, false, door.language})
                               : reports::as_text(tested.results, {door.asked, door.colour, door.language}));
  const bool passed = std::all_of(tested.results.begin(), tested.results.end(),
                                  [](const reports::TestResult& result) { return result.passed(); });
  return passed ? Exit::done : Exit::answer_is_no;
}

}  // namespace

Command test_command() {
  return {"test",
          {Option::rules, Option::format, Option::together, Option::junit},
          {"runs the tests that rules carry with them", "chạy các ví dụ kiểm tra viết kèm quy tắc"},
          {R"(usage: tdkt test RULES… [--format text|json] [--junit FILE] [--together]

runs the `test` statements of rules: given these records, these verdicts are expected. Of each that
fails: what was expected, what came of it, and why.

  --rules RULES   the same as RULES
  --format json   the results for programs (docs/schema/test-results.schema.json)
  --junit FILE    the results as JUnit's XML too, for servers that run tests on every change
  --together      all packs at once, as eval reads them

examples:
  tdkt test rules/
  tdkt test my-rules.tdkt --language vi

exit status: 0 all passed; 1 some failed; 3 bad rules; 5 a file could not be read or written
)",
           R"(cách dùng: tdkt test QUY-TẮC… [--format text|json] [--junit TỆP] [--together]

chạy các `ví dụ` viết kèm quy tắc: với số liệu này thì kết quả phải như thế này. Ví dụ nào không đạt
thì nêu kết quả cần có, kết quả thực tế và lý do.

  --rules QUY-TẮC như QUY-TẮC ở trên
  --format json   kết quả dành cho chương trình khác (docs/schema/test-results.schema.json)
  --junit TỆP     ghi thêm kết quả theo XML của JUnit, cho máy chủ tự chạy kiểm tra sau mỗi thay đổi
  --together      đọc mọi bộ quy tắc cùng một lúc, như lệnh eval

ví dụ:
  tdkt test rules/
  tdkt test quy-tac.tdkt --language en

mã kết thúc: 0 đạt tất cả; 1 có ví dụ không đạt; 3 quy tắc sai; 5 không đọc hoặc ghi được tệp
)"},
          test};
}

}  // namespace tdkt::cli
