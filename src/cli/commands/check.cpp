// SPDX-License-Identifier: Apache-2.0
// `check` reads rules and reports every mistake, without running them.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/render.hpp"
#include "engine/compile.hpp"
#include "engine/tests.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Severity;

struct Checked {
  source::Sources sources;
  std::size_t packs = 0, awards = 0, tests = 0;
};

void count(const typed::Program& program, Checked& checked) {
  checked.packs += program.packs.size();
  checked.awards += program.awards.size() + program.nominations.size();
  checked.tests += program.tests.size();
}

Checked read(const std::vector<std::filesystem::path>& paths, bool together, Diagnostics& diagnostics) {
  Checked checked;
  if (together) {
    auto compiled = engine::compile(paths, diagnostics);
    count(compiled.program, checked);
    if (!diagnostics.has_errors()) engine::check_tables(compiled.program, compiled.sources, diagnostics);
    checked.sources = std::move(compiled.sources);
    return checked;
  }
  auto units = engine::compile_each(paths, diagnostics);
  for (const auto& unit : units.units) count(unit.program, checked);
  if (!diagnostics.has_errors())
    for (const auto& unit : units.units) engine::check_tables(unit.program, units.sources, diagnostics);
  checked.sources = std::move(units.sources);
  return checked;
}

std::string summary(const Checked& checked, const Diagnostics& diagnostics, const Door& door) {
  const auto errors = diagnostics.count(Severity::error), warnings = diagnostics.count(Severity::warning);
  const auto files = checked.sources.size();
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

Exit check(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const auto paths = rules_of(arguments, arguments.positionals, wrong);
  const auto format = format_of(arguments, {"text", "json"}, wrong);
  if (!wrong.empty()) return door.refuse(wrong);

  Diagnostics diagnostics;
  const auto checked = read(paths, arguments.together, diagnostics);
  diagnostics.sort();
  if (format == "json") {
    door.answer(as_json(diagnostics, checked.sources, {door.asked, false, door.language}));
  } else {
    door.complain(diagnostics, checked.sources);
    door.answer(summary(checked, diagnostics, door));
  }
  if (diagnostics.has_errors()) return Exit::bad_rules;
  return arguments.strict && diagnostics.count(Severity::warning) > 0 ? Exit::answer_is_no : Exit::done;
}

}  // namespace

Command check_command() {
  return {"check",
          {Option::rules, Option::format, Option::strict, Option::together},
          {"reads rules and reports every mistake", "đọc quy tắc và báo mọi lỗi"},
          {R"(usage: tdkt check RULES… [--format text|json] [--strict] [--together]

reads rule files and reports every mistake: what is wrong, where, and what to write instead.
RULES is a file that ends in .tdkt, or a folder: then every such file below it is read.
Each pack is read on its own, with the vocabulary that it uses.

  --rules RULES   the same as RULES
  --format json   the messages for programs (docs/schema/diagnostics.schema.json)
  --strict        warnings count as mistakes: the exit status is 1
  --together      all packs at once, as eval reads them

examples:
  tdkt check rules/                          all that is below the folder
  tdkt check my-rules.tdkt                   one pack; its vocabulary is looked for nearby
  tdkt check my-rules.tdkt --language vi     with messages in Vietnamese

exit status: 0 no mistakes; 3 mistakes; 5 a file could not be read
)",
           R"(cách dùng: tdkt check QUY-TẮC… [--format text|json] [--strict] [--together]

đọc các tệp quy tắc và báo mọi lỗi: sai gì, ở đâu và nên viết thế nào.
QUY-TẮC là một tệp có đuôi .tdkt, hoặc một thư mục: khi đó mọi tệp như vậy bên dưới đều được đọc.
Mỗi bộ quy tắc được đọc riêng, cùng với từ ngữ mà nó dùng.

  --rules QUY-TẮC như QUY-TẮC ở trên
  --format json   thông báo dành cho chương trình khác (docs/schema/diagnostics.schema.json)
  --strict        coi cảnh báo là lỗi: mã kết thúc là 1
  --together      đọc mọi bộ quy tắc cùng một lúc, như lệnh eval

ví dụ:
  tdkt check rules/                          mọi tệp bên dưới thư mục
  tdkt check quy-tac.tdkt                    một bộ quy tắc; từ ngữ được tìm ở gần đó
  tdkt check quy-tac.tdkt --language en      thông báo bằng tiếng Anh

mã kết thúc: 0 không có lỗi; 3 có lỗi; 5 không đọc được tệp
)"},
          check};
}

}  // namespace tdkt::cli
