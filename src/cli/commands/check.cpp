// SPDX-License-Identifier: Apache-2.0
// `check` reads rules and reports every mistake and what is doubtful, without running them; it mends
// what can be mended in one way only.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/fixing.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/kinds.hpp"
#include "diagnostics/render.hpp"
#include "engine/compile.hpp"
#include "engine/tests.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Severity;

struct Checked {
  engine::Units units;
  std::size_t packs = 0, awards = 0, tests = 0;
};

Checked read(const std::vector<std::filesystem::path>& paths, bool together, const engine::Texts& instead, Diagnostics& diagnostics) {
  Checked checked{.units = together ? engine::compile_as_one(paths, diagnostics, instead) : engine::compile_each(paths, diagnostics, instead)};
  for (const auto& unit : checked.units.units) {
    checked.packs += unit.program.packs.size();
    checked.awards += unit.program.awards.size() + unit.program.nominations.size();
    checked.tests += unit.program.tests.size();
  }
  if (diagnostics.has_errors()) return checked;
  for (const auto& unit : checked.units.units) engine::check_tables(unit.program, checked.units.sources, diagnostics);
  engine::lint(checked.units, diagnostics);
  return checked;
}

std::string summary(const Checked& checked, const Diagnostics& diagnostics, const Door& door) {
  const auto errors = diagnostics.count(Severity::error), warnings = diagnostics.count(Severity::warning);
  const auto files = checked.units.sources.size();
  if (door.language == Language::english) {
    const auto of = [](std::size_t number, std::string_view thing) {
      return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
    };
    if (errors + warnings > 0) return fmt::format("{}, {} in {}\n", of(errors, "error"), of(warnings, "warning"), of(files, "file"));
    return fmt::format("{}, {}, {}, {}: no mistakes\n", of(files, "file"), of(checked.packs, "pack"),
                       of(checked.awards, "rule"), of(checked.tests, "test"));
  }
  if (errors + warnings > 0) return fmt::format("{} lỗi, {} cảnh báo trong {} tệp\n", errors, warnings, files);
  return fmt::format("{} tệp, {} bộ quy tắc, {} quy tắc, {} ví dụ: không có lỗi\n", files, checked.packs, checked.awards,
                     checked.tests);
}

// What belongs together on the command line.
void check_usage(const Arguments& arguments, Diagnostics& wrong) {
  if (arguments.dry_run && !arguments.fix)
    wrong.report_general(diagnostics::Kind::argument_missing, {{"--fix, without which --dry-run does nothing,",
                                                                "--fix (không có thì --dry-run không có tác dụng)"}});
}

Exit check(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const auto paths = rules_of(arguments, arguments.positionals, wrong);
  const auto format = format_of(arguments, {"text", "json", "sarif"}, wrong);
  check_usage(arguments, wrong);
  if (!wrong.empty()) return door.refuse(wrong);

  Diagnostics diagnostics;
  Checked checked;
  Mended mended;
  const auto read_once = [&](const engine::Texts& instead, Diagnostics& found) {
    checked = read(paths, arguments.together, instead, found);
    return Reading{&checked.units.sources, checked.units.given};
  };
  if (arguments.fix) mended = mend(read_once, diagnostics);
  else read_once({}, diagnostics);
  diagnostics.sort();

  const bool writes = arguments.fix && !arguments.dry_run;
  if (writes) write_mended(mended);

  const auto& sources = checked.units.sources;
  const diagnostics::RenderOptions options{door.asked, false, door.language};
  if (format == "json") {
    const auto json = as_json(diagnostics, sources, options);
    door.answer(arguments.fix ? with_changes(json, mended, writes) : json);
  } else if (format == "sarif") {
    door.answer(as_sarif(diagnostics, sources, options, TDKT_VERSION, TDKT_PAGES));
  } else {
    if (arguments.fix) door.answer(changes_as_text(mended, writes, door));
    door.complain(diagnostics, sources);
    door.answer(summary(checked, diagnostics, door));
  }
  if (diagnostics.has_errors()) return Exit::bad_rules;
  const bool unfinished = arguments.dry_run && !mended.changes.empty();
  return unfinished || (arguments.strict && diagnostics.count(Severity::warning) > 0) ? Exit::answer_is_no : Exit::done;
}

}  // namespace

