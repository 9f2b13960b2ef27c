// SPDX-License-Identifier: Apache-2.0
// `card` shows how the engine reads a criterion: its sentence, its negation, its boundary cases.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/wanted.hpp"
#include "cli/whose_cards.hpp"
#include "diagnostics/kinds.hpp"
#include "engine/acceptance.hpp"
#include "engine/cards.hpp"
#include "engine/compile.hpp"
#include "engine/files.hpp"
#include "engine/sentence.hpp"
#include "engine/titles.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "reports/cards.hpp"

namespace tdkt::cli {

namespace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Phrase;
using diagnostics::Severity;

struct Wanted {
  std::vector<fs::path> rules;
  std::string_view format;
  engine::CardOptions options;
};

// Cards and, with --accept, what becomes of them.
struct Made {
  std::vector<card::Card> cards;
  std::vector<engine::Acceptance> accepted;
};

std::string answer_of(const std::vector<card::Card>& cards, std::string_view format, const Door& door, bool colour) {
  if (format == "json") return reports::as_json(cards);
  if (format == "html") return reports::as_html(cards, {door.language, false});
  return reports::as_text(cards, {door.language, colour});
}

void answer(const Made& made, const Wanted& wanted, const Arguments& arguments, const Door& door) {
  if (arguments.out.empty()) door.answer(answer_of(made.cards, wanted.format, door, door.colour));
  else write_files({{arguments.out, answer_of(made.cards, wanted.format, door, false)}});
}

// ---- what was accepted ------------------------------------------------------------------------

// The tests accepted earlier count, too, where only the rules' own file was named.
std::vector<fs::path> with_card_files(std::vector<fs::path> rules) {
  const auto given = rules;
  std::error_code error;
  for (const auto& path : given) {
    const auto cases = engine::card_file(path);
    if (fs::is_directory(path, error) || cases == path || !fs::exists(cases, error)) continue;
    if (std::find(given.begin(), given.end(), cases) == given.end()) rules.push_back(cases);
  }
  return rules;
}

std::string told(const engine::Acceptance& accepted, const Door& door) {
  const auto file = accepted.file.string();
  if (door.language == Language::english)
    return fmt::format("{}: {} {} added, {} there before\n", file, accepted.added,
                       accepted.added == 1 ? "test" : "tests", accepted.known);
  return fmt::format("{}: thêm {} ví dụ, {} ví dụ đã có từ trước\n", file, accepted.added, accepted.known);
}

void keep(const std::vector<engine::Acceptance>& accepted) {
  std::vector<OutputFile> files;
  for (const auto& each : accepted) {
    if (each.added == 0) continue;
    std::error_code error;
    const bool there = fs::exists(each.file, error);
    auto text = there ? engine::read_source(each.file).original() : std::string();
    if (!there) text = engine::heading_of_card_file(each);
    if (!text.empty() && text.back() != '\n') text += '\n';
    files.push_back({each.file, text + each.tests});
  }
  write_files(files);
}

Exit accept(const Made& made, const engine::Units& units, const Wanted& wanted, const Arguments& arguments, Door& door) {
  Diagnostics contrary;
  for (const auto& each : made.accepted)
    for (const auto& test : each.contrary)
      contrary.report_general(Kind::test_says_otherwise, {test.place, test.expects, test.found});
  if (!contrary.empty()) {
    door.complain(contrary, units.sources);
    return Exit::answer_is_no;
  }
  keep(made.accepted);
  answer(made, wanted, arguments, door);
  std::string text;
  for (const auto& each : made.accepted) text += told(each, door);
  if (wanted.format == "text" && arguments.out.empty()) text = '\n' + text;
  if (wanted.format == "text" || !arguments.out.empty()) door.answer(text);
  return Exit::done;
}

// ---- the command ------------------------------------------------------------------------------

Exit of_rules(const Wanted& wanted, const Arguments& arguments, Door& door) {
  Diagnostics diagnostics;
  const auto units = engine::compile_each(arguments.accept ? with_card_files(wanted.rules) : wanted.rules, diagnostics);
  diagnostics.drop(Severity::remark);
  if (diagnostics.has_errors()) return door.complain(diagnostics, units.sources), Exit::bad_rules;

  Diagnostics unknown;
  report_titles(units, arguments.awards, unknown);
  const auto found = awards_called(units, arguments.awards);
  if (unknown.empty() && wanted.options.criterion) report_criterion(units, found, *wanted.options.criterion, unknown);
  if (!unknown.empty()) return door.refuse(unknown);

  Made made;
  for (const auto& [unit, award] : found) {
    const auto& program = units.units[unit].program;
    const auto period = card::period_of(program, award, wanted.options.year);
    if (!period) {
      const auto number = wanted.options.year ? std::to_string(*wanted.options.year) : std::string();
      const auto year = wanted.options.year ? Phrase(number, "năm " + number) : Phrase("any year", "năm nào");
      unknown.report_general(Kind::not_judged_then, {program[award].title.text, year});
      continue;
    }
    auto cards = engine::cards_of(program, units.sources, award, *period, wanted.options);
    if (arguments.accept) {
      auto accepted = engine::accepted(program, units.sources, cards);
      engine::add(made.accepted, std::move(accepted));
    }
    std::move(cards.begin(), cards.end(), std::back_inserter(made.cards));
  }
  if (made.cards.empty()) {
    if (unknown.empty()) unknown.report_general(Kind::no_criteria_here);
    return door.refuse(unknown);
  }
  door.complain(diagnostics, units.sources);
  if (!unknown.empty()) door.complain(unknown, units.sources);
  if (arguments.accept) return accept(made, units, wanted, arguments, door);
  answer(made, wanted, arguments, door);
  return Exit::done;
}

Exit of_sentence(const Wanted& wanted, const Arguments& arguments, Door& door) {
  const bool ascii = std::all_of(arguments.sentence.begin(), arguments.sentence.end(),
                                 [](unsigned char c) { return c < 0x80; });
  Diagnostics diagnostics;
  const auto read = engine::read_sentence(wanted.rules, arguments.sentence, arguments.entity,
                                          ascii ? Language::english : Language::vietnamese, diagnostics);
  diagnostics.drop(Severity::remark);
  diagnostics.drop(Severity::warning);
  if (!read.award) return door.complain(diagnostics, read.compiled.sources), Exit::bad_rules;
  const auto& program = read.compiled.program;
  const int year = wanted.options.year.value_or(read.year);
  auto options = wanted.options;
  options.waivers = false;
  Made made{engine::cards_of(program, read.compiled.sources, *read.award, values::year_period(year), options), {}};
  for (auto& card : made.cards) card.written = arguments.sentence;
  answer(made, wanted, arguments, door);
  return Exit::done;
}

Exit card_of(const Arguments& arguments, Door& door) {
  Diagnostics wrong;
  const bool sentence = !arguments.sentence.empty();
  Wanted wanted{{}, format_of(arguments, {"text", "json", "html"}, wrong), {}};
  if (sentence && arguments.rules.empty() && arguments.positionals.empty()) wanted.rules = {engine::shipped_vocabulary()};
  else wanted.rules = rules_of(arguments, arguments.positionals, wrong);
  const auto apart = [&](bool given, std::string_view option) {
    if (sentence && given) wrong.report_general(Kind::options_apart, {"--sentence", option});
  };
  apart(!arguments.awards.empty(), "--award");
  apart(!arguments.criterion.empty(), "--criterion");
  apart(arguments.accept, "--accept");
  if (sentence && arguments.entity.empty())
    wrong.report_general(Kind::argument_missing, {{"--for-entity with whom the sentence speaks of, such as unit,",
                                                   "--for-entity kèm đối tượng mà câu nói đến, chẳng hạn đơn vị"}});
  if (!sentence && !arguments.entity.empty())
    wrong.report_general(Kind::argument_missing, {{"--sentence, beside which --for-entity stands,",
                                                   "--sentence (để dùng kèm --for-entity)"}});
  if (!arguments.criterion.empty()) wanted.options.criterion = arguments.criterion;
  if (!arguments.years.empty()) {
    const auto years = years_of(arguments, wrong);
    if (years.size() > 1) wrong.report_general(Kind::not_a_choice, {arguments.years, "--for", Phrase("one year", "một năm")});
    if (!years.empty()) wanted.options.year = years.front();
  }
  if (!wrong.empty()) return door.refuse(wrong);
  return sentence ? of_sentence(wanted, arguments, door) : of_rules(wanted, arguments, door);
}

}  // namespace

