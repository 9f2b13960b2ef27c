// SPDX-License-Identifier: Apache-2.0
// A page that needs no other file, no network and no script, and prints on A4.
#include <fmt/format.h>

#include "reports/card_words.hpp"
#include "reports/cards.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

using card::Card;

constexpr std::string_view style = R"(
@page { size: A4; margin: 15mm 14mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.45 "Noto Serif", "Times New Roman", serif; color: #111; max-width: 190mm; margin: 10mm auto; padding: 0 6mm; }
h1 { font-size: 14pt; margin: 0 0 1mm; }
h2 { font-size: 11pt; margin: 5mm 0 1.5mm; break-after: avoid; }
article { break-after: page; }
article:last-of-type { break-after: auto; }
.cited, .when { color: #444; margin: 0; font-size: 10pt; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 0.5pt solid #888; padding: 1.2mm 2mm; text-align: left; vertical-align: top; }
th { font-weight: normal; color: #444; font-size: 9.5pt; background: #f3f3f3; }
.two td { width: 50%; }
.cases td:nth-child(1) { width: 24%; white-space: nowrap; }
.cases td:nth-child(2), .cases td:nth-child(3) { width: 38%; }
section { break-inside: avoid; }
.good { color: #116611; } .bad { color: #a01010; } .open { color: #7a5500; }
details { font-size: 9.5pt; margin-top: 1mm; } summary { color: #444; cursor: pointer; }
details table { width: auto; margin: 1mm 0 2mm; } details td { padding: 0.4mm 1.5mm; }
.sign { display: flex; gap: 8mm; margin-top: 8mm; break-inside: avoid; }
.sign > div { flex: 1; display: flex; flex-direction: column; justify-content: space-between; } .sign .line { border-bottom: 0.5pt solid #111; height: 16mm; }
@media screen { article + article { border-top: 0.5pt solid #888; margin-top: 12mm; padding-top: 8mm; } }
@media print { body { margin: 0; padding: 0; max-width: none; } details { display: none; } }
)";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') safe += "&amp;";
    else if (c == '<') safe += "&lt;";
    else if (c == '>') safe += "&gt;";
    else if (c == '"') safe += "&quot;";
    else safe += c;
  }
  return safe;
}

std::string both(std::string_view english, std::string_view vietnamese) {
  return fmt::format("{} · {}", escaped(vietnamese), escaped(english));
}

class Page {
 public:
  explicit Page(const CardOptions& options) : options_(options) {}

  std::string of(const std::vector<Card>& cards) {
    const bool english = options_.language == Language::english;
    text_ = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
                        english ? "en" : "vi", english ? "Criterion cards" : "Phiếu giải nghĩa điều kiện", style);
    for (const auto& card : cards) add(card);
    text_ += "</body>\n</html>\n";
    return std::move(text_);
  }

 private:
  void add(const Card& card) {
    const auto name = name_of(card);
    text_ += fmt::format("<article>\n<h1>{}</h1>\n", escaped(name.in(options_.language)));
    text_ += fmt::format("<p class=\"when\">{}: {}</p>\n", both("judged for", "xét cho"), escaped(words_of(card.period, options_.language)));
    if (!card.citation.empty()) text_ += fmt::format("<p class=\"cited\">{}</p>\n", escaped(card.citation));
    text_ += fmt::format("<h2>{}</h2>\n<p>{}</p>\n", both("as written", "nguyên văn quy tắc"), escaped(card.written));
    said("as read", "được hiểu là", card.sentence);
    if (card.bracketed) said("with brackets", "thêm ngoặc cho rõ", *card.bracketed);
    const auto negation = heading_of_negation(card);
    said(negation.english, negation.vietnamese, card.negation);
    for (const auto& boundary : card.boundaries) add(card, boundary);
    if (card.left_out > 0)
      text_ += fmt::format("<p>{}: {}</p>\n", both("cases left out", "số trường hợp không nêu"), card.left_out);
    sign();
    text_ += "</article>\n";
  }

  void said(std::string_view english, std::string_view vietnamese, const Phrase& phrase) {
    text_ += fmt::format("<section><h2>{}</h2>\n<table class=\"two\"><tr><th>Tiếng Việt</th><th>English</th></tr>\n"
                         "<tr><td lang=\"vi\">{}</td><td lang=\"en\">{}</td></tr></table></section>\n",
                         both(english, vietnamese), escaped(phrase.vietnamese), escaped(phrase.english));
  }

  void add(const Card& card, const card::Boundary& boundary) {
    text_ += fmt::format("<section><h2><span lang=\"vi\">{}</span><br><span lang=\"en\">{}</span></h2>\n<table class=\"cases\">\n",
                         escaped(boundary.about.vietnamese), escaped(boundary.about.english));
    for (const auto& one : boundary.cases) {
      const auto state = state_of(card, one);
      const auto verdict = verdict_of(card, one);
      text_ += fmt::format("<tr><td class=\"{}\">{} {}<br>{}</td><td lang=\"vi\">{}</td><td lang=\"en\">{}{}</td></tr>\n",
                           state == CaseState::good  ? "good"
                           : state == CaseState::bad ? "bad"
                                                     : "open",
                           mark_of(state), escaped(verdict.vietnamese), escaped(verdict.english),
                           escaped(one.label.vietnamese), escaped(one.label.english), records(one));
    }
    text_ += "</table></section>\n";
  }

  // Seen on a screen; on paper the label says enough.
  std::string records(const card::Case& one) const {
    std::string text = fmt::format("<details><summary>{}</summary>", either(options_.language, "records", "số liệu"));
    for (const auto& table : one.tables) {
      text += fmt::format("{}<table>", escaped(table.heading));
      for (const auto& row : table.rows) {
        text += "<tr>";
        for (const auto& cell : row) text += "<td>" + escaped(cell) + "</td>";
        text += "</tr>";
      }
      text += "</table>";
    }
    return text + "</details>";
  }

  void sign() {
    const auto field = [](std::string_view english, std::string_view vietnamese) {
      return fmt::format("<div>{}<div class=\"line\"></div></div>", both(english, vietnamese));
    };
    text_ += "<div class=\"sign\">" + field("read as meant: author", "đúng ý người soạn: ký, ghi rõ họ tên") +
             field("checked by", "người kiểm tra") + field("date", "ngày, tháng, năm") + "</div>\n";
  }

  const CardOptions& options_;
  std::string text_;
};

}  // namespace

std::string as_html(const std::vector<Card>& cards, const CardOptions& options) { return Page(options).of(cards); }

}  // namespace tdkt::reports
