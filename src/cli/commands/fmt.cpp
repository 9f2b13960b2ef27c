// SPDX-License-Identifier: Apache-2.0
// `fmt` writes rule files in the layout that all share, or in the other language.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/wanted.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/files.hpp"
#include "engine/format.hpp"

namespace tdkt::cli {

namespace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Phrase;

constexpr std::string_view standard_input = "/dev/stdin";

struct Wanted {
  std::vector<fs::path> paths, beside;
  std::optional<Language> to;
  bool to_standard_output = false;
};

Wanted wanted(const Arguments& arguments, Diagnostics& wrong) {
  Wanted result;
  for (const auto& path : arguments.positionals)
    result.paths.emplace_back(path == "-" ? standard_input : std::string_view(path));
  result.beside.assign(arguments.rules.begin(), arguments.rules.end());
  if (result.paths.empty())
    wrong.report_general(Kind::argument_missing, {{"the rules, a file or a folder of them,", "quy tắc (một tệp hoặc một thư mục)"}});
  if (arguments.to == "en" || arguments.to == "vi")
    result.to = arguments.to == "vi" ? Language::vietnamese : Language::english;
  else if (!arguments.to.empty())
    wrong.report_general(Kind::not_a_choice, {arguments.to, "--to", Phrase("en or vi", "en hoặc vi")});
  const auto goes_without_check = [&](const std::string& value, const char* option) {
    if (arguments.check && !value.empty())
      wrong.report_general(Kind::one_too_many, {option})
          .note({"--check writes nothing, so it goes without --to and --out",
                 "--check không ghi gì, nên không dùng cùng --to hay --out"});
  };
  goes_without_check(arguments.out, "--out");
  goes_without_check(arguments.to, "--to");
  const bool from_standard_input = std::find(result.paths.begin(), result.paths.end(), standard_input) != result.paths.end();
  result.to_standard_output =
      arguments.out == "-" || (arguments.out.empty() && (from_standard_input || !arguments.to.empty()));
  return result;
}

// Where each file goes below `out`: as it lies below the folder that was named.
std::map<std::string, fs::path> places_in(const fs::path& out, const std::vector<fs::path>& paths, Diagnostics& wrong) {
  std::map<std::string, fs::path> places;
  const bool one_file = paths.size() == 1 && !fs::is_directory(paths.front());
  if (one_file && out.has_filename() && !fs::is_directory(out)) return {{paths.front().string(), out}};
  for (const auto& path : paths) {
    const auto below = paths.size() > 1 && fs::is_directory(path) ? out / path.lexically_normal().filename() : out;
    for (const auto& file : engine::rule_files(path)) {
      const auto place = below / (fs::is_directory(path) ? file.lexically_relative(path) : file.filename());
      const bool taken = std::any_of(places.begin(), places.end(), [&](const auto& other) { return other.second == place; });
      if (taken && !places.contains(file.string())) wrong.report_general(Kind::one_too_many, {file.string()});
      places.emplace(file.string(), place);
    }
  }
  return places;
}

std::string told(const std::vector<std::string>& written, std::size_t files, const Door& door) {
  std::string text;
  for (const auto& path : written) text += fmt::format("{} {}\n", door.either("formatted", "đã trình bày lại"), path);
  if (door.language == Language::english)
    return text + fmt::format("{} of {} file{} changed\n", written.size(), files, files == 1 ? "" : "s");
  return text + fmt::format("{}/{} tệp thay đổi\n", written.size(), files);
}

Exit fmt(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const auto asked = wanted(arguments, wrong);
  if (!wrong.empty()) return door.refuse(wrong);
  std::map<std::string, fs::path> places;
  if (!arguments.out.empty() && arguments.out != "-") places = places_in(arguments.out, asked.paths, wrong);
  if (asked.to_standard_output) {
    std::size_t count = 0;
    for (const auto& path : asked.paths) count += engine::rule_files(path).size();
    if (count > 1)
      wrong.report_general(Kind::argument_missing, {{"--out with a folder for so many files", "--out kèm thư mục để ghi nhiều tệp"}});
  }
  if (!wrong.empty()) return door.refuse(wrong);

  Diagnostics diagnostics;
  const auto formatting = engine::format(asked.paths, asked.beside, asked.to, diagnostics);
  diagnostics.drop(diagnostics::Severity::remark);
  diagnostics.drop(diagnostics::Severity::warning);
  door.complain(diagnostics, formatting.sources);
  const auto exit = diagnostics.has_errors() ? Exit::bad_rules : Exit::done;

  std::vector<std::string> changed;
  std::vector<OutputFile> files;
  for (const auto& file : formatting.files) {
    const auto& path = formatting.sources[file.file].path();
    if (asked.to_standard_output) {
      door.answer(file.text);
    } else if (const auto place = places.find(path); place != places.end()) {
      files.push_back({place->second, file.text});
      changed.push_back(place->second.string());
    } else if (file.changes) {
      files.push_back({fs::canonical(path), file.text});
      changed.push_back(path);
    }
  }
  if (asked.to_standard_output) return exit;
  if (arguments.check) {
    for (const auto& path : changed) door.answer(path + "\n");
    return exit == Exit::done && !changed.empty() ? Exit::answer_is_no : exit;
  }
  write_files(files);
  door.answer(told(changed, formatting.files.size(), door));
  return exit;
}

}  // namespace

