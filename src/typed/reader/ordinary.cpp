// SPDX-License-Identifier: Apache-2.0
// Everyday speech, words in another order, joining words left out: what else keeps a sentence from
// being read, once its names and keywords are known.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/ordinary.hpp"
#include "grammar/spelling.hpp"
#include "syntax/parse.hpp"
#include "syntax/words.hpp"
#include "typed/reader/diagnosis.hpp"
#include "typed/reader/mending.hpp"

namespace tdkt::typed::reading {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Language;
using syntax::WordKind;

// Whom the rule's subject has many of: its staff, its members.
std::vector<std::string> Diagnosis::names_of_members() const {
  std::vector<std::string> names;
  if (question_.context.levels.empty()) return names;
  for (const auto& relation : state_.lexicon.program.schema.relations)
    if (relation.of == question_.context.levels.back() && relation.many && relation.timing.cadence != values::Cadence::dated && names.size() < 3)
      names.push_back(relation.name.in(language_));
  return names;
}

// `70 percent of`, `must achieve`, `từ 70% cán bộ trở lên`: one such phrase, or all of them at once.
bool Diagnosis::everyday_speech() {
  struct Way {
    std::size_t begin, end;
    std::vector<std::vector<Edit>> mends;
  };
  std::vector<Way> ways;
  constexpr std::size_t most_ways = 40;
  for (auto& edit : everyday_edits(question_.sentence, language_)) {
    if (edit.text.find('@') != std::string::npos) {
      std::vector<std::vector<Edit>> of_members;
      for (auto& name : names_of_members()) {
        auto text = edit.text;
        of_members.push_back({{edit.from, edit.to, text.replace(text.find('@'), 1, name)}});
      }
      if (!of_members.empty() && ways.size() < most_ways) ways.push_back({edit.from, edit.to, std::move(of_members)});
      continue;
    }
    const auto same = std::find_if(ways.begin(), ways.end(), [&](const Way& way) { return way.begin == edit.from && way.end == edit.to; });
    if (same != ways.end()) same->mends.push_back({std::move(edit)});
    else if (ways.size() < most_ways) ways.push_back({edit.from, edit.to, {{std::move(edit)}}});
  }
  const auto say_it = [&](std::size_t begin, std::size_t end, const std::vector<std::vector<Edit>>& mends) {
    auto& diagnostic = say(Kind::everyday_speech, begin, end, {text_of_words(question_.sentence, begin, end)});
    for (const auto& edits : mends) offer_edits(diagnostic, state_.sources, question_, edits);
    return true;
  };
  for (const auto& way : ways) {
    auto mends = way.mends;
    std::erase_if(mends, [&](const auto& edits) { return !mended_by(edits); });
    if (!mends.empty()) return say_it(way.begin, way.end, mends);
  }
  // `must be at least 70 percent`: several of them, the longest at each place.
  std::vector<Edit> all;
  for (const auto& way : ways) {
    const auto longest = std::find_if(ways.begin(), ways.end(), [&](const Way& other) { return other.begin == way.begin && other.end > way.end; });
    if (longest != ways.end() || (!all.empty() && all.back().to > way.begin)) continue;
    all.push_back(way.mends.front().front());
  }
  return all.size() > 1 && mended_by(all) && say_it(all.front().from, all.back().to, {all});
}

// `task rating is excellent late reports is 0`, `registered, pledge signed`, `registered / pledge signed`
bool Diagnosis::joining_word_missing() {
  if (at_ == 0 || at_ >= size()) return false;
  const auto place = static_cast<std::uint32_t>(at_);
  const auto& sign = words_[at_].text;
  const bool joined = words_[at_].kind == WordKind::symbol && (sign == "," || sign == ";" || sign == "/");
  const auto second = joined ? place + 1 : place;
  std::vector<std::vector<Edit>> offers;
  for (const auto keyword : {Keyword::and_, Keyword::or_}) {
    if (joined && sign == "/" && keyword == Keyword::and_) continue;
    const auto& word = grammar::spellings(keyword, language_).front();
    std::vector<Edit> edits{{place, second, !joined ? word + ' ' : words_[at_].after_blank ? word : ' ' + word}};
    if (mended_by(edits)) offers.push_back(std::move(edits));
  }
  if (offers.empty()) return false;
  auto& diagnostic = say(Kind::joining_word_missing, at_, size(), {text_of_words(question_.sentence, second, size())});
  offer_mended(diagnostic, offers);
  return true;
}

// `late reports is 0 unless pledge signed`, `… exept when …`: an exception belongs to the clause, behind the
// sentence.
bool Diagnosis::exception_misworded() {
  if (question_.kind != GoalKind::condition) return false;
  const auto right = grammar::spellings(Keyword::except_when, language_).front();
  const auto foreign = grammar::spellings(Keyword::except_when, other(language_)).front();
  const auto said = grammar::said_for(Keyword::except_when, language_);
  constexpr std::size_t longest = 4;
  for (std::size_t at = 1; at + 1 < size(); ++at)
    for (auto end = std::min(at + longest, size() - 1); end > at; --end) {
      const auto written = grammar::bare_key_of(text_of_words(question_.sentence, at, end));
      const auto is = [&](const std::string& text) { return grammar::bare_key_of(text) == written; };
      const bool everyday = std::any_of(said.begin(), said.end(), is);
      const bool slipped = !everyday && grammar::distance(written, grammar::bare_key_of(right), 2) <= 2;
      if (!slipped && !everyday && !is(foreign)) continue;
      const auto reads = [&](std::size_t first, std::size_t last) {
        return ++tries_ <= 60 && state_.meanings(question_, syntax::part_of(question_.sentence, first, last)).size() == 1;
      };
      const auto before = words_[at - 1].text == "," ? at - 1 : at;
      if (before == 0 || !reads(0, before) || !reads(end, size())) continue;
      const auto text = text_of_words(question_.sentence, at, end);
      const Phrase own = language_ == Language::english ? Phrase("English", "tiếng Anh") : Phrase("Vietnamese", "tiếng Việt");
      auto& diagnostic = is(foreign)  ? say(Kind::word_of_other_language, at, end, {text, own})
                         : slipped    ? say(Kind::not_a_phrase, at, end, {text})
                                      : say(Kind::everyday_speech, at, end, {text});
      offer_edits(diagnostic, state_.sources, question_, {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), right}});
      return true;
    }
  return false;
}

