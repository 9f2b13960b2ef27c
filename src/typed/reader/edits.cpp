// SPDX-License-Identifier: Apache-2.0
#include <cctype>

#include "syntax/parse.hpp"
#include "syntax/words.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed::reading {

namespace {

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

// What is put behind a word rather than before the next one.
bool clings(const std::string& text) { return !text.empty() && (text[0] == ')' || text[0] == ',' || text[0] == ' '); }

}  // namespace

syntax::Sentence with_edits(const syntax::Sentence& sentence, const std::vector<Edit>& edits, grammar::Language language) {
  syntax::Sentence result;
  result.span = sentence.span;
  std::size_t at = 0;
  const auto copy_until = [&](std::size_t end) {
    for (; at < end && at < sentence.words.size(); ++at) result.words.push_back(sentence.words[at]);
  };
  for (const auto& edit : edits) {
    copy_until(edit.from);
    const auto place = at < sentence.words.size() ? sentence.words[at].span
                       : sentence.words.empty()   ? sentence.span
                                                  : sentence.words.back().span;
    // A lone bracket is no sentence of its own.
    if (edit.text == "(" || edit.text == ")") {
      syntax::Word bracket{};
      bracket.kind = syntax::WordKind::symbol;
      bracket.text = edit.text;
      bracket.span = place;
      result.words.push_back(std::move(bracket));
    } else {
      for (auto& word : syntax::words_of(edit.text, language).words) {
        word.span = place;
        result.words.push_back(std::move(word));
      }
    }
    at = std::max<std::size_t>(at, edit.to);
  }
  copy_until(sentence.words.size());
  return result;
}

Replacement replacement_of(const source::Sources& sources, const Question& question, const std::vector<Edit>& edits) {
  const auto& words = question.sentence.words;
  const auto file = question.context.file;
  const auto begin_of = [&](const Edit& edit) {
    // What is left out goes with a blank.
    if (edit.text.empty() && edit.to >= words.size() && edit.from > 0) return words[edit.from - 1].span.end;
    if (edit.from >= words.size()) return words.back().span.end;
    if (edit.from == edit.to && edit.from > 0 && clings(edit.text)) return words[edit.from - 1].span.end;
    return words[edit.from].span.begin;
  };
  const auto end_of = [&](const Edit& edit) {
    if (edit.text.empty() && edit.to < words.size() && edit.to > edit.from)
      return words[edit.to].after_blank ? words[edit.to].span.begin : words[edit.to - 1].span.end;
    return edit.to > edit.from ? words[std::min<std::size_t>(edit.to, words.size()) - 1].span.end : begin_of(edit);
  };
  // Between the edits the author's own text is kept, line breaks and all.
  const auto original = [&](std::uint32_t begin, std::uint32_t end) {
    return file < sources.size() && end <= sources[file].text().size() && begin <= end
               ? std::string(sources[file].text({begin, end}))
               : std::string();
  };
  Replacement made;
  made.span = {begin_of(edits.front()), end_of(edits.back())};
  // Two words that come to stand side by side keep a blank between them.
  const auto append = [&](const std::string& text) {
    if (!made.text.empty() && !text.empty() && is_letter(made.text.back()) && is_letter(text.front())) made.text += ' ';
    made.text += text;
  };
  auto at = made.span.begin;
  for (const auto& edit : edits) {
    append(original(at, begin_of(edit)));
    append(edit.text);
    at = end_of(edit);
  }
  const auto before = made.span.begin > 0 ? original(made.span.begin - 1, made.span.begin) : std::string();
  const auto behind = original(made.span.end, made.span.end + 1);
  const auto joins = [](const std::string& left, const std::string& right) {
    return !left.empty() && !right.empty() && is_letter(left.back()) && is_letter(right.front());
  };
  if (made.text.empty() ? joins(before, behind) : joins(before, made.text)) made.text.insert(0, " ");
  else if (!made.text.empty() && joins(made.text, behind)) made.text += ' ';
  made.sentence = original(words.front().span.begin, made.span.begin) + made.text +
                  original(made.span.end, words.back().span.end);
  made.sentence = syntax::on_one_line(made.sentence);
  return made;
}

void offer_edits(diagnostics::Diagnostic& diagnostic, const source::Sources& sources, const Question& question,
                 const std::vector<Edit>& edits) {
  const auto made = replacement_of(sources, question, edits);
  offer_edits(diagnostic, sources, question, edits, {"write '" + made.sentence + "'", "viết '" + made.sentence + "'"});
}

void offer_edits(diagnostics::Diagnostic& diagnostic, const source::Sources& sources, const Question& question,
                 const std::vector<Edit>& edits, diagnostics::Phrase text) {
  if (edits.empty() || question.sentence.words.empty()) return;
  const auto made = replacement_of(sources, question, edits);
  diagnostic.replace({question.context.file, made.span}, made.text, std::move(text));
}

}  // namespace tdkt::typed::reading
