// SPDX-License-Identifier: Apache-2.0
// `data check` tells how a folder of records binds to the vocabulary, and what is wrong with it.
#include "cli/bindings.hpp"
#include "cli/command.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/compile.hpp"
#include "engine/records.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Kind;
using diagnostics::Severity;

// The last word is the folder; those before it are rules. Without rules, the shipped vocabulary.
std::vector<std::filesystem::path> rules_before_data(const Arguments& arguments, Diagnostics& wrong) {
  if (arguments.rules.empty() && arguments.positionals.size() < 2) return {engine::shipped_vocabulary()};
  std::vector<std::string> before;
  if (arguments.positionals.size() > 1)
    before.assign(arguments.positionals.begin(), arguments.positionals.end() - 1);
  return rules_of(arguments, before, wrong);
}

Exit data_check(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  if (arguments.positionals.empty())
    wrong.report_general(Kind::argument_missing, {{"the folder of records", "thư mục số liệu"}});
  const auto format = format_of(arguments, {"text", "json"}, wrong);
  const auto threads = threads_of(arguments, wrong);
  if (!wrong.empty()) return door.refuse(wrong);
  const auto paths = rules_before_data(arguments, wrong);

  Diagnostics diagnostics;
  const auto rules = engine::compile(paths, diagnostics);
  diagnostics.drop(Severity::remark);
  if (diagnostics.has_errors()) return door.complain(diagnostics, rules.sources), Exit::bad_rules;
  diagnostics = {};

  const auto loaded =
      engine::bound_records(rules.program.schema, arguments.positionals.back(),
                            {.lenient = arguments.lenient, .threads = threads, .language = door.language}, diagnostics);
  if (!loaded) return door.complain(diagnostics, rules.sources), Exit::bad_data;
  diagnostics.sort();
  if (format == "json") {
    door.answer(bindings_as_json(*loaded, diagnostics, door));
  } else {
    door.complain(diagnostics, rules.sources);
    door.answer(bindings_as_text(*loaded, door));
  }
  return diagnostics.has_errors() ? Exit::bad_data : Exit::done;
}

}  // namespace

Command data_check_command() {
  return {"data check",
          {Option::rules, Option::format, Option::lenient, Option::threads, Option::memory_limit},
          {"tells what records mean to the rules, and what is wrong with them", "cho biết số liệu được hiểu thế nào và sai ở đâu"},
          {R"(usage: tdkt data check [--rules RULES] FOLDER [--format text|json] [--lenient]

reads a folder of records and tells, table by table, which name of the vocabulary each column is bound
to and how many values it has; which facts have no table; and every mistake with its file, row, column
and value.

  --rules RULES    whose vocabulary counts; otherwise the shipped one
  --format json    the same for programs (docs/schema/data-check.schema.json)
  --lenient        bad values are warnings
  --threads N      how many to read with; what is said doesn't depend on it
  --memory-limit SIZE  ends with a message instead of using more, such as 600M or 2G

example:
  tdkt data check --rules my-rules records

exit status: 0 no mistakes; 3 bad rules; 4 mistakes in the records; 5 could not read
)",
           R"(cách dùng: tdkt data check [--rules QUY-TẮC] THƯ-MỤC [--format text|json] [--lenient]

đọc một thư mục số liệu và cho biết theo từng bảng: mỗi cột ứng với tên nào trong từ ngữ, có bao nhiêu
giá trị; dữ kiện nào chưa có bảng; và mọi lỗi kèm tệp, dòng, cột và giá trị.

  --rules QUY-TẮC  lấy từ ngữ của quy tắc nào; nếu không nêu thì lấy từ ngữ kèm chương trình
  --format json    như trên, dành cho chương trình khác (docs/schema/data-check.schema.json)
  --lenient        giá trị sai chỉ là cảnh báo
  --threads N      số luồng đọc; thông báo không phụ thuộc vào đó
  --memory-limit MỨC   dừng và báo lỗi thay vì dùng quá mức này, chẳng hạn 600M hoặc 2G

ví dụ:
  tdkt data check --rules quy-tac so-lieu

mã kết thúc: 0 không có lỗi; 3 quy tắc sai; 4 số liệu có lỗi; 5 không đọc được
)"},
          data_check};
}

}  // namespace tdkt::cli