// `registered (article 27)`, `registered // article 27`: what only says where it comes from is a comment.
bool Diagnosis::note_behind() {
  const auto is = [&](std::size_t at, std::string_view sign) { return at < size() && words_[at].kind == WordKind::symbol && words_[at].text == sign; };
  for (std::size_t at = 1; at + 1 < size(); ++at) {
    auto begin = at + 1, end = size();
    if (is(at, "(") && is(size() - 1, ")")) --end;
    else if (is(at, "/") && (is(at + 1, "/") || is(at + 1, "*"))) ++begin;
    else if (is(at, "-")) begin += is(at + 1, "-") ? 1 : 0;
    else continue;
    while (end > begin + 1 && (is(end - 1, "/") || is(end - 1, "*"))) --end;
    if (begin >= end || words_[begin].kind != WordKind::word || state_.meanings(question_, syntax::part_of(question_.sentence, 0, at)).size() != 1) continue;
    // A comment takes the rest of its line.
    const auto& source = state_.sources[question_.context.file];
    const auto text = source.text();
    const auto last = text.find_first_not_of(" \t", words_.back().span.end);
    const source::Span note{words_[at].span.begin, words_.back().span.end};
    if ((last != std::string_view::npos && text[last] != '\n') || source.text(note).find('\n') != std::string_view::npos) return false;
    auto& diagnostic = say(Kind::words_left_over, at, size(), {text_of_words(question_.sentence, at, size())});
    const auto comment = "# " + std::string(source.text({words_[begin].span.begin, words_[end - 1].span.end}));
    diagnostic.replace({question_.context.file, note}, comment, {"write '" + comment + "'", "viết '" + comment + "'"});
    return true;
  }
  return false;
}