Command card_command() {
  return {"card",
          {Option::rules, Option::award, Option::criterion, Option::sentence, Option::entity, Option::years,
           Option::format, Option::out, Option::accept},
          {"shows how a criterion is read, with its boundary cases", "cho biết một điều kiện được hiểu thế nào, kèm trường hợp giáp ranh"},
          {R"help(usage: tdkt card RULES… [--award TITLE] [--criterion LABEL] [--for YEAR]
                 [--format text|json|html] [--out FILE] [--accept]
       tdkt card [RULES…] --sentence SENTENCE --for-entity ENTITY [--format text|json|html] [--out FILE]

shows how criteria are read, for their author to check and to sign: the sentence in both languages, with
brackets where its reach might be doubted; when it is not met; and its boundary cases, just below, at and
just above each limit, with what is missing. The cases are small made-up records, judged by the engine.

  --rules RULES         the same as RULES
  --award TITLE         of an award or a pledge; without it all of them
  --criterion LABEL     its label (c), 4.a)) or its title; without it all criteria
  --sentence SENTENCE   a sentence that stands in no file: how would it be read? Without RULES, in the
                        words of the shipped vocabulary
  --for-entity ENTITY   whom that sentence speaks of: unit, person, bloc
  --for YEAR            the year judged; otherwise one in which the rules are in force
  --format html         a page in both languages, with a place to sign; it prints on A4
  --format json         for programs (docs/schema/card.schema.json)
  --out FILE            writes there instead of to the screen
  --accept              keeps the cases as tests beside the rules, in law.card.tdkt for law.tdkt, each once;
                        `tdkt test` then holds the rules to them

examples:
  tdkt card my-rules/ --award "Excellent unit" --criterion "c)"
  tdkt card my-rules/ --award "Excellent unit" --format html --out to-sign.html
  tdkt card --sentence "100% staff achieve advanced laborer" --for-entity unit
  tdkt card my-rules/ --award "Excellent unit" --accept

exit status: 0 done; 1 a test with the same records expects otherwise, nothing was kept; 2 nothing has this
name; 3 bad rules; 5 could not read or write
)help",
           R"help(cách dùng: tdkt card QUY-TẮC… [--award TÊN] [--criterion NHÃN] [--for NĂM]
                     [--format text|json|html] [--out TỆP] [--accept]
           tdkt card [QUY-TẮC…] --sentence CÂU --for-entity ĐỐI-TƯỢNG [--format text|json|html] [--out TỆP]

