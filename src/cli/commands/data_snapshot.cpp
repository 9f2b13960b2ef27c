// SPDX-License-Identifier: Apache-2.0
// `data snapshot` keeps records in one file that opens at once.
#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/compile.hpp"
#include "engine/records.hpp"
#include "snapshot/snapshot.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Kind;
using diagnostics::Severity;

Exit data_snapshot(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  if (arguments.positionals.empty())
    wrong.report_general(Kind::argument_missing, {{"the folder of records", "thư mục số liệu"}});
  if (arguments.positionals.size() > 1) wrong.report_general(Kind::one_too_many, {arguments.positionals[1]});
  if (arguments.out.empty())
    wrong.report_general(Kind::argument_missing, {{"--out with the file to write", "--out kèm tệp cần ghi"}});
  const auto paths = rules_of(arguments, {}, wrong);
  const auto threads = threads_of(arguments, wrong);
  if (!wrong.empty()) return door.refuse(wrong);

  Progress progress(door);
  Diagnostics diagnostics;
  const auto rules = engine::compile(paths, diagnostics);
  diagnostics.drop(Severity::remark);
  if (diagnostics.has_errors()) return door.complain(diagnostics, rules.sources), Exit::bad_rules;

  progress.begin(engine::Stage::reading_data);
  const auto records = engine::records(rules.program.schema, arguments.positionals[0],
                                       {.lenient = arguments.lenient, .threads = threads, .advance = progress.teller()},
                                       diagnostics);
  door.complain(diagnostics, rules.sources);
  if (!records || (diagnostics.has_errors() && !arguments.lenient)) return Exit::bad_data;

  progress.begin(engine::Stage::writing);
  snapshot::write(rules.program.schema, *records, arguments.out);
  return Exit::done;
}

}  // namespace

Command data_snapshot_command() {
  return {"data snapshot",
          {Option::rules, Option::out, Option::lenient, Option::threads, Option::memory_limit},
          {"keeps records in one file that opens at once", "giữ số liệu trong một tệp mở được ngay"},
          {R"(usage: tdkt data snapshot --rules RULES FOLDER --out FILE [--lenient]

reads and checks a folder of records and writes it as one file, which --data takes instead of the folder
and opens at once, however large it is. Verdicts and explanations are the same. The file belongs to the
vocabulary of these rules: one that declares something else refuses it, as a damaged file is refused.
The format: docs/formats/snapshot.md.

  --rules RULES    whose vocabulary counts
  --out FILE       where to write; takes the place of a file of that name once it is whole
  --lenient        bad values become unknown, for good
  --threads N      how many to read with; the file doesn't depend on it
  --memory-limit SIZE  ends with a message instead of using more, such as 600M or 2G

example:
  tdkt data snapshot --rules my-rules records --out records.snapshot
  tdkt eval --rules my-rules --data records.snapshot --for 2024

exit status: 0 written; 3 bad rules; 4 mistakes in the records; 5 could not read or write
)",
           R"(cách dùng: tdkt data snapshot --rules QUY-TẮC THƯ-MỤC --out TỆP [--lenient]

đọc và kiểm tra một thư mục số liệu rồi ghi thành một tệp; --data nhận tệp này thay cho thư mục và mở được
ngay, dù lớn đến đâu. Kết quả và giải thích không khác. Tệp gắn với từ ngữ của các quy tắc này: từ ngữ khai
báo khác đi thì tệp bị từ chối, tệp hỏng cũng vậy. Định dạng: docs/formats/snapshot.vi.md.

  --rules QUY-TẮC  lấy từ ngữ của quy tắc nào
  --out TỆP        nơi ghi; chỉ thay tệp cùng tên khi đã ghi xong
  --lenient        giá trị sai được coi là chưa biết, vĩnh viễn
  --threads N      số luồng đọc; tệp không phụ thuộc vào đó
  --memory-limit MỨC   dừng và báo lỗi thay vì dùng quá mức này, chẳng hạn 600M hoặc 2G

ví dụ:
  tdkt data snapshot --rules quy-tac so-lieu --out so-lieu.snapshot
  tdkt eval --rules quy-tac --data so-lieu.snapshot --for 2024

mã kết thúc: 0 đã ghi; 3 quy tắc sai; 4 số liệu có lỗi; 5 không đọc hoặc ghi được
)"},
          data_snapshot};
}

}  // namespace tdkt::cli