// `registered or when there are none`
bool Diagnosis::none_without_quantifier() {
  const KeywordIndex index(question_.sentence, language_);
  for (std::size_t at = 1; at < size(); ++at)
    for (const auto end : index.after(Keyword::or_when_none, static_cast<At>(at))) {
      const std::vector<Edit> without{{static_cast<std::uint32_t>(at), end, ""}};
      if (!mended_by(without)) continue;
      auto& diagnostic = say(Kind::none_without_quantifier, at, end, {text_of_words(question_.sentence, at, end)});
      offer_edits(diagnostic, state_.sources, question_, without);
      return true;
    }
  return false;
}

// `task rating: excellent`, `good; and`
bool Diagnosis::needless_sign() {
  for (std::size_t at = 0; at <= at_ && at < size(); ++at) {
    if (words_[at].kind != WordKind::symbol || (words_[at].text != ":" && words_[at].text != ";" && words_[at].text != "," && words_[at].text != "'"))
      continue;
    const auto place = static_cast<std::uint32_t>(at);
    const std::vector<Edit> without{{place, place + 1, ""}};
    if (!mended_by(without)) continue;
    auto& diagnostic = say(Kind::needless_sign, at, at + 1, {words_[at].text});
    offer_edits(diagnostic, state_.sources, question_, without);
    return true;
  }
  return false;
}

namespace {

// Whether what begins at this word denies; `không quá` does not.
bool denies(const syntax::Sentence& sentence, std::size_t at, std::size_t longest_keyword, Language language) {
  const auto end = std::max(syntax::end_of(Keyword::not_, sentence, at, language), syntax::end_of(Keyword::none_, sentence, at, language));
  return end > at && longest_keyword <= end;
}

}  // namespace

// `at least of staff 70% achieve …`: two neighbouring pieces change places, and only one change of
// places makes a sentence. Signs stay where they are, and so does what denies.
bool Diagnosis::wrong_order() {
  constexpr std::size_t most_pieces = 12;
  for (std::size_t at = 0; at < size(); ++at)
    if (words_[at].kind == WordKind::word && !covered_[at]) return false;
  tries_ = 0;
  std::vector<std::uint32_t> starts;  // of keywords, names, numbers and other words
  const KeywordIndex index(question_.sentence, language_);
  for (std::size_t at = 0; at < size();) {
    starts.push_back(static_cast<std::uint32_t>(at));
    auto end = std::max<std::size_t>(at + 1, index.longest_at(static_cast<At>(at)));
    for (const auto& match : names_[at]) end = std::max<std::size_t>(end, match.end);
    at = end;
  }
  if (starts.size() > most_pieces) return false;
  starts.push_back(static_cast<std::uint32_t>(size()));
  std::vector<std::vector<Edit>> found;
  std::vector<std::pair<std::size_t, std::size_t>> moved;
  // The fewest pieces first.
  for (std::size_t length = 2; length < starts.size(); ++length)
    for (std::size_t first = 0; first + length < starts.size(); ++first)
      for (std::size_t middle = first + 1; middle < first + length; ++middle) {
        const auto a = starts[first], b = starts[middle], c = starts[first + length];
        const auto holds_sign = std::any_of(words_.begin() + a, words_.begin() + c, [](const syntax::Word& word) { return word.kind == WordKind::symbol; });
        const auto is_denial = [&](std::uint32_t start) { return denies(question_.sentence, start, index.longest_at(start), language_); };
        if (holds_sign || std::any_of(starts.begin() + static_cast<std::ptrdiff_t>(first), starts.begin() + static_cast<std::ptrdiff_t>(first + length), is_denial)) continue;
        std::vector<Edit> edits{{a, c, text_of_words(question_.sentence, b, c) + " " + text_of_words(question_.sentence, a, b)}};
        if (!mended_by(edits)) continue;
        found.push_back(std::move(edits));
        moved.emplace_back(a, c);
        if (found.size() > 1) return false;
      }
  if (found.empty()) return false;
  auto& diagnostic = say(Kind::word_order, moved[0].first, moved[0].second, {text_of_words(question_.sentence, moved[0].first, moved[0].second)});
  offer_edits(diagnostic, state_.sources, question_, found[0]);
  return true;
}

}  // namespace tdkt::typed::reading
