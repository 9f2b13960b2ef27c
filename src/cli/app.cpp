// SPDX-License-Identifier: Apache-2.0
#include "cli/app.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <new>

#include "cli/command.hpp"
#include "cli/limits.hpp"
#include "diagnostics/kinds.hpp"
#include "logging/logging.hpp"
#include "values/unavailable.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Kind;

std::string overview(const Door& door) {
  std::string text(door.either(
      "tdkt judges emulation and commendation by rules that read like the regulation, and says why.\n"
      "\n"
      "usage: tdkt COMMAND …\n"
      "\n",
      "tdkt xét thi đua, khen thưởng theo những quy tắc viết như văn bản quy định, và nêu rõ lý do.\n"
      "\n"
      "cách dùng: tdkt LỆNH …\n"
      "\n"));
  const auto language = static_cast<std::size_t>(door.language);
  for (const auto& command : commands()) text += fmt::format("  {:<12}{}\n", command.name, command.summary[language]);
  text += door.either(
      "\n"
      "  --language en|vi   the language of answers; otherwise the locale's\n"
      "  --help             this page; behind a command, how it is used\n"
      "  --version          which version this is\n"
      "\n"
      "a first run, with the rules and records that come with the program:\n"
      "  tdkt eval --rules rules/nam-dinh-general-bloc-2021/en --data rules/nam-dinh-general-bloc-2021/data --for 2021\n"
      "\n"
      "exit status: 0 done; 1 the answer is no; 2 wrong usage; 3 bad rules; 4 bad records; 5 could not read or write\n",
      "\n"
      "  --language en|vi   ngôn ngữ trả lời; nếu không nêu thì theo hệ thống\n"
      "  --help             trang này; viết sau một lệnh thì xem cách dùng lệnh đó\n"
      "  --version          phiên bản của chương trình\n"
      "\n"
      "chạy lần đầu, với quy tắc và số liệu kèm theo chương trình:\n"
      "  tdkt eval --rules rules/nam-dinh-general-bloc-2021/vi --data rules/nam-dinh-general-bloc-2021/data --for 2021\n"
      "\n"
      "mã kết thúc: 0 xong; 1 câu trả lời là không; 2 dùng sai lệnh; 3 quy tắc sai; 4 số liệu sai; 5 không đọc hoặc ghi được\n");
  return text;
}

const Command* find(const std::vector<std::string>& words) {
  std::string name;
  for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
  const auto all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Exit obey(const Arguments& arguments, Door& door) {
  if (arguments.version) return door.answer("tdkt " TDKT_VERSION "\n"), Exit::done;
  const auto* command = find(arguments.commands);
  if (arguments.help) {
    door.answer(command ? std::string(command->help[static_cast<std::size_t>(door.language)]) : overview(door));
    return Exit::done;
  }
  if (command) return command->run(arguments, door);
  if (arguments.commands.empty()) return door.answer(overview(door)), Exit::wrong_usage;
  Diagnostics diagnostics;
  diagnostics.report_general(Kind::argument_missing, {{"the command", "lệnh"}})
      .note({"see tdkt --help", "xem tdkt --help"});
  return door.refuse(diagnostics);
}

Exit no_access(const Door& door, const std::string& path, const std::string& reason) {
  Diagnostics diagnostics;
  diagnostics.report_general(Kind::cannot_read, {path, reason});
  try {
    door.complain(diagnostics, {});
  } catch (const values::Unavailable&) {
    // Nobody is left to tell; the exit status does.
  }
  return Exit::no_access;
}

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> all{check_command(), fmt_command(), eval_command(), why_command(),
                                        graph_command(), test_command(), card_command(), data_check_command(),
                                        data_snapshot_command()};
  return all;
}

Exit run(int count, const char* const* words) {
  logging::set_up();
  auto door = open_door(count, words);
  Arguments arguments;
  try {
    auto parsed = parse(count, words);
    if (auto* wrong = std::get_if<Diagnostics>(&parsed)) return door.refuse(*wrong);
    arguments = std::get<Arguments>(std::move(parsed));
    Diagnostics wrong;
    limit_memory(arguments, wrong);
    if (!wrong.empty()) return door.refuse(wrong);
    door.asked = arguments.language;
    return obey(arguments, door);
  } catch (const values::Unavailable& unavailable) {
    return no_access(door, unavailable.path, unavailable.reason);
  } catch (const std::filesystem::filesystem_error& error) {
    return no_access(door, error.path1().string(), error.code().message());
  } catch (const std::bad_alloc&) {
    Diagnostics diagnostics;
    report_memory(arguments, diagnostics);
    door.complain(diagnostics, {});
    return Exit::no_access;
  }
}

}  // namespace tdkt::cli