cho biết các điều kiện được hiểu thế nào để người soạn kiểm tra và ký: câu bằng cả hai thứ tiếng, thêm ngoặc
ở chỗ có thể hiểu khác; khi nào thì không đạt; và các trường hợp giáp ranh: sát dưới, đúng bằng, sát trên mỗi
mức, và khi thiếu số liệu. Mỗi trường hợp là số liệu nhỏ tự dựng, do chính chương trình xét.

  --rules QUY-TẮC           như QUY-TẮC ở trên
  --award TÊN               tên khen thưởng hoặc giao ước; không nêu thì lấy tất cả
  --criterion NHÃN          nhãn (c), 4.a)) hoặc tên điều kiện; không nêu thì lấy mọi điều kiện
  --sentence CÂU            một câu chưa nằm trong tệp nào: câu ấy được hiểu thế nào? Không nêu QUY-TẮC thì
                            dùng từ ngữ kèm theo chương trình
  --for-entity ĐỐI-TƯỢNG    câu ấy nói về ai: đơn vị, cá nhân, khối
  --for NĂM                 năm xét; không nêu thì lấy một năm quy tắc có hiệu lực
  --format html             trang song ngữ có chỗ ký, in vừa khổ A4
  --format json             dành cho chương trình khác (docs/schema/card.schema.json)
  --out TỆP                 ghi vào tệp thay vì ra màn hình
  --accept                  giữ các trường hợp làm ví dụ bên cạnh quy tắc, trong luat.card.tdkt của luat.tdkt,
                            mỗi trường hợp một lần; từ đó `tdkt test` kiểm tra quy tắc theo các ví dụ này

ví dụ:
  tdkt card quy-tac/ --award "Đơn vị xuất sắc" --criterion "c)"
  tdkt card quy-tac/ --award "Đơn vị xuất sắc" --format html --out de-ky.html
  tdkt card --sentence "100% cán bộ đạt lao động tiên tiến" --for-entity "đơn vị"
  tdkt card quy-tac/ --award "Đơn vị xuất sắc" --accept

mã kết thúc: 0 xong; 1 đã có ví dụ cùng số liệu nhưng kết quả khác, không giữ gì; 2 không có gì mang tên đó;
3 quy tắc sai; 5 không đọc hoặc ghi được
)help"},
          card_of};
}

}  // namespace tdkt::cli