Command fmt_command() {
  return {"fmt",
          {Option::check, Option::to, Option::out, Option::rules},
          {"writes rules in one layout, or in the other language", "trình bày lại quy tắc, hoặc dịch sang tiếng kia"},
          {R"(usage: tdkt fmt RULES… [--check] [--to en|vi] [--out PLACE] [--rules RULES]

writes rule files in the layout that all share. RULES is a file that ends in .tdkt, or a folder; `-` is
standard input, and is answered on standard output. Sentences keep their meaning: each is read again
before a file is touched. Names, quoted texts, comments and blank lines stay as their author has them.
A file is replaced as a whole, or left as it is; one with mistakes is left, and its mistakes are shown.

  --check         change nothing; name the files that would change
  --to en|vi      translate keywords, declared names and declared titles, and answer on standard output
  --out PLACE     write there instead: a file, a folder, or `-` for standard output
  --rules RULES   rules and vocabularies that are read beside, and stay as they are; a file's own folder
                  and the vocabulary that it uses are found without

examples:
  tdkt fmt rules/                                 everything below the folder, in place
  tdkt fmt --check rules/                         in a script: exit status 1 where something would change
  tdkt fmt my-rules.tdkt --to vi                  the Vietnamese text of an English pack
  tdkt fmt rules/ --to vi --out rules-vi/         the same of a folder

exit status: 0 done; 1 with --check, some files would change; 3 mistakes in the rules; 5 could not read or write
)",
           R"(cách dùng: tdkt fmt QUY-TẮC… [--check] [--to en|vi] [--out NƠI-GHI] [--rules QUY-TẮC]

trình bày lại các tệp quy tắc theo một khuôn chung. QUY-TẮC là một tệp có đuôi .tdkt, hoặc một thư mục;
`-` là đầu vào chuẩn, kết quả ghi ra đầu ra chuẩn. Câu nào cũng giữ nguyên nghĩa: từng câu được đọc lại
trước khi ghi tệp. Tên gọi, chữ trong ngoặc kép, chú thích và dòng trống giữ như người viết đã viết.
Tệp được thay trọn vẹn hoặc giữ nguyên; tệp có lỗi được giữ nguyên và lỗi được báo ra.

  --check         không thay đổi gì; chỉ nêu tên những tệp sẽ thay đổi
  --to en|vi      dịch từ khóa, các tên và tiêu đề đã khai báo bản dịch, ghi ra đầu ra chuẩn
  --out NƠI-GHI   ghi vào đó: một tệp, một thư mục, hoặc `-` là đầu ra chuẩn
  --rules QUY-TẮC quy tắc và từ ngữ chỉ đọc kèm, không thay đổi; tệp cùng thư mục và từ ngữ mà bộ quy
                  tắc dùng thì tự tìm được

ví dụ:
  tdkt fmt rules/                                 mọi tệp bên dưới thư mục, ghi tại chỗ
  tdkt fmt --check rules/                         trong kịch bản: mã kết thúc 1 nếu có tệp sẽ thay đổi
  tdkt fmt quy-tac.tdkt --to en                   bản tiếng Anh của một bộ quy tắc tiếng Việt
  tdkt fmt rules/ --to en --out rules-en/         như trên, cho cả thư mục

mã kết thúc: 0 xong; 1 với --check, có tệp sẽ thay đổi; 3 quy tắc có lỗi; 5 không đọc hoặc ghi được
)"},
          fmt};
}

}  // namespace tdkt::cli