Command check_command() {
  return {"check",
          {Option::rules, Option::format, Option::strict, Option::together, Option::fix, Option::dry_run},
          {"reads rules and reports every mistake and what is doubtful", "đọc quy tắc, báo mọi lỗi và những chỗ đáng ngờ"},
          {R"(usage: tdkt check RULES… [--format text|json|sarif] [--strict] [--together] [--fix [--dry-run]]

reads rule files and reports every mistake: what is wrong, where, and what to write instead.
Where there are no mistakes, it also tells what is doubtful: a definition that is used nowhere, a
criterion that asks for nothing more than another, a comparison that is always so. Warnings are most
likely slips; remarks are worth a look. Both are told of the files asked for only.
RULES is a file that ends in .tdkt, or a folder: then every such file below it is read.
Each pack is read on its own, with the vocabulary that it uses.

  --rules RULES    the same as RULES
  --format json    the messages for programs (docs/schema/diagnostics.schema.json)
  --format sarif   the messages for editors and code review (SARIF 2.1.0)
  --strict         warnings count as mistakes: the exit status is 1
  --together       all packs at once, as eval reads them
  --fix            mends the files where a mistake can have been meant in one way only, and says
                   what it changed; everything else is left as it is
  --dry-run        with --fix: only says what it would change; then the exit status is 1

examples:
  tdkt check rules/                          all that is below the folder
  tdkt check my-rules.tdkt                   one pack; its vocabulary is looked for nearby
  tdkt check my-rules.tdkt --fix --dry-run   what could be mended at once
  tdkt check my-rules.tdkt --language vi     with messages in Vietnamese

exit status: 0 no mistakes; 1 see --strict and --dry-run; 3 mistakes; 5 a file could not be read
)",
           R"(cách dùng: tdkt check QUY-TẮC… [--format text|json|sarif] [--strict] [--together] [--fix [--dry-run]]

đọc các tệp quy tắc và báo mọi lỗi: sai gì, ở đâu và nên viết thế nào.
Khi không có lỗi, lệnh còn nêu những chỗ đáng ngờ: định nghĩa không được dùng ở đâu, điều kiện không
đòi hỏi gì thêm so với điều kiện khác, phép so sánh lúc nào cũng đúng. Cảnh báo thường là chỗ viết
nhầm; lưu ý là chỗ nên xem lại. Cả hai chỉ nêu cho những tệp được yêu cầu kiểm tra.
QUY-TẮC là một tệp có đuôi .tdkt, hoặc một thư mục: khi đó mọi tệp như vậy bên dưới đều được đọc.
Mỗi bộ quy tắc được đọc riêng, cùng với từ ngữ mà nó dùng.

  --rules QUY-TẮC  như QUY-TẮC ở trên
  --format json    thông báo dành cho chương trình khác (docs/schema/diagnostics.schema.json)
  --format sarif   thông báo dành cho trình soạn thảo và công cụ duyệt (SARIF 2.1.0)
  --strict         coi cảnh báo là lỗi: mã kết thúc là 1
  --together       đọc mọi bộ quy tắc cùng một lúc, như lệnh eval
  --fix            sửa ngay trong tệp những lỗi chỉ có thể hiểu theo một cách, và nêu đã sửa gì;
                   những chỗ khác giữ nguyên
  --dry-run        đi cùng --fix: chỉ nêu sẽ sửa gì; khi đó mã kết thúc là 1

ví dụ:
  tdkt check rules/                          mọi tệp bên dưới thư mục
  tdkt check quy-tac.tdkt                    một bộ quy tắc; từ ngữ được tìm ở gần đó
  tdkt check quy-tac.tdkt --fix --dry-run    những gì có thể sửa ngay
  tdkt check quy-tac.tdkt --language en      thông báo bằng tiếng Anh

mã kết thúc: 0 không có lỗi; 1 xem --strict và --dry-run; 3 có lỗi; 5 không đọc được tệp
)"},
          check};
}

}  // namespace tdkt::cli
