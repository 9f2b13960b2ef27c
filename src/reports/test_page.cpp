// SPDX-License-Identifier: Apache-2.0
// The page of what tests saw: one file that stands by itself, to be read on a screen or on paper. Colours
// only repeat what signs and words say.
#include <fmt/format.h>

#include <algorithm>

#include "reports/coverage_words.hpp"
#include "reports/markup.hpp"
#include "reports/mutation_words.hpp"
#include "reports/test_results.hpp"

namespace tdkt::reports {

namespace {

constexpr std::string_view style = R"(
:root { --ink: #1d2733; --faint: #5b6675; --line: #cdd4dc; --good: #0f6b3a; --bad: #a3260f; --good-back: #e5f3ea; --bad-back: #fbe9e5; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 62rem; color: var(--ink); background: #fff;
  font: 16px/1.5 "Segoe UI", "Noto Sans", "DejaVu Sans", Roboto, Arial, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; }
h2 small, .place { color: var(--faint); font-weight: normal; font-size: .85rem; overflow-wrap: anywhere; }
p { margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 0; }
th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-size: .85rem; color: var(--faint); border-bottom: 2px solid var(--line); }
td.number, th.number { text-align: right; white-space: nowrap; }
td.seen, td.never, td.none { text-align: center; white-space: nowrap; width: 6.5rem; }
th.sight { text-align: center; }
td.seen { color: var(--good); background: var(--good-back); }
td.never { color: var(--bad); background: var(--bad-back); font-weight: bold; }
td.none { color: var(--faint); }
.whole { color: var(--good); font-weight: bold; }
.failed { color: var(--bad); font-weight: bold; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f6f8; padding: .8rem; font-size: .85rem;
  font-family: "DejaVu Sans Mono", Consolas, monospace; }
.bar { display: inline-block; width: 7rem; height: .6rem; border: 1px solid var(--line); vertical-align: baseline; }
.bar i { display: block; height: 100%; background: var(--good); }
a { color: inherit; }
@page { margin: 1.6cm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  tr, pre { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  td.seen, td.never, .bar i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

class Page {
 public:
  Page(const TestReport& report, const TestResultOptions& options)
      : report_(report), language_(options.language.value_or(options.reader)), options_(options) {}

  std::string written() {
    begin();
    failures();
    if (report_.coverage) {
      summary(*report_.coverage);
      for (std::size_t i = 0; i < report_.coverage->rules.size(); ++i) rule(report_.coverage->rules[i], i);
    }
    if (report_.mutations) unnoticed(*report_.mutations);
    text_ += "</body>\n</html>\n";
    return std::move(text_);
  }

 private:
  Language of_rule(const CoveredRule& rule) const { return options_.language.value_or(rule.language); }

  std::string say(std::string_view english, std::string_view vietnamese) const {
    return escaped(either(language_, english, vietnamese));
  }

  void begin() {
    const auto title = say("What the tests of the rules saw", "Các ví dụ kiểm tra quy tắc đã gặp những gì");
    text_ += fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
        either(language_, "en", "vi"), title, style, title);
    const auto passed = static_cast<std::size_t>(std::count_if(
        report_.results.begin(), report_.results.end(), [](const TestResult& result) { return result.passed(); }));
    const auto failed = report_.results.size() - passed;
    text_ += fmt::format("<p>{}: {}. <span{}>{}: {}.</span></p>\n", say("Tests passed", "Ví dụ đạt"), passed,
                         failed > 0 ? " class=\"failed\"" : "", say("Tests failed", "Ví dụ không đạt"), failed);
  }

  void failures() {
    for (const auto& result : report_.results) {
      if (result.passed()) continue;
      text_ += fmt::format("<h2><span class=\"failed\">✗ {}</span> <small>{}</small></h2>\n<pre>{}</pre>\n",
                           escaped(result.title), escaped(result.place()),
                           escaped(failures_of(result, options_.language.value_or(result.language), false)));
    }
  }

  void summary(const Coverage& coverage) {
    text_ += fmt::format("<p>{}</p>\n",
                         say("A point is seen when some test expects something of a case in which it is met, not met "
                             "or unknown; the numbers count such cases. “never” marks what no test has tried; “–” "
                             "what cannot come about in a test.",
                             "Một điểm được coi là đã gặp khi có ví dụ nêu kết quả phải có của một trường hợp mà ở đó "
                             "điểm ấy đạt, không đạt hoặc chưa rõ; con số là số trường hợp như vậy. “chưa” là điều chưa "
                             "ví dụ nào thử; “–” là điều không thể xảy ra trong ví dụ."));
    text_ += fmt::format(
        "<table>\n<thead><tr><th>{}</th><th>{}</th><th>{}</th><th class=\"number\">{}</th><th></th></tr></thead>\n<tbody>\n",
        say("rule", "quy tắc"), say("kind", "loại"), say("place", "vị trí"), say("seen", "đã gặp"));
    for (std::size_t i = 0; i < coverage.rules.size(); ++i) {
      const auto& rule = coverage.rules[i];
      row(fmt::format("<a href=\"#r{}\">{}</a>", i, escaped(rule.title.in(of_rule(rule)))),
          escaped(words_of(rule.kind, language_)), fmt::format("{}:{}", escaped(rule.path), rule.line), rule.seen(),
          rule.all());
    }
    row("<b>" + say("all", "tổng cộng") + "</b>", "", "", coverage.seen(), coverage.all());
    text_ += "</tbody>\n</table>\n";
  }

  void row(const std::string& title, const std::string& kind, const std::string& place, std::size_t seen,
           std::size_t all) {
    const auto share = all == 0 ? 100 : 100 * seen / all;
    text_ += fmt::format(
        "<tr><td>{}</td><td>{}</td><td class=\"place\">{}</td><td class=\"number{}\">{} / {}</td>"
        "<td class=\"number\"><span class=\"bar\"><i style=\"width:{}%\"></i></span> {}%</td></tr>\n",
        title, kind, place, seen == all ? " whole" : "", seen, all, share, share);
  }

  void rule(const CoveredRule& rule, std::size_t number) {
    text_ += fmt::format("<h2 id=\"r{}\">{} <small>{}, {}:{} · {}</small></h2>\n", number,
                         escaped(rule.title.in(of_rule(rule))), escaped(words_of(rule.kind, language_)),
                         escaped(rule.path), rule.line, escaped(share_of(rule.seen(), rule.all(), language_)));
    text_ += fmt::format("<table>\n<thead><tr><th class=\"number\">{}</th><th>{}</th>", say("line", "dòng"),
                         say("point", "điểm kiểm tra"));
    for (const auto sight : {Sight::met, Sight::not_met, Sight::unknown})
      text_ += fmt::format("<th class=\"sight\">{}</th>", escaped(words_of(sight, language_)));
    text_ += "</tr></thead>\n<tbody>\n";
    for (const auto& point : rule.points) {
      text_ += fmt::format("<tr><td class=\"number\">{}</td><td style=\"padding-left:{}rem\">{}</td>", point.line,
                           fmt::format("{}.5", point.depth), escaped(point.words.in(of_rule(rule))));
      for (const auto sight : {Sight::met, Sight::not_met, Sight::unknown}) text_ += cell(point, sight);
      text_ += "</tr>\n";
    }
    text_ += "</tbody>\n</table>\n";
  }

  void unnoticed(const Mutations& mutations) {
    text_ += fmt::format("<h2>{}</h2>\n<p>{}.</p>\n", say("Small changes of the rules", "Thay đổi nhỏ trong quy tắc"),
                         escaped(counts_of(mutations, language_)));
    if (mutations.all_noticed()) return;
    text_ += fmt::format("<table>\n<thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead>\n<tbody>\n",
                         say("place", "vị trí"), say("sentence", "câu"), say("not noticed", "không bị phát hiện"));
    for (const auto& change : mutations.changes) {
      if (change.fate == TriedChange::Fate::noticed) continue;
      const auto language = options_.language.value_or(change.language);
      text_ += fmt::format("<tr><td class=\"place\">{}:{}</td><td>{}: {}</td><td>{}</td></tr>\n", escaped(change.path),
                           change.line, escaped(change.rule.in(language)), escaped(change.sentence.in(language)),
                           escaped(would_notice(change, language)));
    }
    text_ += "</tbody>\n</table>\n";
  }

  std::string cell(const CoveragePoint& point, Sight sight) const {
    const auto i = static_cast<std::size_t>(sight);
    if (point.times[i] > 0) return fmt::format("<td class=\"seen\">✓ {}</td>", point.times[i]);
    if (!point.possible[i]) return "<td class=\"none\">–</td>";
    return "<td class=\"never\">✗ " + say("never", "chưa") + "</td>";
  }

  const TestReport& report_;
  Language language_;
  const TestResultOptions& options_;
  std::string text_;
};

}  // namespace

std::string as_html(const TestReport& report, const TestResultOptions& options) {
  return Page(report, options).written();
}

}  // namespace tdkt::reports
